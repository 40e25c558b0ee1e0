import { once } from 'node:events';
import { type ChildProcess, execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, cpSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import type * as AccountFile from '../../src/embedded-postgres/account';
import type * as BinariesFile from '../../src/embedded-postgres/binaries';
import type * as LauncherFile from '../../src/embedded-postgres/launcher';
import { DIST, freePort } from './stack';

const FOLDER = join(DIST, 'embedded-postgres');
const READY_WITHIN_MS = 30_000;

/** A streaming replica of an embedded server, made from a copy of its files while it runs. */
export class Replica {
  private child?: ChildProcess;
  private readonly data: string;

  private constructor(
    private readonly launcher: LauncherFile.Launcher,
    private readonly primaryUrl: string,
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.data = join(folder, 'replica');
  }

  static async of(primaryUrl: string, folder: string): Promise<Replica> {
    const { findBinaries } = (await import(join(FOLDER, 'binaries.js'))) as typeof BinariesFile;
    const { chooseAccount } = (await import(join(FOLDER, 'account.js'))) as typeof AccountFile;
    const { Launcher } = (await import(join(FOLDER, 'launcher.js'))) as typeof LauncherFile;
    const binaries = findBinaries(folder);
    const launcher = new Launcher(chooseAccount(folder, join(folder, 'postgres'), binaries), binaries);
    const replica = new Replica(launcher, primaryUrl, folder, await freePort());
    await replica.copy();
    return replica;
  }

  /** Connects the superuser. */
  get url(): string {
    const url = new URL(this.primaryUrl);
    url.port = String(this.port);
    return url.href;
  }

  async start(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${this.port}`];
    const log = openSync(join(this.folder, 'replica.log'), 'a');
    const args = ['-D', this.data, ...settings.flatMap((setting) => ['-c', setting])];
    this.child = this.launcher.start('INT', 'postgres', args, [log, log]);
    const deadline = Date.now() + READY_WITHIN_MS;
    for (;;) {
      try {
        await this.query('SELECT 1');
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(50);
      }
    }
  }

  async stop(): Promise<void> {
    if (!this.child || this.child.exitCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGQUIT');
    await exit;
  }

  async query<Row extends QueryResultRow>(sql: string): Promise<Row[]> {
    return onServer(this.url, async (client) => (await client.query<Row>(sql)).rows);
  }

  /** As a base backup does it; the server's own program for that is not part of the embedded binaries. */
  private async copy(): Promise<void> {
    await onServer(this.primaryUrl, async (client) => {
      await client.query(`SELECT pg_backup_start('replica', true)`);
      cpSync(join(this.folder, 'postgres/data'), this.data, { recursive: true, preserveTimestamps: true });
      const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
      writeFileSync(join(this.data, 'backup_label'), rows[0]?.labelfile ?? '');
    });
    for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(this.data, name), { force: true });
    writeFileSync(join(this.data, 'standby.signal'), '');
    const { hostname, port, username, password } = new URL(this.primaryUrl);
    appendFileSync(
      join(this.data, 'postgresql.auto.conf'),
      `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
    );
    const { uid, gid } = this.launcher.account;
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${uid}:${gid}`, this.data]);
    chownSync(this.data, uid, gid);
    execFileSync('chmod', ['700', this.data]);
  }
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
