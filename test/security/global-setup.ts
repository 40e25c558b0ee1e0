import { watchingEventLoop } from '../support/event-loop';
import { openFigures } from '../support/figures';
import { startForSuites } from '../support/suites';
import { UPLOAD_LIMIT } from './limits';

/** The limit on requests as such would refuse most of what is tried; the others stay as they are. */
export default async function globalSetup(): Promise<void> {
  openFigures();
  await startForSuites({
    ...(await watchingEventLoop()),
    REQUESTS_PER_MINUTE: '100000000',
    ATTACHMENT_LIMIT_BYTES: String(UPLOAD_LIMIT),
  });
}
