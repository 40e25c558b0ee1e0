import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config/config';
import { migrate } from './platform/database/migrate';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres';

export interface PreparedDatabase {
  /** The configuration with the database's address in it. */
  readonly config: Config;
  readonly embedded?: EmbeddedPostgres;
}

/**
 * Starts the embedded database where no other is configured, and brings the schema up to date.
 * @param embed how to come by the embedded database
 */
export async function prepareDatabase(
  config: Config,
  say: (text: string) => void,
  embed = startEmbeddedPostgres,
): Promise<PreparedDatabase> {
  const embedded = config.database.url
    ? undefined
    : await embed({ dataDir: config.dataDir, onProgress: say });
  const url = config.database.url ?? embedded?.url ?? '';
  say('Bringing the database schema up to date.');
  await migrate(config.database.ownerUrl ?? url, url);
  return { config: { ...config, database: { ...config.database, url } }, embedded };
}

/** Asked before the program is assembled and demo data loaded. @throws what `listen` would say */
export async function assertAddressFree({ host, port }: Config): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
