import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { EmbeddedPostgresError } from './error';
import { FolderLock } from './folder-lock';

const MAX_WAIT_MS = 15_000;
const IMMEDIATE_AFTER_MS = 10_000;
const POLL_MS = 100;

/**
 * One program at a time uses a dataDir: sharing the server would mean losing the database whenever the program that
 * started it ends, for instance on every restart of a watching development server. A second one waits for the first
 * to end and otherwise gives up.
 */
export async function claimDataDir(dataDir: string, say: (message: string) => void): Promise<FolderLock> {
  const lock = await poll(
    () => FolderLock.tryAcquire(dataDir),
    () => say(`Another program uses ${dataDir}; waiting up to ${MAX_WAIT_MS / 1000} s for it to end.`),
  );
  if (lock) return lock;
  throw new EmbeddedPostgresError(
    `Another program uses ${dataDir}. Stop it, set DATA_DIR to another folder, or set DATABASE_URL.`,
  );
}

/**
 * The lock of the cluster is inherited by the server and its processes. Whoever still has it while no other program has
 * dataDir is the server of a killed program. It is shut down and not adopted: a server of our own has today's settings
 * and is tied to this program's life.
 */
export async function claimCluster(cluster: Cluster, say: (message: string) => void): Promise<FolderLock> {
  const since = Date.now();
  const lock = await poll(
    () => {
      const free = FolderLock.tryAcquire(cluster.folder);
      const pid = free ? undefined : postmasterOf(cluster)?.pid;
      // Fast shutdown may be asked for again and again; immediate shutdown loses no committed row either.
      if (pid) kill(pid, Date.now() - since > IMMEDIATE_AFTER_MS ? 'SIGQUIT' : 'SIGINT');
      return free;
    },
    () => say('Waiting for the PostgreSQL server of an earlier run to end.'),
  );
  if (!lock) {
    throw new EmbeddedPostgresError(
      `The PostgreSQL server of an earlier run still uses ${cluster.data} (see its postmaster.pid). Stop that process and start again.`,
    );
  }
  const postmaster = postmasterOf(cluster);
  if (postmaster?.pid) {
    lock.release();
    throw new EmbeddedPostgresError(
      `${cluster.data} is used by a PostgreSQL server that this program did not start (process ${postmaster.pid}). Stop it and start again.`,
    );
  }
  // With the lock in hand nobody serves the cluster. PostgreSQL would believe a leftover file if its process number has
  // meanwhile been given to something else, which is usual after the restart of a container.
  if (postmaster) rmSync(postmaster.file, { force: true });
  return lock;
}

/** The port of the server that another program runs on the cluster; nothing where no other program does. */
export function portInUse(dataDir: string, cluster: Cluster): number | undefined {
  const free = FolderLock.tryAcquire(dataDir);
  free?.release();
  const postmaster = free ? undefined : postmasterOf(cluster);
  if (!postmaster?.pid) return undefined;
  return Number(readFileSync(postmaster.file, 'utf8').split('\n')[3]);
}

/** The file a server leaves in its folder, and its process if that really is a server of this folder. */
function postmasterOf(cluster: Cluster): { file: string; pid?: number } | undefined {
  const file = join(cluster.data, 'postmaster.pid');
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return { file, pid: hasWorkingDirectory(pid, cluster.data) ? pid : undefined };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function hasWorkingDirectory(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in between, which the next look at the lock will tell.
  }
}

async function poll<T>(attempt: () => T | undefined, onWait: () => void): Promise<T | undefined> {
  const deadline = Date.now() + MAX_WAIT_MS;
  for (let waits = 0; ; waits++) {
    const result = attempt();
    if (result !== undefined || Date.now() > deadline) return result;
    if (waits === 1) onWait();
    await sleep(POLL_MS);
  }
}
