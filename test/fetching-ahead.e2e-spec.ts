import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { FetchingAhead } from '../src/platform/events/fetching-ahead';
import { patientPool } from '../src/platform/events/patient-pool';
import { e2eEnvironment } from './support/environment';

const TASK = 'test:letter';
const WORKER = 'kundenportal-test-letters';

describe('Jobs', () => {
  const done = new EventEmitter();
  let pool: Pool;
  let runner: Runner;

  beforeAll(async () => {
    const { databaseUrl } = e2eEnvironment();
    pool = patientPool({ connectionString: databaseUrl, max: 5, application_name: WORKER });
    const events: WorkerEvents = new EventEmitter();
    runner = await run({
      pgPool: pool,
      events,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
      // So late that nothing is found by looking around.
      pollInterval: 60_000,
      preset: new FetchingAhead(events, 4).preset,
      taskList: { [TASK]: (payload) => void done.emit('letter', payload) },
    });
    while (!(await listens())) await sleep(20);
  });

  afterAll(async () => {
    await runner.stop();
    await pool.end();
  });

  const listens = async (): Promise<boolean> => {
    const { rows } = await pool.query(
      `SELECT FROM pg_stat_activity WHERE application_name = $1 AND query LIKE 'LISTEN%' AND state = 'idle'`,
      [WORKER],
    );
    return rows.length > 0;
  };

  const write = async (n: number): Promise<void> => {
    const written = once(done, 'letter');
    await pool.query(`SELECT graphile_worker.add_job($1, $2::json)`, [TASK, JSON.stringify({ n })]);
    expect(await written).toEqual([{ n }]);
  };

  it('are begun when they are there, also right after others', async () => {
    for (let n = 0; n < 10; n++) await write(n);
  });
});
