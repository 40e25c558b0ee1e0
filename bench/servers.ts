import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeLogin } from '../test/support/login';
import { freePort, startProgram } from '../test/support/stack';

/** Somebody who answers requests. */
export interface Server {
  readonly baseUrl: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** What production asks for. Mails are never sent: the benchmark holds their jobs back. */
export function productionSettings(key: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'portal@bench.example',
    PUBLIC_URL: 'https://portal.bench.example',
    SECRET_KEYS: key,
    REQUESTS_PER_MINUTE: '100000000',
  };
}

/** The built program as in production. With a folder for profiles it writes one when it ends. */
export async function startPortal(
  url: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
  profiles?: string,
): Promise<Server> {
  const profiling: Record<string, string> = profiles
    ? { NODE_OPTIONS: `--require ${join(__dirname, 'profile.cjs')}`, PROFILE_FOLDER: profiles }
    : {};
  const { baseUrl, child, stop } = await startProgram(url, folder, {
    ...settings,
    ...profiling,
    ...(settings.NODE_ENV === 'production' && (await makeLogin(url))),
  });
  return { baseUrl, process: child, stop };
}

export async function startBare(url: string, key: string): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(__dirname, 'bare/server.mjs')], {
    env: { PATH: process.env.PATH, BENCH_DATABASE_URL: url, BENCH_PORT: String(port), BENCH_KEY: key },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  while (child.exitCode === null && !(await fetch(baseUrl).catch(() => undefined))) await sleep(50);
  if (child.exitCode !== null) throw new Error('The bare server did not start.');
  const stop = async (): Promise<void> => {
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  };
  return { baseUrl, process: child, stop };
}

/** Stops a process where it stands until it is woken: what it does besides answering must not disturb the others. */
export function pause({ process: child }: Server): void {
  child.kill('SIGSTOP');
}

export function wake({ process: child }: Server): void {
  child.kill('SIGCONT');
}

export function residentMiB({ process: child }: Server): number {
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error(`A server ended with ${child.exitCode ?? child.signalCode}.`);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
