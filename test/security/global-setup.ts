import { openFigures } from '../support/figures';
import { startForSuites } from '../support/suites';

/** The limit on requests as such would refuse most of what is tried; the others stay as they are. */
export default async function globalSetup(): Promise<void> {
  openFigures();
  await startForSuites({ REQUESTS_PER_MINUTE: '100000000' });
}
