import type { Config } from '../config/config';
import { whenReachable } from '../platform/database/availability';
import { migrate } from '../platform/database/migrate';
import { withLogin } from '../platform/database/program-login';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres';

export interface PreparedDatabase {
  /** The configuration with the database's address in it, under the program's own login; the owner's is not handed on. */
  readonly config: Config;
  readonly embedded?: EmbeddedPostgres;
}

/**
 * Starts the embedded database where no other is configured, and brings the schema up to date.
 * @param embed how to come by the embedded database
 * @param patienceMs how long a database that is away is waited for
 */
export async function prepareDatabase(
  config: Config,
  say: (text: string) => void,
  embed = startEmbeddedPostgres,
  patienceMs?: number,
): Promise<PreparedDatabase> {
  const embedded = config.database.url
    ? undefined
    : await embed({ dataDir: config.dataDir, onProgress: say });
  const { url: configured, ownerUrl, replicaUrl } = config.database;
  const owner = ownerUrl ?? configured ?? embedded?.url ?? '';
  say('Bringing the database schema up to date.');
  // Who names an owner names the program's login as well; else one is made.
  const url = await whenReachable(() => migrate(owner, ownerUrl && configured), say, patienceMs);
  const database = {
    ...config.database,
    url,
    ownerUrl: undefined,
    replicaUrl: ownerUrl ? replicaUrl : replicaUrl && sameLogin(replicaUrl, url),
  };
  return { config: { ...config, database }, embedded };
}

/** A replica knows the login that was made on its primary. */
function sameLogin(replicaUrl: string, programUrl: string): string {
  const { username, password } = new URL(programUrl);
  return withLogin(replicaUrl, username, password);
}
