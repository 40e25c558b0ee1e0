import { startForSuites } from '../support/suites';

/** Of the suites in a browser: a program as it is served, see check.mjs for what has to be built before. */
export default function globalSetup(): Promise<void> {
  return startForSuites({ REQUESTS_PER_MINUTE: '10000' });
}
