import type { Config } from '../config/config';
import { loginSettings, whenReachable } from '../platform/database';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres';
import { migrate } from './migrate';
import { withLogin } from './program-login';

export interface PreparedDatabase {
  /** The configuration with the database's address in it, under the program's own login; the owner's is not handed on. */
  readonly config: Config;
  readonly embedded?: EmbeddedPostgres;
}

/**
 * Starts the embedded database where no other is configured, and brings the schema up to date.
 * @param embed how to come by the embedded database
 * @param maxWaitMs how long a database that is away is waited for
 */
export async function prepareDatabase(
  config: Config,
  say: (text: string) => void,
  embed = startEmbeddedPostgres,
  maxWaitMs?: number,
): Promise<PreparedDatabase> {
  const embedded = config.database.url
    ? undefined
    : await embed({ dataDir: config.dataDir, onProgress: say });
  const { url: configured, ownerUrl, replicaUrl, directUrl, distributed } = config.database;
  const owner = ownerUrl ?? directUrl ?? configured ?? embedded?.url ?? '';
  say('Bringing the database schema up to date.');
  // With an owner configured, the program's login is configured as well; otherwise one is created.
  const migration = {
    url: ownerUrl && configured,
    // Workers see the login, and nothing of what a connection to the coordinator has brought along.
    settings: directUrl || distributed ? loginSettings(distributed) : undefined,
    distributed,
  };
  const url = await whenReachable(() => migrate(owner, migration), say, maxWaitMs);
  const asProgram = (address?: string): string | undefined =>
    ownerUrl ? address : address && sameLogin(address, url);
  const database = {
    ...config.database,
    // Made by the owner, the login is known at the owner's address: the program may be to use another one.
    url: asProgram(configured) ?? url,
    ownerUrl: undefined,
    replicaUrl: asProgram(replicaUrl),
    directUrl: asProgram(directUrl),
  };
  return { config: { ...config, database }, embedded };
}

/** The login that was made is known to a replica and, where it asks the server, to a pooler. */
function sameLogin(address: string, programUrl: string): string {
  const { username, password } = new URL(programUrl);
  return withLogin(address, username, password);
}
