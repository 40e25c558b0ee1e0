import { join } from 'node:path';
import type * as Migrate from '../../../src/platform/database/migrate';
import { publishEnvironment } from '../../support/environment';
import { startOperator } from '../../support/operator';
import { DIST, freePort, startDatabase } from '../../support/stack';

declare global {
  var kundenportalMutation: Promise<void> | undefined;
}

/** Once for all mutants that are tried in this process: the database, its schema, and a port for the program. */
export default function globalSetup(): Promise<void> {
  globalThis.kundenportalMutation ??= prepare();
  return globalThis.kundenportalMutation;
}

async function prepare(): Promise<void> {
  const database = await startDatabase();
  const { migrate } = (await import(join(DIST, 'platform/database/migrate.js'))) as typeof Migrate;
  await migrate(database.url);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  // Nothing is inherited but the search path, as of the built program.
  const settings = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: database.url,
    DATA_DIR: join(database.dataDir, 'data'),
    DEMO_DATA: 'off',
    TRUSTED_PROXY_HOPS: '1',
    LOG_LEVEL: 'fatal',
  };
  const env = { PATH: process.env.PATH ?? '', ...settings };
  const operator = await startOperator({ env });
  operator.server.unref();
  process.env.MUTATION_PROGRAM = JSON.stringify(settings);
  publishEnvironment({
    baseUrl,
    databaseUrl: database.url,
    operatorUrl: operator.url,
    logFile: join(database.dataDir, 'program.log'),
    folder: database.dataDir,
  });
}
