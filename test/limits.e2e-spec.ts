import type { Test } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { makeWorld } from './support/world';

/** Programs of their own, with a low limit, on one database. */
describe('The limit on requests', () => {
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
