import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { accountOf } from '../support/account';
import type { PostgresProcess } from '../support/postgres-process';
import { freePort } from '../support/stack';

const PACKAGES = '/usr/lib/postgresql';

/** Where Debian keeps the programs of its newest PostgreSQL, with those that dump and restore; absent if not installed. */
export function debianPostgres(): string | undefined {
  if (!existsSync(PACKAGES)) return undefined;
  const versions = readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(PACKAGES, version, 'bin'))
    .find((bin) => ['postgres', 'initdb', 'pg_dump'].every((name) => existsSync(join(bin, name))));
}

/** A server of Debian's PostgreSQL in a folder of its own; root starts it as the account that the package brings. */
export async function startDebianPostgres(bin: string, parent: string): Promise<PostgresProcess> {
  const account = accountOf('postgres');
  const folder = mkdtempSync(join(parent, 'debian-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  // Nobody else is on the loopback interface of a machine that runs tests.
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...account, cwd: folder, stdio: 'ignore' },
  );
  const exit = once(child, 'exit');
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answering(url);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return { child, url, dataFolder: data, stop: () => end('SIGINT'), kill: () => end('SIGQUIT') };
}

async function answering(url: string): Promise<void> {
  for (let waits = 0; ; waits++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (waits > 200) throw error;
      await sleep(50);
    }
  }
}
