import { preloading } from './stack';
import { startForSuites } from './suites';

/** Of the end-to-end suites. */
export default function globalSetup(): Promise<void> {
  return startForSuites(preloading('statements-sent.cjs'));
}
