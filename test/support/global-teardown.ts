import { stopForSuites } from './suites';

/** Of the end-to-end suites. */
export default function globalTeardown(): Promise<void> {
  return stopForSuites();
}
