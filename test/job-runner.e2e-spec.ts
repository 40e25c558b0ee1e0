import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkerUtils } from 'graphile-worker';
import { Pool } from 'pg';
import { JobRunner } from '../src/platform/events/job-runner';
import { LiveWorkers } from '../src/platform/events/live-workers';
import { e2eEnvironment } from './support/environment';

const TASK = 'test:letter';
const SLOW_TASK = 'test:slow-letter';
const WORKER = 'kundenportal-test-letters';

describe('Workers', () => {
  const done = new EventEmitter();
  const onUnreliable = jest.fn();
  let pool: Pool;
  let other: Pool;
  let runner: JobRunner;

  beforeAll(async () => {
    const { databaseUrl: connectionString } = e2eEnvironment();
    other = new Pool({ connectionString, max: 1 });
    pool = new Pool({ connectionString, max: 8, application_name: WORKER });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    const taskList = { [TASK]: (payload: unknown) => void done.emit('letter', payload) };
    // It looks around so rarely that nothing is found in this way.
    runner = await JobRunner.start({ pool, concurrency: 4, pollIntervalMs: 60_000, taskList }, onUnreliable);
    while (!(await listens())) await sleep(20);
  });

  afterAll(async () => {
    await runner.stop();
    await pool.end();
    await other.end();
  });

  const listens = async (): Promise<boolean> => {
    const { rows } = await other.query(
      `SELECT FROM pg_stat_activity WHERE application_name = $1 AND query LIKE 'LISTEN%' AND state = 'idle'`,
      [WORKER],
    );
    return rows.length > 0;
  };

  const write = async (n: number): Promise<void> => {
    const written = once(done, 'letter');
    await other.query(`SELECT graphile_worker.add_job($1, $2::json)`, [TASK, JSON.stringify({ n })]);
    expect(await written).toEqual([{ n }]);
  };

  it('begin with a job when it is there, also right after others', async () => {
    for (let n = 0; n < 10; n++) await write(n);
    expect(onUnreliable).not.toHaveBeenCalled();
  });

  it('end although how two jobs ended could not be written down', async () => {
    const underWay: { resolve: () => void; reject: (error: Error) => void }[] = [];
    const work = (): Promise<void> => new Promise((resolve, reject) => underWay.push({ resolve, reject }));
    const onLost = jest.fn();
    const losing = await JobRunner.start(
      { pool, concurrency: 3, pollIntervalMs: 100, taskList: { [SLOW_TASK]: work } },
      onLost,
    );
    // Otherwise the program of the suites takes these workers for terminated, and releases their jobs.
    const live = new LiveWorkers(pool, await makeWorkerUtils({ pgPool: other }), onUnreliable);
    await live.watch();
    await live.add(losing.id);
    for (const n of [1, 2, 3]) {
      await other.query(`SELECT graphile_worker.add_job($1, $2::json)`, [SLOW_TASK, JSON.stringify({ n })]);
    }
    while (underWay.length < 3) await sleep(20);

    const away = jest.spyOn(pool, 'connect').mockRejectedValue(new Error('away') as never);
    for (const { resolve } of underWay.slice(0, 2)) {
      resolve();
      await sleep(100);
    }
    away.mockRestore();
    expect(onLost).toHaveBeenCalledWith(losing);
    underWay[2]?.reject(new Error('refused'));
    await losing.stop();
    const { rows } = await other.query<{ id: string; locked_by: string | null }>(
      'SELECT id, locked_by FROM graphile_worker.jobs WHERE task_identifier = $1 ORDER BY id',
      [SLOW_TASK],
    );
    expect(rows.map(({ locked_by }) => locked_by)).toEqual([losing.id, losing.id, null]);
    await live.stop();
    await other.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [losing.id]);
    await other.query('SELECT graphile_worker.complete_jobs($1)', [rows.map(({ id }) => id)]);
  });

  it('are given up when how two jobs ended cannot be written down, although others could be taken', async () => {
    const underWay: (() => void)[] = [];
    const work = (): Promise<void> => new Promise((resolve) => underWay.push(resolve));
    const onLost = jest.fn();
    const losing = await JobRunner.start(
      { pool, concurrency: 3, pollIntervalMs: 100, taskList: { [SLOW_TASK]: work } },
      onLost,
    );
    await other.query(`
      CREATE FUNCTION refuse_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER refuse_outcome BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW
        WHEN (OLD.payload ->> 'outcome' = 'refused') EXECUTE FUNCTION refuse_outcome()`);
    for (const n of [1, 2, 3]) {
      const payload = JSON.stringify({ n, outcome: 'refused' });
      await other.query(`SELECT graphile_worker.add_job($1, $2::json)`, [SLOW_TASK, payload]);
    }
    while (underWay.length < 3) await sleep(20);
    const [first, second, third] = underWay;
    for (const end of [first, second]) {
      end?.();
      await sleep(100);
    }
    expect(onLost).toHaveBeenCalledWith(losing);
    third?.();
    await losing.stop();
    await other.query('DROP FUNCTION refuse_outcome CASCADE');
    await other.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [losing.id]);
    await other.query(
      `SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE task_identifier = $1`,
      [SLOW_TASK],
    );
  });

  it('outlive their connections', async () => {
    // How the last job ended has been written down by then.
    await sleep(500);
    await other.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      WORKER,
    ]);
    await sleep(500);
    while (!(await listens())) await sleep(20);
    await write(100);
  });
});
