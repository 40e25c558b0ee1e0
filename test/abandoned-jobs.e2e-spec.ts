import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner } from 'graphile-worker';
import type { Pool } from 'pg';
import { AbandonedJobs } from '../src/platform/events/abandoned-jobs';
import { patientPool } from '../src/platform/events/patient-pool';
import { e2eEnvironment } from './support/environment';

const TASK = 'test:parcel';
/** Longer than it takes until abandoned jobs are looked for again. */
const A_LOOK_MS = 6_000;

describe('A job', () => {
  jest.setTimeout(30_000);

  const done: unknown[] = [];
  let work: () => Promise<void>;
  let pool: Pool;
  let jobs: AbandonedJobs;
  let runner: Runner;
  let poolId: string;

  beforeAll(async () => {
    pool = patientPool({ connectionString: e2eEnvironment().databaseUrl, max: 5 });
    jobs = new AbandonedJobs(pool, (error) => {
      throw error;
    });
    jobs.events.on('pool:create', ({ workerPool }) => (poolId = workerPool.id));
    runner = await run({
      pgPool: pool,
      events: jobs.events,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
      pollInterval: 200,
      preset: { worker: { localQueue: { size: 2 } } },
      taskList: {
        [TASK]: async (payload) => {
          done.push(payload);
          await work();
        },
      },
    });
    await jobs.watch();
  });

  beforeEach(() => {
    done.length = 0;
    work = () => Promise.resolve();
  });

  afterAll(async () => {
    await runner.stop();
    jobs.stop();
    await pool.end();
  });

  /** As PostgreSQL has it when the answer that hands a job out gets lost. */
  const handOut = async (payload: object, to: string): Promise<void> => {
    const later = `SELECT id FROM graphile_worker.add_job($1, $2::json, run_at => now() + interval '1 hour')`;
    const { rows } = await pool.query<{ id: string }>(later, [TASK, JSON.stringify(payload)]);
    await pool.query(
      `UPDATE graphile_worker._private_jobs
       SET run_at = now(), attempts = 1, locked_by = $2, locked_at = now() - interval '1 minute' WHERE id = $1`,
      [rows[0]?.id, to],
    );
  };
  const age = (): Promise<unknown> =>
    pool.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE locked_by = $1`,
      [poolId],
    );

  it('that was handed out to somebody who never heard of it is done all the same', async () => {
    await pool.query(`SELECT graphile_worker.add_job($1, '{"n": 0}'::json)`, [TASK]);
    await until(() => done.length === 1);
    await handOut({ n: 1 }, poolId);
    await until(() => done.length === 2);
    expect(done).toEqual([{ n: 0 }, { n: 1 }]);
  });

  it('of a worker that is dead is done by somebody else', async () => {
    await handOut({ n: 2 }, 'pool-that-has-ended');
    await until(() => done.length === 1);
    expect(done).toEqual([{ n: 2 }]);
  });

  it('that takes long is done once', async () => {
    work = async () => {
      await age();
      await sleep(A_LOOK_MS);
    };
    await pool.query(`SELECT graphile_worker.add_job($1, '{"n": 3}'::json)`, [TASK]);
    await sleep(A_LOOK_MS + 2_000);
    expect(done).toEqual([{ n: 3 }]);
  });
});

async function until(reached: () => boolean): Promise<void> {
  for (let waited = 0; !reached(); waited += 100) {
    if (waited > 2 * A_LOOK_MS) throw new Error('Nobody does it.');
    await sleep(100);
  }
}
