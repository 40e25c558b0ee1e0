import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'kundenportal-upload-';
/** No upload takes that long: an older folder of another machine, or of an older version, is stale. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Names of folders say whose they are: this machine's, and which process's. */
const HOST = hostname().replace(/[^a-z0-9]/gi, '');
const OWN_FOLDER = new RegExp(`^${PREFIX}${HOST}-(\\d+)-`);

/** A new folder for one upload; the caller removes it. */
export function makeSpoolFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${PREFIX}${HOST}-${process.pid}-`));
}

/**
 * Removes folders that processes left behind that were killed. To be called at start, before the first upload: a folder
 * with the number of this process was an earlier one's. Those of other live processes are left alone.
 */
export async function sweepSpoolFolders(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const path = join(tmpdir(), name);
    if (await isStale(name, path)) await rm(path, { recursive: true, force: true });
  }
}

async function isStale(name: string, path: string): Promise<boolean> {
  const [, pid] = OWN_FOLDER.exec(name) ?? [];
  if (pid !== undefined) return Number(pid) === process.pid || !isAlive(Number(pid));
  // Another process that sweeps, too, may have been faster.
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > MAX_AGE_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs under another account.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
