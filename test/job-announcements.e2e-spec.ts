import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Api } from './support/api';
import { holdJobs } from './support/held-jobs';
import { startStack, type Stack } from './support/stack';

const PASSWORD = 'Kundenportal-Demo-2026';
/** Longer than the pause after an announcement. */
const QUIET_MS = 300;

describe('Workers are told of new jobs', () => {
  let stack: Stack;
  let listener: Client;
  let user: Api;
  /** The numbers of jobs in each announcement. */
  let told: number[] = [];

  beforeAll(async () => {
    stack = await startStack({ DEMO_DATA: 'on' });
    const api = Api.anonymous().at(stack.baseUrl);
    const credentials = {
      tenant: 'musterhaus',
      email: 'petra.mueller@mueller-soehne.example',
      password: PASSWORD,
    };
    const { body } = await api.post('/auth/login').send(credentials).expect(200);
    user = api.withToken(String(body.accessToken));
    listener = new Client({ connectionString: stack.databaseUrl });
    await listener.connect();
    // Those of the demo data have been done, and bring about no more.
    while ((await jobs('run_at <= now()')) > 0) await sleep(QUIET_MS);
    await holdJobs(stack.databaseUrl);
    listener.on('notification', ({ payload = '' }) =>
      told.push((JSON.parse(payload) as { count: number }).count),
    );
    await listener.query('LISTEN "jobs:insert"');
  });

  beforeEach(async () => {
    await sleep(QUIET_MS);
    told = [];
  });

  afterAll(async () => {
    await listener.end();
    await stack.stop();
  });

  const jobs = async (condition = 'attempts = max_attempts'): Promise<number> => {
    const { rows } = await listener.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE ${condition}`,
    );
    return rows[0]?.n ?? 0;
  };

  const record = async (): Promise<void> => {
    await user.post('/portal/tickets').send({ subject: 'Toner leer', description: 'Im Flur.' }).expect(201);
  };

  it('at once where they are rare', async () => {
    const before = await jobs();
    await record();
    await sleep(QUIET_MS);
    expect(told).toEqual([(await jobs()) - before]);
  });

  it('in few messages in a rush, of each job once', async () => {
    const before = await jobs();
    await Promise.all(Array.from({ length: 20 }, record));
    await sleep(QUIET_MS);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe((await jobs()) - before);
    expect(told.length).toBeLessThan(15);
  });
});
