import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { e2eEnvironment } from './support/environment';
import { startPostgresProcess, type PostgresProcess } from './support/postgres-process';
import { makeLogin } from './support/login';
import { Relay } from './support/relay';
import { startProgram, type Program } from './support/stack';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TENANT = '/api/v1/public/tenants/nobody-here';
const LOGIN = '/api/v1/auth/login';
const TITLES: Readonly<Record<number, string>> = {
  400: 'Anfrage nicht lesbar',
  404: 'Nicht gefunden',
  413: 'Zu groß',
  415: 'Format nicht unterstützt',
};

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Record<string, unknown>;
}

/** Paths and methods as they are: neither fetch nor supertest sends a malformed one. */
async function send(
  baseUrl: string,
  path: string,
  { method = 'GET', headers = {}, body = '', agent = undefined as Agent | undefined } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl);
  const sent = httpRequest({ hostname, port, path, method, agent, headers }).end(body);
  const [response] = (await once(sent, 'response')) as [
    NodeJS.ReadableStream & Answer & { statusCode: number },
  ];
  let text = '';
  for await (const chunk of response) text += chunk.toString();
  return {
    status: response.statusCode,
    headers: response.headers,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

async function sendRaw(baseUrl: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1');
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('Every failure is a problem document', () => {
  const baseUrl = (): string => e2eEnvironment().baseUrl;
  const json = { 'content-type': 'application/json' };

  it.each([
    ['an unknown route', 404, 'not-found', '/nowhere?secret=1', {}],
    ['an unknown object', 404, 'not-found', TENANT, {}],
    ['a NUL character in a path', 404, 'not-found', '/api/v1/public/tenants/a%00b', {}],
    ['a path parameter without end', 404, 'not-found', `/api/v1/public/tenants/${'a'.repeat(2_000)}`, {}],
    ['a path that cannot be decoded', 400, 'malformed', '/%zz', {}],
    ['broken JSON', 400, 'malformed', LOGIN, { method: 'POST', headers: json, body: '{"a":' }],
    [
      'a body beyond the limit',
      413,
      'too-large',
      LOGIN,
      { method: 'POST', headers: json, body: `"${'a'.repeat(16 * 1024)}"` },
    ],
    [
      'text in place of JSON',
      415,
      'unsupported-media-type',
      LOGIN,
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
    ],
    ['a body that leads nowhere', 404, 'not-found', '/nowhere', { method: 'POST', headers: json, body: '{' }],
    ['an unknown method of a known path', 404, 'not-found', TENANT, { method: 'DELETE' }],
  ])('%s', async (_name, status, code, path, options) => {
    const answer = await send(baseUrl(), path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: TITLES[status],
      status,
      code,
      detail: expect.any(String),
      instance: path.split('?')[0]?.slice(0, 1_000),
      errors: [],
      correlationId: answer.headers['x-correlation-id'],
    });
    expect(answer.body.correlationId).toMatch(UUID);
  });

  it('even what is no HTTP at all', async () => {
    const answer = await sendRaw(baseUrl(), 'GRUESS GOTT\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('HEAD has the status and no body', async () => {
    const answer = await send(baseUrl(), '/nowhere', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 404, body: { text: '' } });
  });

  it('speaks the language that is asked for', async () => {
    const detail = async (language: string): Promise<unknown> =>
      (await send(baseUrl(), TENANT, { headers: { 'accept-language': language } })).body.detail;
    expect(await detail('en-GB')).toBe('There is no such object.');
    expect(await detail('fr')).toBe('Das gesuchte Objekt gibt es nicht.');
  });

  it('takes a correlation id from outside only if it is a UUID', async () => {
    const idFor = async (brought: string): Promise<string | undefined> =>
      (await send(baseUrl(), TENANT, { headers: { 'x-request-id': brought } })).headers['x-correlation-id'];
    const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await idFor(uuid)).toBe(uuid);
    expect(await idFor('{"level":"fatal"}')).toMatch(UUID);
  });
});

describe('Headers', () => {
  it('closes answers of the interface and opens pages to their own scripts only', async () => {
    const api = (await send(e2eEnvironment().baseUrl, TENANT)).headers;
    expect(api['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(api['x-frame-options']).toBe('SAMEORIGIN');
    expect(api['x-powered-by']).toBeUndefined();
    // Over plain http neither makes sense, and the second would break the page.
    expect(api['strict-transport-security']).toBeUndefined();
    for (const path of [
      TENANT.replace('/api', '/%61pi'),
      `http://evil.example${TENANT}`,
      `${TENANT}/`,
      '/nowhere',
      '/openapi.json',
    ])
      expect((await send(e2eEnvironment().baseUrl, path)).headers['content-security-policy']).toBe(
        api['content-security-policy'],
      );
    const page = (await send(e2eEnvironment().baseUrl, '/docs')).headers['content-security-policy'];
    expect(page).toContain("default-src 'self'");
    expect(page).not.toMatch(/script-src|upgrade-insecure-requests/);
  });

  it('allows no foreign page to read anything unless it is listed', async () => {
    const { headers } = await send(e2eEnvironment().baseUrl, TENANT, {
      headers: { origin: 'http://evil.example' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('Health and metrics', () => {
  it('is alive and ready', async () => {
    expect(await send(e2eEnvironment().baseUrl, '/health/live')).toMatchObject({
      status: 200,
      body: { status: 'up' },
    });
    expect(await send(e2eEnvironment().baseUrl, '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'up' },
    });
  });

  it('shows metrics on this machine and hides them from whoever comes through a proxy', async () => {
    const { body, status, headers } = await send(e2eEnvironment().baseUrl, '/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body.text).toMatch(
      /^http_request_duration_seconds_count\{.*route="\/health\/ready",status="200"\} \d+$/m,
    );
    expect(body.text).toMatch(/^database_pool_connections\{state="total"\} \d+$/m);
    expect(body.text).toMatch(/^jobs\{state="waiting"\} \d+$/m);
    expect(body.text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    const proxied = { headers: { 'x-forwarded-for': '192.0.2.1' } };
    expect((await send(e2eEnvironment().baseUrl, '/metrics', proxied)).status).toBe(404);
  });
});

describe('A program of its own', () => {
  jest.setTimeout(60_000);
  let folder: string;
  let postgres: PostgresProcess;
  let relay: Relay;
  let program: Program | undefined;

  const start = async (settings = {}): Promise<Program> =>
    (program = await startProgram(relay.url, folder, settings));
  const statusOf = async (path: string): Promise<number> => (await send(program!.baseUrl, path)).status;
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

  it('finishes what is under way when it is told to end, refuses the rest, and ends with 0', async () => {
    const { baseUrl, child } = await start();
    const lock = await lockTenants();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const underWay = send(baseUrl, TENANT, { agent });
    const idle = new Agent({ keepAlive: true });
    await send(baseUrl, '/health/live', { agent: idle });
    await sleep(300);

    const exit = once(child, 'exit');
    const since = Date.now();
    child.kill('SIGTERM');
    await sleep(200);
    const ready = await send(baseUrl, '/health/ready', { agent: idle });
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({ code: 'unavailable' });
    expect(ready.headers).toMatchObject({ 'retry-after': '1', connection: 'close' });
    expect(await statusOf('/health/live')).toBe(200);

    await lock.release();
    expect((await underWay).status).toBe(404);
    expect((await underWay).headers.connection).toBe('close');
    expect(await exit).toEqual([0, null]);
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  it('refuses those who are still sent to it, and breaks nobody off', async () => {
    const { baseUrl, child } = await start();
    await send(baseUrl, TENANT);
    const exit = once(child, 'exit');
    const since = Date.now();
    child.kill('SIGTERM');
    while ((await send(baseUrl, '/health/ready')).status !== 503) await sleep(5);
    const statuses = new Set<number>();
    while (Date.now() - since < 500) statuses.add((await send(baseUrl, TENANT)).status);
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
      const answer = await send(baseUrl, path);
      expect(answer.status).toBe(503);
      expect(answer.body).toMatchObject({ code: 'unavailable', status: 503 });
      expect(answer.headers['retry-after']).toBe('1');
    }
    expect(Date.now() - since).toBeLessThan(2_000);
    expect(await statusOf('/health/live')).toBe(200);
    expect((await send(baseUrl, '/metrics')).status).toBe(200);

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
    const cut = send(baseUrl, TENANT);
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
    const holder = send(baseUrl, TENANT);
    await sleep(200);
    const since = Date.now();
    const answer = await send(baseUrl, TENANT);
    expect(answer.status).toBe(503);
    expect(Date.now() - since).toBeLessThan(2_500);
    await lock.release();
    expect((await holder).status).toBe(404);
  });

  it('writes one JSON line a request, without what is nobody’s business, and shows metrics for the token', async () => {
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
    await send(baseUrl, `${TENANT}?email=erika@kunde.example`, {
      headers: { authorization: 'Bearer secret' },
    });
    expect(await statusOf('/metrics')).toBe(404);
    const authorization = `Bearer ${token}`;
    expect((await send(baseUrl, '/metrics', { headers: { authorization } })).status).toBe(200);

    const line = log().find(({ route }) => route === '/api/v1/public/tenants/:slug');
    expect(line).toMatchObject({ level: 'info', method: 'GET', status: 422, ms: expect.any(Number) });
    expect(line?.correlationId).toMatch(UUID);
    expect(readFileSync(program!.logFile, 'utf8')).not.toMatch(/erika|nobody-here|secret/);

    const origin = 'https://shop.kundenportal.example';
    const { headers } = await send(baseUrl, TENANT, { headers: { origin } });
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    const foreign = await send(baseUrl, TENANT, { headers: { origin: 'https://evil.example' } });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });
});
