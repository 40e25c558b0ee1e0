import { join } from 'node:path';
import { publishEnvironment } from '../../support/environment';
import { startOperator } from '../../support/operator';
import { freePort, startDatabase, UNPACED } from '../../support/stack';

declare global {
  var kundenportalMutation: Promise<void> | undefined;
}

/** Once for all mutants that are tried in this process: an empty database, and the settings of the program. */
export default function globalSetup(): Promise<void> {
  globalThis.kundenportalMutation ??= prepare();
  return globalThis.kundenportalMutation;
}

async function prepare(): Promise<void> {
  const database = await startDatabase();
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
    REQUESTS_PER_MINUTE: '10000',
    ...UNPACED,
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
