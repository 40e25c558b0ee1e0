import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { EmbeddedPostgresError, USE_OWN_SERVER } from './error';

/** As whom PostgreSQL runs; it refuses uid 0. */
export interface Account {
  readonly name: string;
  /** The owner, seen from outside, that the cluster's files need. */
  readonly uid: number;
  readonly gid: number;
  /** What goes in front of a command line. */
  readonly prefix: readonly string[];
  readonly spawnAs: { readonly uid?: number; readonly gid?: number };
}

/**
 * An ordinary user runs PostgreSQL itself. Root takes the first of these that can reach the binaries and the folder:
 * the ordinary user who already owns the folder (so that this user can start the program again), `postgres`, `nobody`,
 * and for places only root can reach, such as /root, a user namespace in which root is called uid 1000 and has no
 * capabilities. The namespace is last because outside it the server's processes still own root's files.
 */
export function chooseAccount(dataDir: string, clusterDir: string, binaries: Binaries): Account {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  const owned = statSync(existsSync(clusterDir) ? clusterDir : dataDir);
  if (uid !== 0 && owned.uid !== uid && existsSync(clusterDir)) {
    throw new EmbeddedPostgresError(
      `${clusterDir} belongs to the user with the uid ${owned.uid}, but the program runs with the uid ${uid}. ` +
        `Start it as that user or as root, or set DATA_DIR to another folder.`,
    );
  }
  const candidates =
    uid === 0
      ? [
          ...(owned.uid === 0 ? [] : [otherUser(`the uid ${owned.uid}`, owned)]),
          ...serviceUsers(),
          userNamespace,
        ]
      : [{ name: `the uid ${uid}`, uid, gid, prefix: [], spawnAs: {} }];
  const failures: string[] = [];
  for (const candidate of candidates) {
    const failure = tryOut(candidate, dataDir, binaries);
    if (failure === undefined) return candidate;
    failures.push(`as ${candidate.name}: ${failure}`);
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL cannot run here: it must be able to run ${binaries.postgres} and to reach ${dataDir}` +
      `${uid === 0 ? ', and it refuses to run as root' : ''}.\n${failures.map((text) => `  - ${text}`).join('\n')}\n` +
      `${uid === 0 ? 'Start the program as an ordinary user. ' : ''}${USE_OWN_SERVER}`,
  );
}

/**
 * Hands the whole folder to the account; only root ever needs it, after the program was started in another way. The
 * folder itself comes last: its owner then proves that everything below is done, even after a kill in between.
 */
export function handOver(folder: string, account: Account): void {
  const { uid } = lstatSync(folder);
  if (uid === account.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}

const userNamespace: Account = {
  name: 'uid 1000 of a user namespace',
  uid: 0,
  gid: 0,
  prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'],
  spawnAs: {},
};

function otherUser(name: string, { uid, gid }: { uid: number; gid: number }): Account {
  return { name, uid, gid, prefix: [], spawnAs: { uid, gid } };
}

function serviceUsers(): Account[] {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return ['postgres', 'nobody'].flatMap((name) => {
    const user = users.find((fields) => fields[0] === name);
    return user ? [otherUser(name, { uid: Number(user[2]), gid: Number(user[3]) })] : [];
  });
}

/** Really tries, because modes of parent folders, access lists and containers' rules are too many to reason about. */
function tryOut(account: Account, dataDir: string, { postgres, env }: Binaries): string | undefined {
  const script = 'cd "$1" && exec "$2" --version';
  const [command, ...args] = [...account.prefix, '/bin/sh', '-c', script, 'sh', dataDir, postgres];
  const result = spawnSync(command, args, { ...account.spawnAs, env, cwd: '/', encoding: 'utf8' });
  if (result.status === 0) return undefined;
  return result.error?.message ?? (result.stderr.trim() || `ended with ${result.status ?? result.signal}`);
}
