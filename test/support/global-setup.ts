import { join } from 'node:path';
import { startForSuites } from './suites';

/** Of the end-to-end suites. */
export default function globalSetup(): Promise<void> {
  return startForSuites({ NODE_OPTIONS: `--require ${join(__dirname, 'statements-sent.cjs')}` });
}
