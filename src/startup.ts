import type { Config } from './config/config';
import { migrate } from './platform/database/migrate';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres';

export interface PreparedDatabase {
  /** The configuration with the database's address in it. */
  readonly config: Config;
  readonly embedded?: EmbeddedPostgres;
}

/** Starts the embedded database where no other is configured, and brings the schema up to date. */
export async function prepareDatabase(
  config: Config,
  say: (text: string) => void,
): Promise<PreparedDatabase> {
  const embedded = config.database.url
    ? undefined
    : await startEmbeddedPostgres({ dataDir: config.dataDir, onProgress: say });
  const url = config.database.url ?? embedded?.url ?? '';
  say('Bringing the database schema up to date.');
  await migrate(config.database.ownerUrl ?? url, url);
  return { config: { ...config, database: { ...config.database, url } }, embedded };
}
