import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './error';
import type { Launcher } from './launcher';

export const SUPERUSER = 'postgres';

/** The folder of the cluster; everything in it belongs together and is moved into place at once. */
export class Cluster {
  readonly folder: string;
  /** What PostgreSQL calls the data directory. */
  readonly data: string;
  readonly logs: string;
  /** What the server says before its log is open. */
  readonly startLog: string;
  private readonly passwordFile: string;

  constructor(folder: string) {
    this.folder = folder;
    this.data = join(folder, 'data');
    this.logs = join(this.data, 'log');
    this.startLog = join(folder, 'start.log');
    this.passwordFile = join(folder, 'password');
  }

  exists(): boolean {
    if (!existsSync(this.folder) || readdirSync(this.folder).length === 0) return false;
    if (existsSync(join(this.data, 'PG_VERSION')) && existsSync(this.passwordFile)) return true;
    // Never made by this program, so it is not ours to throw away.
    throw new EmbeddedPostgresError(
      `${this.folder} is not a complete database cluster of this program. Move it away, or set DATA_DIR to another folder.`,
    );
  }

  password(): string {
    return readFileSync(this.passwordFile, 'utf8').trim();
  }
}

const STAGING = '.init-';

/**
 * Makes a new cluster in a folder beside and renames it when it is complete: a kill at any moment leaves either none or
 * a whole one. Leftovers of an earlier attempt are removed; the caller holds the lock of dataDir.
 */
export async function createCluster(dataDir: string, cluster: Cluster, launcher: Launcher): Promise<void> {
  const prefix = `${cluster.folder}${STAGING}`;
  for (const name of readdirSync(dataDir).map((entry) => join(dataDir, entry))) {
    // The processes of a killed attempt may need a moment to end, hence the retries.
    if (name.startsWith(prefix))
      rmSync(name, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  const staging = new Cluster(mkdtempSync(prefix));
  const { uid, gid } = launcher.account;
  const passwordFile = join(staging.folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  for (const path of [passwordFile, staging.folder]) chownSync(path, uid, gid);
  await initdb(staging, passwordFile, launcher);
  // The folder's name has to survive a power failure as surely as the rows committed in it later.
  syncFolder(staging.folder);
  renameSync(staging.folder, cluster.folder);
  syncFolder(dataDir);
}

async function initdb(staging: Cluster, passwordFile: string, launcher: Launcher): Promise<void> {
  const log = openSync(staging.startLog, 'a', 0o600);
  try {
    const child = launcher.start(
      'KILL',
      'initdb',
      [
        `--pgdata=${staging.data}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Sorts by code point and knows upper and lower case of every script, the same on every machine and after
        // every update of the C library; people's languages are sorted with the ICU collations, e.g. "de-x-icu".
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C.UTF-8',
        '--lc-messages=C',
      ],
      [log, log],
    );
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (code === 0) return;
    throw new EmbeddedPostgresError(
      `The database cluster could not be made (initdb ended with ${code ?? signal}):\n${readFileSync(staging.startLog, 'utf8')}`,
    );
  } finally {
    closeSync(log);
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
