import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseAccount } from './account';
import { findBinaries } from './binaries';
import { claimDataDir, portInUse } from './claim';
import { Cluster, createCluster } from './cluster';
import { EmbeddedPostgresError } from './error';
import { Launcher } from './launcher';
import { serverUrl } from './server';
import { ServerSupervisor } from './server-supervisor';

export { EmbeddedPostgresError } from './error';

export interface EmbeddedPostgresOptions {
  /** The cluster lies in the folder "postgres" below it. */
  readonly dataDir: string;
  readonly onProgress?: (message: string) => void;
}

export interface EmbeddedPostgres {
  /** Connects the superuser to the database "kundenportal": for migrating, never for serving. */
  readonly url: string;
  /** The same for another database of the server. */
  databaseUrl(name: string): string;
  /** Shuts the server down and waits for it; close connections first. May be called more than once. */
  stop(): Promise<void>;
}

const DATABASE = 'kundenportal';

/**
 * Starts a PostgreSQL server that belongs to this program: it listens on the loopback interface only, keeps its data
 * below dataDir, is started again when it dies, and ends with the program, even when that is killed. A default for trying out and developing.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const say = options.onProgress ?? (() => undefined);
  prepareFolder(dataDir);
  const binaries = findBinaries(dataDir);
  const programLock = await claimDataDir(dataDir, say);
  let supervisor: ServerSupervisor | undefined;
  try {
    const cluster = new Cluster(join(dataDir, 'postgres'));
    const launcher = new Launcher(chooseAccount(dataDir, cluster.folder, binaries), binaries);
    if (!cluster.exists()) {
      say('Creating the database cluster.');
      await createCluster(dataDir, cluster, launcher);
    }
    say('Starting PostgreSQL.');
    supervisor = new ServerSupervisor(cluster, launcher, say);
    await supervisor.start();
    await supervisor.server.createDatabase(DATABASE);
    say('PostgreSQL is ready.');
  } catch (error) {
    await supervisor?.stop();
    programLock.release();
    throw error;
  }
  return handleOf(supervisor, () => programLock.release());
}

/** As `startEmbeddedPostgres`, but where another program runs the server already, as a guest: `stop` leaves it running. */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const cluster = new Cluster(join(dataDir, 'postgres'));
  const port = existsSync(dataDir) ? portInUse(dataDir, cluster) : undefined;
  if (!port) return startEmbeddedPostgres(options);
  const databaseUrl = (name: string): string => serverUrl(cluster.password(), port, name);
  return { url: databaseUrl(DATABASE), databaseUrl, stop: () => Promise.resolve() };
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The folder ${dataDir} cannot be used (${(error as Error).message}). Set DATA_DIR to a folder that can be written.`,
    );
  }
}

function handleOf(supervisor: ServerSupervisor, release: () => void): EmbeddedPostgres {
  let stopped: Promise<void> | undefined;
  return {
    url: supervisor.server.url(DATABASE),
    databaseUrl: (name) => supervisor.server.url(name),
    stop: () => (stopped ??= supervisor.stop().finally(release)),
  };
}
