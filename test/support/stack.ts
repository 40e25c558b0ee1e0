import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type * as EmbeddedPostgres from '../../src/embedded-postgres';
import { scripts } from '../../package.json';
import { sharedSettings } from './environment';

const ROOT = resolve(__dirname, '../..');
export const DIST = join(ROOT, 'dist/src');
/** What `npm run serve` gives to node. */
const SERVE = scripts.serve.split(' ').slice(1);

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;

/** A fresh PostgreSQL server with an empty database, in a folder of its own. */
export interface Database {
  /** Connects the superuser. */
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** The built program. */
export interface Program {
  readonly baseUrl: string;
  readonly child: ChildProcess;
  /** Where the program's output goes. */
  readonly logFile: string;
  /** The whole environment of the program, for starting its command line beside it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The built program on a database of its own. */
export interface Stack extends Program {
  /** Connects the superuser. */
  readonly databaseUrl: string;
  /** Of the program's data: a second program that uses it shares the secret key and the mailbox. */
  readonly folder: string;
}

export async function startDatabase(): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kundenportal-test-'));
  const { TEST_DATABASE_URL: server } = process.env;
  if (server) return databaseOn(server, dataDir);
  try {
    const module = join(DIST, 'embedded-postgres/index.js');
    const { startEmbeddedPostgres } = (await import(module)) as typeof EmbeddedPostgres;
    const postgres = await startEmbeddedPostgres({ dataDir });
    const stop = async (): Promise<void> => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { url: postgres.url, dataDir, stop };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

/** On a server that is there already, for trying another version of PostgreSQL: TEST_DATABASE_URL names its superuser. */
async function databaseOn(server: string, dataDir: string): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const onServer = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`CREATE DATABASE ${name}`);
  const stop = async (): Promise<void> => {
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, dataDir, stop };
}

export async function startStack(
  settings: Readonly<Record<string, string>> = {},
  given?: Database,
): Promise<Stack> {
  const database = given ?? (await startDatabase());
  try {
    const program = await startProgram(database.url, database.dataDir, settings);
    const stop = async (): Promise<void> => {
      await program.stop();
      await database.stop();
    };
    return { ...program, databaseUrl: database.url, folder: database.dataDir, stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Setting with which the program first loads a file of this folder, whatever the path to it is called. */
export function preloading(file: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--require "${join(__dirname, file)}"` };
}

/** Suites let one person do in a minute what people do in weeks. */
export const UNPACED = {
  CONTACT_ACTIONS_PER_HOUR: '100000000',
  CONTACT_ACTIONS_PER_DAY: '100000000',
  TENANT_ACTIONS_PER_HOUR: '100000000',
  CONTACT_STORAGE_LIMIT_BYTES: '100000000000',
  TENANT_STORAGE_LIMIT_BYTES: '100000000000',
};

/** The built program, for suites that need one of their own; `settings` are added to its environment. */
export async function startProgram(
  databaseUrl: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const logFile = join(folder, 'program.log');
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  // Nothing is inherited but the search path: a developer's own settings must not change what is tested.
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, 'data'),
    DEMO_DATA: 'off',
    TRUSTED_PROXY_HOPS: '1',
    ...UNPACED,
    ...sharedSettings(databaseUrl),
    ...settings,
  };
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, SERVE, { cwd: ROOT, env, stdio: ['ignore', log, log] });
  closeSync(log);
  const stop = (): Promise<void> => stopProgram(child);
  try {
    await waitUntilReady(baseUrl, child);
  } catch (error) {
    const tail = readFileSync(logFile, 'utf8').trim().split('\n').slice(-40).join('\n');
    await stop();
    throw new Error(`${(error as Error).message} Its last output:\n${tail}`, { cause: error });
  }
  return { baseUrl, child, logFile, env, stop };
}

async function waitUntilReady(baseUrl: string, program: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let seen = 'no answer';
  while (Date.now() < deadline) {
    if (hasEnded(program))
      throw new Error(`The program ended with ${program.exitCode ?? program.signalCode}.`);
    try {
      const { status } = await fetch(`${baseUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (status === 200) return;
      seen = `status ${status}`;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new Error(`The program was not ready after ${READY_WITHIN_MS / 1000} s (${seen}).`);
}

async function stopProgram(program: ChildProcess): Promise<void> {
  if (hasEnded(program)) return;
  const exit = once(program, 'exit');
  program.kill('SIGTERM');
  const timer = setTimeout(() => program.kill('SIGKILL'), STOP_WITHIN_MS);
  await exit;
  clearTimeout(timer);
}

function hasEnded(program: ChildProcess): boolean {
  return program.pid === undefined || program.exitCode !== null || program.signalCode !== null;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
