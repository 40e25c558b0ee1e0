import { preloading } from './stack';
import { startForSuites } from './suites';

/** Of the end-to-end suites. */
export default function globalSetup(): Promise<void> {
  // All suites look into the mailbox from one address; limits.e2e-spec.ts has programs of its own.
  return startForSuites({ ...preloading('statements-sent.cjs'), REQUESTS_PER_MINUTE: '10000' });
}
