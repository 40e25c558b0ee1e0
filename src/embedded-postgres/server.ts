import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { SUPERUSER, type Cluster } from './cluster';
import { EmbeddedPostgresError } from './error';
import type { FolderLock } from './folder-lock';
import type { Launcher } from './launcher';

const HOST = '127.0.0.1';
const PORT_ATTEMPTS = 3;
// Long enough to replay the write-ahead log after a crash.
const READY_WITHIN_MS = 60_000;
const IMMEDIATE_AFTER_MS = 20_000;
const LOG_DAYS = 6;
const LOG_BYTES = 10 * 1024 * 1024;

// Given on the command line and not in postgresql.conf, so that an older cluster gets today's settings.
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  synchronous_commit: 'on',
  timezone: 'UTC',
  // One file for each day of the week, so at most a week is kept.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
};

/** A running server, the child of this program. */
export class Server {
  private stopping?: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly password: string,
    readonly port: number,
  ) {}

  /**
   * The server's processes inherit the lock and keep it until the last of them is gone.
   * @param wantedPort absent: any that is free
   */
  static async start(
    cluster: Cluster,
    launcher: Launcher,
    lock: FolderLock,
    wantedPort?: number,
  ): Promise<Server> {
    pruneLogs(cluster);
    for (let attempt = 1; ; attempt++) {
      const port = wantedPort ?? (await freePort());
      // Made anew: root may have made the last one in a folder that belongs to the ordinary user who starts it now.
      rmSync(cluster.startLog, { force: true });
      const startLog = openSync(cluster.startLog, 'wx', 0o600);
      const settings = Object.entries({ ...SETTINGS, port: String(port) });
      const child = launcher.start(
        'INT',
        'postgres',
        ['-D', cluster.data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        ['ignore', startLog, lock.descriptor],
      );
      closeSync(startLog);
      const server = new Server(child, cluster.password(), port);
      const failure = await server.waitUntilReady();
      if (failure === undefined) {
        // A program that has nothing else left to do may end; the server then ends with it.
        child.unref();
        return server;
      }
      await server.stop();
      const details = logTail(cluster);
      // Somebody else may have taken the port in between.
      if (/could not (bind|create any TCP)/.test(details) && attempt < PORT_ATTEMPTS) continue;
      throw new EmbeddedPostgresError(
        `PostgreSQL did not start: ${failure}. Its log is in ${cluster.logs}.\n${details}`,
      );
    }
  }

  url(database: string): string {
    return serverUrl(this.password, this.port, database);
  }

  async createDatabase(name: string): Promise<void> {
    const client = await this.connect();
    try {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
  }

  onUnexpectedExit(listener: () => void): void {
    this.child.once('exit', () => {
      if (!this.stopping) listener();
    });
  }

  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private get ended(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async shutDown(): Promise<void> {
    if (this.ended) return;
    this.child.ref();
    const exit = once(this.child, 'exit');
    this.child.kill('SIGINT');
    // Immediate shutdown: no committed row is lost, the next start replays the log.
    const timer = setTimeout(() => this.child.kill('SIGQUIT'), IMMEDIATE_AFTER_MS);
    await exit;
    clearTimeout(timer);
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url('postgres'),
      ssl: false,
      // On a busy machine the first answers take their time.
      connectionTimeoutMillis: 20_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Answers what went wrong, if anything. */
  private async waitUntilReady(): Promise<string | undefined> {
    let launchError: Error | undefined;
    this.child.once('error', (error) => (launchError = error));
    const deadline = Date.now() + READY_WITHIN_MS;
    for (;;) {
      try {
        await (await this.connect()).end();
        return undefined;
      } catch (error) {
        const { code, message } = error as Error & { code?: string };
        if (launchError) return launchError.message;
        if (this.ended) return `it ended with ${this.child.exitCode ?? this.child.signalCode}`;
        if (code === '28P01') return 'the password in its folder is not the one in the database';
        if (Date.now() > deadline) return `it was not ready after ${READY_WITHIN_MS / 1000} s (${message})`;
        await sleep(25);
      }
    }
  }
}

export function serverUrl(password: string, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${password}@${HOST}:${port}/${encodeURIComponent(database)}`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** PostgreSQL truncates old logs only while it runs past midnight, so a server that never does would append for ever. */
function pruneLogs(cluster: Cluster): void {
  for (const file of logFiles(cluster)) {
    const { mtimeMs, size } = statSync(file);
    if (Date.now() - mtimeMs > LOG_DAYS * 86_400_000 || size > LOG_BYTES) rmSync(file);
  }
}

function logFiles(cluster: Cluster): string[] {
  return existsSync(cluster.logs) ? readdirSync(cluster.logs).map((name) => join(cluster.logs, name)) : [];
}

function logTail(cluster: Cluster): string {
  const newest = logFiles(cluster).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  return [cluster.startLog, ...(newest ? [newest] : [])]
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(-10))
    .map((line) => `  ${line}`)
    .join('\n');
}
