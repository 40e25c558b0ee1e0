import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { chmodSync, existsSync, mkdtempSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountOf } from './account';
import { freePort } from './stack';

const PROGRAM = '/usr/sbin/pgbouncer';
const READY_WITHIN_MS = 10_000;

export interface PgBouncer {
  /** Connects the login that the pooler was started for. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether Debian's PgBouncer is there; root installs it where apt can. */
export function hasPgBouncer(): boolean {
  if (!existsSync(PROGRAM) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install();
  return existsSync(PROGRAM);
}

function install(): void {
  // No service is started: suites have servers of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const packages = ['install', '-y', '-qq', '--no-install-recommends', 'pgbouncer'];
  const options = { env, stdio: 'ignore', timeout: 60_000 } as const;
  if (spawnSync('apt-get', packages, options).status === 0) return;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', packages, options);
}

/**
 * PgBouncer in transaction mode in front of a server, with a single connection to it, so that whatever the program does goes
 * through it by turns. It refuses every start-up parameter that it does not know.
 * @param serverUrl connects the login for which it is started
 */
export async function startPgBouncer(serverUrl: string, parent: string): Promise<PgBouncer> {
  const server = new URL(serverUrl);
  const folder = mkdtempSync(join(parent, 'pgbouncer-'));
  const port = await freePort();
  const [login, password] = [server.username, server.password].map(decodeURIComponent);
  writeFileSync(join(folder, 'logins.txt'), `"${login}" "${password}"\n`);
  const settings = [
    '[databases]',
    `* = host=${server.hostname} port=${server.port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${join(folder, 'logins.txt')}`,
    'pool_mode = transaction',
    'default_pool_size = 1',
    `logfile = ${join(folder, 'pgbouncer.log')}`,
  ];
  writeFileSync(join(folder, 'pgbouncer.ini'), `${settings.join('\n')}\n`);
  // It does not run as root, nor does the account's folder belong to anybody else.
  const account = accountOf('nobody');
  chmodSync(parent, 0o711);
  if (account) for (const file of ['', 'logins.txt']) chownSync(join(folder, file), account.uid, account.gid);
  const child = spawn(PROGRAM, ['-q', join(folder, 'pgbouncer.ini')], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  server.host = `127.0.0.1:${port}`;
  // It opens no connection to the server before somebody logs in: what the owner gives the login then holds from the first one on.
  await listening(port);
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await exit;
  };
  return { url: server.href, stop };
}

async function listening(port: number): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    } finally {
      socket.destroy();
    }
  }
}
