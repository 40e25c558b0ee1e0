import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  chownSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type PostgresProcess, startPostgresProcess } from './support/postgres-process';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

/** A zombie has ended; somebody just has not asked how. */
function runs(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) Z/.test(readFileSync(stat, 'utf8'));
}

function accountOf(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line!.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

describe('The embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  let running: PostgresProcess | undefined;

  const start = async (account?: { uid: number; gid: number }): Promise<PostgresProcess> =>
    (running = await startPostgresProcess(dataDir, account));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundenportal-embedded-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
  });

  afterEach(async () => {
    if (running?.child.exitCode === null && running.child.signalCode === null) await running.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it('starts in an empty folder, keeps its password to itself and listens on the loopback interface only', async () => {
    const { url } = await start();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await query(url, 'SELECT current_database() AS name')).toEqual([{ name: 'kundenportal' }]);
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(statSync(join(dataDir, 'postgres/password')).mode & 0o077).toBe(0);

    const guess = new URL(url);
    guess.password = 'guessed';
    await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps the data over stop and start and leaves no server behind', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = postmasterPid(dataDir);
    await first.stop();
    expect(first.child.exitCode).toBe(0);
    expect(runs(pid)).toBe(false);

    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('keeps what was committed when the program is killed, and the orphan does not stand in the way', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept (answer int)');
    await query(first.url, 'INSERT INTO kept VALUES (42)');
    const orphan = postmasterPid(dataDir);
    await first.kill();

    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(postmasterPid(dataDir)).not.toBe(orphan);
    expect(runs(orphan)).toBe(false);
  });

  it('ends with the killed program even if no other is started', async () => {
    const first = await start();
    const orphan = postmasterPid(dataDir);
    await first.kill();
    for (let waits = 0; runs(orphan) && waits < 100; waits++) await sleep(100);
    expect(runs(orphan)).toBe(false);
  });

  it('is started again at the same address when it dies while the program runs', async () => {
    const { url, child, stop } = await start();
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    for (const signal of ['SIGKILL', 'SIGQUIT'] as const) {
      const victim = postmasterPid(dataDir);
      process.kill(victim, signal);
      const answer = async (): Promise<unknown> =>
        query(url, 'SELECT answer FROM kept').catch(() => undefined);
      for (let waits = 0; (runs(victim) || !(await answer())) && waits < 300; waits++) await sleep(100);
      expect(await answer()).toEqual([{ answer: 42 }]);
      expect(postmasterPid(dataDir)).not.toBe(victim);
    }
    const last = postmasterPid(dataDir);
    await stop();
    expect(child.exitCode).toBe(0);
    expect(runs(last)).toBe(false);
  }, 60_000);

  it('refuses a folder that holds something else instead of a database', async () => {
    mkdirSync(join(dataDir, 'postgres/holiday-pictures'), { recursive: true });
    await expect(start()).rejects.toThrow('is not a complete database cluster');
    expect(existsSync(join(dataDir, 'postgres/holiday-pictures'))).toBe(true);
  });

  // Only root can become somebody else; started by an ordinary user, every test above is this one.
  (process.getuid?.() === 0 ? it : it.skip)('runs for an ordinary user, whom root may follow', async () => {
    const nobody = accountOf('nobody');
    mkdirSync(dataDir);
    chownSync(dataDir, nobody.uid, nobody.gid);
    const first = await start(nobody);
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(nobody.uid);
    await first.stop();

    const asRoot = await start();
    expect(await query(asRoot.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await asRoot.stop();

    const again = await start(nobody);
    expect(await query(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });
});
