import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { type Program, startProgram } from './support/stack';
import { makeWorld, type World } from './support/world';

/** One program that serves its port with several processes. */
describe('Several processes on one port', () => {
  let program: Program;
  let world: World;
  let admin: Api;

  beforeAll(async () => {
    const { databaseUrl, folder } = e2eEnvironment();
    program = await startProgram(databaseUrl, folder, { PROCESSES: '2' });
    await bothListen(program);
    world = await makeWorld();
    admin = world.admin.at(program.baseUrl);
  });

  afterAll(() => program.stop());

  it('know each other’s sessions', async () => {
    for (let i = 0; i < 20; i++) await admin.get('/auth/me').expect(200);
  });

  it('are replaced when one is killed, while the other goes on', async () => {
    const [victim = 0] = childrenOf(program.child.pid!);
    process.kill(victim, 'SIGKILL');
    for (let i = 0; i < 20; i++) await admin.get('/auth/me').retry(1).expect(200);
    // Who was killed may still be there for a moment.
    const others = (): number[] => childrenOf(program.child.pid!).filter((child) => child !== victim);
    const deadline = Date.now() + 15_000;
    while (others().length < 2 && Date.now() < deadline) await sleep(100);
    expect(others()).toHaveLength(2);
  });

  it('are added up in the figures', async () => {
    const before = await answered();
    // Each on a connection of its own, so that both processes get some.
    for (let i = 0; i < 20; i++) await admin.get('/staff/customers').set('connection', 'close').expect(200);
    expect((await answered()) - before).toBe(20);
  });

  async function answered(): Promise<number> {
    let answer = await fetch(`${program.baseUrl}/metrics`);
    // As long as a process is still starting.
    while (answer.status === 503) answer = await fetch(`${program.baseUrl}/metrics`);
    const text = await answer.text();
    const line = /^http_request_duration_seconds_count\{.*route="\/api\/v1\/staff\/customers".*\} (\d+)$/m;
    return Number(line.exec(text)?.[1] ?? 0);
  }
});

/** Until both processes accept connections; the program is ready with the first. */
async function bothListen({ child, baseUrl }: Program): Promise<void> {
  const port = Number(new URL(baseUrl).port).toString(16).toUpperCase().padStart(4, '0');
  // The columns of the kernel's table: local address, remote address, state (0A: it listens), six more, and the socket.
  const listening = new RegExp(`:${port} \\S+ 0A (?:\\S+ +){5}(\\d+)`);
  const isOpenIn = (pid: number): boolean => {
    const socket = `socket:[${listening.exec(readFileSync('/proc/net/tcp', 'utf8'))?.[1]}]`;
    return readdirSync(`/proc/${pid}/fd`).some((fd) => linkOf(`/proc/${pid}/fd/${fd}`) === socket);
  };
  while (childrenOf(child.pid!).filter(isOpenIn).length < 2) await sleep(100);
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
