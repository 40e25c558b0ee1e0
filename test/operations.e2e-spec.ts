import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgresProcess, type PostgresProcess } from './support/postgres-process';
import { makeLogin } from './support/login';
import { Relay } from './support/relay';
import { startProgram, type Program } from './support/stack';
import { wire } from './support/wire';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TENANT = '/api/v1/public/tenants/nobody-here';
const LOGIN = '/api/v1/auth/login';

describe('A program of its own', () => {
  jest.setTimeout(60_000);
  let folder: string;
  let postgres: PostgresProcess;
  let relay: Relay;
  let program: Program | undefined;

  const start = async (settings = {}): Promise<Program> =>
    (program = await startProgram(relay.url, folder, settings));
  const statusOf = async (path: string): Promise<number> =>
    (await wire(path, { baseUrl: program!.baseUrl })).status;
  const log = (): Record<string, unknown>[] =>
    readFileSync(program!.logFile, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kundenportal-operations-'));
    postgres = await startPostgresProcess(join(folder, 'database'));
    relay = new Relay(postgres.url);
    await relay.connectTo(postgres.url);
  });

  afterEach(async () => {
    await program?.stop();
  });

  afterAll(async () => {
    await relay.refuse();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Holds a request at the table until released. */
  async function lockTenants(): Promise<{ release(): Promise<void> }> {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('BEGIN; LOCK TABLE tenants IN ACCESS EXCLUSIVE MODE');
    return { release: () => client.end() };
  }

  it('completes requests in flight on SIGTERM, refuses further ones, and exits with 0', async () => {
    const { baseUrl, child } = await start();
    const lock = await lockTenants();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const underWay = wire(TENANT, { baseUrl, agent });
    const idle = new Agent({ keepAlive: true });
    await wire('/health/live', { baseUrl, agent: idle });
    await sleep(300);

    const exit = once(child, 'exit');
    const since = Date.now();
    child.kill('SIGTERM');
    await sleep(200);
    const ready = await wire('/health/ready', { baseUrl, agent: idle });
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.text)).toMatchObject({ code: 'unavailable' });
    expect(ready.headers).toMatchObject({ 'retry-after': '1', connection: 'close' });
    expect(await statusOf('/health/live')).toBe(200);

    await lock.release();
    expect((await underWay).status).toBe(404);
    expect((await underWay).headers.connection).toBe('close');
    expect(await exit).toEqual([0, null]);
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  it('refuses new requests, and resets no connection', async () => {
    const { baseUrl, child } = await start();
    await wire(TENANT, { baseUrl });
    const exit = once(child, 'exit');
    const since = Date.now();
    child.kill('SIGTERM');
    while ((await wire('/health/ready', { baseUrl })).status !== 503) await sleep(5);
    const statuses = new Set<number>();
    while (Date.now() - since < 500) statuses.add((await wire(TENANT, { baseUrl })).status);
    expect([...statuses]).toEqual([503]);
    expect(await exit).toEqual([0, null]);
    expect(Date.now() - since).toBeLessThan(3_000);
  });

  it('ends within ten seconds even if a request never does', async () => {
    const { baseUrl, child } = await start();
    const { port } = new URL(baseUrl);
    const stuck = connect(Number(port), '127.0.0.1');
    stuck.on('error', () => undefined);
    stuck.write(
      `POST ${LOGIN} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
    );
    await sleep(200);
    const since = Date.now();
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
    expect(Date.now() - since).toBeLessThan(10_000);
    stuck.destroy();
  });

  it('outlives its database: 503 at once, healthy again soon after the return', async () => {
    const { baseUrl, child } = await start();
    expect(await statusOf('/health/ready')).toBe(200);
    expect(await statusOf(TENANT)).toBe(404);

    await relay.refuse();
    await postgres.stop();
    const since = Date.now();
    for (const path of ['/health/ready', TENANT, TENANT]) {
      const answer = await wire(path, { baseUrl });
      expect(answer.status).toBe(503);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'unavailable', status: 503 });
      expect(answer.headers['retry-after']).toBe('1');
    }
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await statusOf('/health/live')).toBe(200);
    expect((await wire('/metrics', { baseUrl })).status).toBe(200);

    postgres = await startPostgresProcess(join(folder, 'database'));
    await relay.connectTo(postgres.url);
    const returned = Date.now();
    while ((await statusOf('/health/ready')) !== 200 && Date.now() - returned < 5_000) await sleep(50);
    expect(await statusOf('/health/ready')).toBe(200);
    expect(await statusOf(TENANT)).toBe(404);
    expect(child.exitCode).toBeNull();
  });

  it('survives the death of every connection, and work goes on', async () => {
    const { baseUrl, child } = await start();
    const lock = await lockTenants();
    const cut = wire(TENANT, { baseUrl });
    await sleep(300);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'kundenportal%'`,
    );
    expect((await cut).status).toBe(503);
    await lock.release();
    // The death of an idle connection may be noticed by the first request that takes it.
    for (let waits = 0; (await statusOf(TENANT)) !== 404 && waits < 50; waits++) await sleep(100);
    expect(await statusOf(TENANT)).toBe(404);

    // The worker has lost its connections, too, and comes back for the next jobs.
    const workers = async (): Promise<number | null> =>
      (await client.query(`SELECT FROM pg_stat_activity WHERE application_name = 'kundenportal-worker'`))
        .rowCount;
    for (let waits = 0; (await workers()) === 0 && waits < 50; waits++) await sleep(100);
    expect(await workers()).toBeGreaterThan(0);
    await client.end();
    expect(child.exitCode).toBeNull();
  });

  it('answers 503 in time when the pool is exhausted', async () => {
    const { baseUrl } = await start({ DATABASE_POOL_SIZE: '1' });
    const lock = await lockTenants();
    const holder = wire(TENANT, { baseUrl });
    await sleep(200);
    const since = Date.now();
    const answer = await wire(TENANT, { baseUrl });
    expect(answer.status).toBe(503);
    expect(Date.now() - since).toBeLessThan(2_500);
    await lock.release();
    expect((await holder).status).toBe(404);
  });

  it('writes one JSON line per request, without personal data, and shows metrics for the token', async () => {
    const token = 'b3c1f0a2d4e5968778695a4b3c2d1e0f';
    const { baseUrl } = await start({
      NODE_ENV: 'production',
      ...(await makeLogin(relay.url)),
      LOG_LEVEL: 'info',
      METRICS_TOKEN: token,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'portal@kundenportal.example',
      PUBLIC_URL: 'https://portal.kundenportal.example',
      SECRET_KEYS: '7d0c5b1e9f3a48268e1b5c7d9f0a2b4c6d8e0f1a',
      CORS_ORIGINS: 'https://shop.kundenportal.example',
    });
    await wire(`${TENANT}?email=erika@kunde.example`, {
      baseUrl,
      headers: { authorization: 'Bearer secret' },
    });
    expect(await statusOf('/metrics')).toBe(404);
    const authorization = `Bearer ${token}`;
    expect((await wire('/metrics', { baseUrl, headers: { authorization } })).status).toBe(200);

    const line = log().find(({ route }) => route === '/api/v1/public/tenants/:slug');
    expect(line).toMatchObject({ level: 'info', method: 'GET', status: 422, ms: expect.any(Number) });
    expect(line?.correlationId).toMatch(UUID);
    expect(readFileSync(program!.logFile, 'utf8')).not.toMatch(/erika|nobody-here|secret/);

    const origin = 'https://shop.kundenportal.example';
    const { headers } = await wire(TENANT, { baseUrl, headers: { origin } });
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    const foreign = await wire(TENANT, { baseUrl, headers: { origin: 'https://evil.example' } });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });
});
