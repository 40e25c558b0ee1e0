import type { Test } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { fillPath, operationsOfDocument } from './support/operations';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { wire, type WireAnswer } from './support/wire';
import { makeWorld } from './support/world';

/** Programs of their own, with a low limit, on one database. */
describe('The limit on requests', () => {
  jest.setTimeout(120_000);
  const PATH = '/public/tenants/gibt-es-nicht';
  let database: Database;
  let programs: Program[];

  beforeAll(async () => {
    database = await startDatabase();
    const settings = { REQUESTS_PER_MINUTE: '50' };
    programs = [await startProgram(database.url, database.dataDir, settings)];
    programs.push(await startProgram(database.url, database.dataDir, settings));
  });

  afterAll(async () => {
    for (const program of programs) await program.stop();
    await database.stop();
  });

  const ask = (path: string, method: string, address: string, headers = {}): Promise<WireAnswer> =>
    wire(path, {
      baseUrl: programs[0]!.baseUrl,
      method,
      headers: { 'x-forwarded-for': address, ...headers },
    });

  /** What the first and the last of one request more than the limit are answered, from an address of their own. */
  async function lastOf51(path: string, method = 'GET'): Promise<[first: number, last: number]> {
    const { address } = Api.anonymous();
    const statuses: number[] = [];
    for (let i = 0; i < 51; i++) statuses.push((await ask(path, method, address)).status);
    return [statuses[0]!, statuses.at(-1)!];
  }

  async function filesOf(page: string): Promise<string[]> {
    const { text } = await ask(page, 'GET', Api.anonymous().address);
    const links = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);
    return links
      .filter((link) => !/^(?:data|https?):/.test(link))
      .map((link) => new URL(link, `http://x${page}`).pathname);
  }

  it('counts for all instances together, per address, and says so in headers', async () => {
    const caller = Api.anonymous();
    const statuses: number[] = [];
    for (let i = 0; i < 60; i++) {
      const { status, headers } = await caller.at(programs[i % 2]!.baseUrl).get(PATH);
      statuses.push(status);
      expect(headers['ratelimit-limit']).toBe('50');
      expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
    }
    const served = statuses.filter((status) => status === 404).length;
    expect(served).toBeGreaterThanOrEqual(48);
    expect(served).toBeLessThanOrEqual(52);
    const refused = await caller.at(programs[0]!.baseUrl).get(PATH).expect(429);
    expect(refused.body.code).toBe('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await Api.anonymous().at(programs[0]!.baseUrl).get(PATH).expect(404);
  });

  it('counts by the route that is reached, however its path is spelled', async () => {
    const path = `/api/v1${PATH}`;
    for (const spelling of [
      path.replace('/api', '/%61pi'),
      path.replace('/v1', '/%761'),
      `${path}/`,
      `http://evil.example${path}`,
    ]) {
      expect([spelling, ...(await lastOf51(spelling))]).toEqual([spelling, 404, 429]);
    }
    expect(await lastOf51(`${path}?x=1`)).toEqual([422, 429]);
    expect(await lastOf51(path, 'HEAD')).toEqual([404, 429]);
  });

  it('limits unauthenticated requests to every public operation and page', async () => {
    const operations = (await operationsOfDocument()).filter(({ audience }) => audience === 'PUBLIC');
    expect(operations.length).toBeGreaterThan(7);
    const uncounted: string[] = [];
    const tried = async (path: string, method = 'GET'): Promise<void> => {
      const [, last] = await lastOf51(path, method);
      if (last !== 429) uncounted.push(`${method} ${path}: ${last}`);
    };
    for (const { method, path } of operations) await tried(fillPath(path, ['x']), method.toUpperCase());
    const pages = [
      '/',
      '/docs',
      '/docs/',
      '/password',
      '/password/',
      '/registration',
      '/tickets/x',
      '/mailbox',
    ];
    const machines = ['/openapi.json', '/openapi-3.0.json', '/health/live', '/health/ready', '/metrics'];
    for (const path of [...pages, ...machines, '/mailbox/messages', '/nowhere', '/api/v1/nowhere'])
      await tried(path);
    // What pages are made of.
    const files = await Promise.all(['/docs', '/'].map(filesOf));
    expect(files.flat().length).toBeGreaterThan(6);
    for (const path of files.flat()) await tried(path);
    await tried('/password', 'HEAD');
    await tried('/nowhere', 'POST');
    expect(uncounted).toEqual([]);
  });

  it('tells people when to come back as people say it, in their language', async () => {
    const address = '10.1.2.3';
    for (let i = 0; i < 50; i++) await ask('/nowhere', 'GET', address);
    const accept = { accept: 'text/html' };
    const german = await ask('/password', 'GET', address, accept);
    expect(german.status).toBe(429);
    expect(german.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'ratelimit-limit': '50',
    });
    expect(german.text).toMatch(
      /<h1>Zu viele Anfragen<\/h1>\s*<p>.*(in einer Minute|in wenigen Sekunden) erneut\.<\/p>/,
    );
    const english = await ask('/nowhere', 'GET', address, { 'accept-language': 'en' });
    expect(JSON.parse(english.text)).toMatchObject({
      title: 'Too many requests',
      detail: expect.stringMatching(/Please try again in a (minute|few seconds)\.$/),
    });
  });

  it('counts the addresses of an IPv6 network together', async () => {
    const from = (address: string): Test =>
      Api.anonymous().at(programs[0]!.baseUrl).get(PATH).set('x-forwarded-for', address);
    for (let i = 1; i <= 50; i++) await from(`2001:db8:0:1::${i}`).expect(404);
    await from('2001:db8:0:1:ffff::1').expect(429);
    await from('2001:db8:0:2::1').expect(404);
  });
});

describe('Housekeeping', () => {
  it('throws away sessions that ended long ago, and nothing else', async () => {
    const { admin } = await makeWorld();
    const { body } = await admin.get('/auth/me').expect(200);
    await asSuperuser(
      `INSERT INTO sessions (tenant_id, id, account_id, expires_at, ended_at)
       SELECT $1, gen_random_uuid(), $2, now() + interval '1 day', now() - interval '31 days'`,
      [body.tenantId, body.id],
    );
    await asSuperuser(`SELECT graphile_worker.add_job('Housekeeping.tidyUp', '{}'::json)`);
    const left = async (): Promise<number> =>
      (await asSuperuser('SELECT FROM sessions WHERE tenant_id = $1', [body.tenantId])).length;
    for (let waits = 0; (await left()) > 1 && waits < 100; waits++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await left()).toBe(1);
    await admin.get('/auth/me').expect(200);
  });
});
