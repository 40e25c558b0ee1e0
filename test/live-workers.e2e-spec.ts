import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkerUtils, type WorkerUtils } from 'graphile-worker';
import { Pool } from 'pg';
import { JobRunner } from '../src/platform/events/job-runner';
import { LiveWorkers } from '../src/platform/events/live-workers';
import { e2eEnvironment } from './support/environment';

const TASK = 'test:parcel';
/** Longer than the time between two checks and than a job must have been locked. */
const A_CHECK_MS = 6_000;

describe('A job', () => {
  jest.setTimeout(60_000);

  const done: unknown[] = [];
  let work: () => Promise<void> = () => Promise.resolve();
  let pool: Pool;
  let utils: WorkerUtils;
  let live: LiveWorkers;
  const running: JobRunner[] = [];

  beforeAll(async () => {
    pool = new Pool({ connectionString: e2eEnvironment().databaseUrl, max: 12 });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    utils = await makeWorkerUtils({ pgPool: pool });
    live = new LiveWorkers(pool, utils, (error) => {
      throw error;
    });
    await start();
    await live.watch();
  });

  beforeEach(() => {
    done.length = 0;
    work = () => Promise.resolve();
  });

  afterAll(async () => {
    for (const runner of running) await runner.stop();
    await live.stop();
    await utils.release();
    await pool.end();
  });

  async function start(): Promise<JobRunner> {
    const taskList = {
      [TASK]: async (payload: unknown) => {
        done.push(payload);
        await work();
      },
    };
    const runner = await JobRunner.start(
      { pool, concurrency: 2, pollIntervalMs: 200, taskList },
      () => undefined,
    );
    await live.add(runner.id);
    running.push(runner);
    return runner;
  }

  /** The state of a job whose handover was lost, or whose worker has terminated. */
  const lockedBy = async (payload: object, worker: string): Promise<void> => {
    const { id } = await utils.addJob(TASK, payload, { runAt: new Date(Date.now() + 3_600_000) });
    await pool.query(
      `UPDATE graphile_worker._private_jobs
       SET run_at = now(), attempts = 1, locked_by = $2, locked_at = now() - interval '1 minute' WHERE id = $1`,
      [id, worker],
    );
  };

  it('of a terminated worker is reassigned', async () => {
    await lockedBy({ n: 1 }, 'pool-that-has-ended');
    await until(() => done.length === 1);
    expect(done).toEqual([{ n: 1 }]);
  });

  it('whose handover was lost is reassigned once the worker is replaced', async () => {
    const [first] = running;
    await lockedBy({ n: 2 }, first?.id ?? '');
    await sleep(A_CHECK_MS);
    expect(done).toEqual([]);

    await start();
    await first?.stop();
    await live.remove(first?.id ?? '');
    await until(() => done.length === 1);
    expect(done).toEqual([{ n: 2 }]);
  });

  it('of a worker that begins while the connection breaks is left to it', async () => {
    const application_name = 'kundenportal-test-live-workers';
    const ownPool = new Pool({ connectionString: e2eEnvironment().databaseUrl, max: 1, application_name });
    ownPool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    const onError = jest.fn();
    const others = new LiveWorkers(ownPool, utils, onError);
    await others.watch();
    await pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      application_name,
    ]);
    await others.add('pool-that-has-begun');
    expect(onError).toHaveBeenCalledTimes(1);

    await sleep(A_CHECK_MS);
    await lockedBy({ n: 4 }, 'pool-that-has-begun');
    await sleep(A_CHECK_MS);
    expect(done).toEqual([]);
    await others.stop();
    await until(() => done.length === 1);
    expect(done).toEqual([{ n: 4 }]);
    await ownPool.end();
  });

  it('that takes long is done once', async () => {
    work = async () => {
      await pool.query(
        `UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE locked_by IS NOT NULL`,
      );
      await sleep(A_CHECK_MS);
    };
    await utils.addJob(TASK, { n: 3 });
    await sleep(A_CHECK_MS + 2_000);
    expect(done).toEqual([{ n: 3 }]);
  });
});

async function until(reached: () => boolean): Promise<void> {
  for (let waited = 0; !reached(); waited += 100) {
    if (waited > 3 * A_CHECK_MS) throw new Error('Nobody does it.');
    await sleep(100);
  }
}
