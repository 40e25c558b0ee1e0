import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Api } from './support/api';
import { holdJobsOnceDone } from './support/held-jobs';
import { startStack, type Stack } from './support/stack';

const PASSWORD = 'Kundenportal-Demo-2026';
/** Longer than it takes to hand jobs over. */
const QUIET_MS = 300;
/** How often the program looks for jobs that nobody has told it of. */
const POLLED_EVERY_MS = 2_000;

describe('Jobs are handed over after the commit', () => {
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
    await holdJobsOnceDone(stack.databaseUrl);
    listener.on('notification', ({ payload = '' }) =>
      told.push(payload ? (JSON.parse(payload) as { count: number }).count : 0),
    );
    await listener.query('LISTEN "jobs:insert"');
  }, 60_000);

  beforeEach(async () => {
    await sleep(QUIET_MS);
    told = [];
  });

  afterAll(async () => {
    await listener.end();
    await stack.stop();
  });

  const jobs = async (condition = `run_at > '2099-01-01'`): Promise<number> => {
    const { rows } = await listener.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE ${condition}`,
    );
    return rows[0]?.n ?? 0;
  };

  const outbox = async (): Promise<number> =>
    (await listener.query<{ n: number }>('SELECT count(*)::int AS n FROM job_outbox')).rows[0]?.n ?? 0;

  const isHandOverWaiting = async (): Promise<boolean> => {
    const { rows } = await listener.query(
      `SELECT FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%job_outbox%'`,
    );
    return rows.length > 0;
  };

  const record = async (): Promise<void> => {
    await user.post('/portal/tickets').send({ subject: 'Toner leer', description: 'Im Flur.' }).expect(201);
  };

  it('and workers are told at once', async () => {
    const before = await jobs();
    await record();
    await sleep(QUIET_MS);
    expect(told).toEqual([(await jobs()) - before]);
  });

  /** Lets nobody hand over until `work` is done; the first who tries waits. */
  const whileHeld = async (work: () => Promise<unknown>): Promise<void> => {
    const holder = new Client({ connectionString: stack.databaseUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('LOCK TABLE graphile_worker.jobs IN SHARE MODE');
      await record();
      while (!(await isHandOverWaiting())) await sleep(20);
      await work();
    } finally {
      await holder.end();
    }
  };

  it('many of them together in a rush, each once', async () => {
    const before = await jobs();
    // The first hand-over waits; what is committed meanwhile is the second.
    await whileHeld(() => Promise.all(Array.from({ length: 20 }, record)));
    while ((await outbox()) > 0) await sleep(20);
    await sleep(QUIET_MS);
    const added = (await jobs()) - before;
    expect(told).toEqual([added / 21, (added / 21) * 20]);
  });

  it('and nothing is announced that another hand-over has taken', async () => {
    const before = await jobs();
    // Who looks meanwhile sees what is being handed over still waiting.
    await whileHeld(() => sleep(2 * POLLED_EVERY_MS));
    await sleep(QUIET_MS);
    expect(told).toEqual([(await jobs()) - before]);
  });
});
