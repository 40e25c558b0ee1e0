import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { JobRunner } from '../src/platform/events/job-runner';
import { e2eEnvironment } from './support/environment';

const TASK = 'test:letter';
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
