import { CITUS_URL, createCitusDatabase } from '../support/citus';
import { preloading } from '../support/stack';
import { startForSuites } from '../support/suites';

/** One program on a cluster for all suites. */
export default async function globalSetup(): Promise<void> {
  if (!CITUS_URL) {
    process.stderr.write('Skipped on a distributed database: TEST_CITUS_URL names no coordinator.\n');
    return;
  }
  const settings = {
    ...preloading('statements-sent.cjs'),
    DATABASE_DISTRIBUTED: 'on',
    REQUESTS_PER_MINUTE: '10000',
  };
  await startForSuites(settings, await createCitusDatabase(CITUS_URL));
}
