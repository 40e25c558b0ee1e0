import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.BENCH_DATABASE_URL,
  max: 10,
  idleTimeoutMillis: 0,
  // As the program: each statement is planned once.
  options: '-c plan_cache_mode=force_generic_plan',
});

/** Rows of a statement that each connection prepares once. */
export const query = (name, text, values) => run(pool, name, text, values);

const run = (connection, name, text, values) =>
  connection.query({ name, text, values }).then(({ rows }) => rows);

/** All statements or none; `work` gets a function as `query`. */
export async function transaction(work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work((name, text, values) => run(client, name, text, values));
    await client.query('COMMIT');
    handOver();
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const HAND_OVER = `WITH jobs AS (DELETE FROM job_outbox WHERE id IN (
    SELECT id FROM job_outbox ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED)
    RETURNING id, identifier, payload, run_at, max_attempts)
  SELECT CASE WHEN EXISTS (SELECT FROM jobs) THEN (SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
    SELECT json_populate_record(NULL::graphile_worker.job_spec, to_json(jobs)) FROM jobs ORDER BY id))) END`;
let handingOver = false;
let askedAgain = false;

/** Hands queued jobs to the job library, those of all transactions that end meanwhile together. */
async function handOver() {
  askedAgain = true;
  if (handingOver) return;
  handingOver = true;
  while (askedAgain) {
    askedAgain = false;
    await query('hand-over', HAND_OVER, []);
  }
  handingOver = false;
}

const handlers = new Map();

/** Queues what the portal queues for an event: a job for each handler. */
export async function publish(ask, event, payload) {
  if (!handlers.has(event)) handlers.set(event, await handlersOf(ask, event));
  const jobs = handlers.get(event).map((identifier) => ({ identifier, payload, max_attempts: 20 }));
  await ask(
    'jobs',
    `INSERT INTO job_outbox (identifier, payload, max_attempts)
     SELECT identifier, payload, max_attempts
     FROM json_to_recordset($1::json) AS job (identifier text, payload json, max_attempts smallint)`,
    [JSON.stringify(jobs)],
  );
}

/** Learned from the portal's own jobs: it has been asked the same before, and hands them over a moment later. */
async function handlersOf(ask, event) {
  for (let tries = 0; tries < 50; tries++) {
    const rows = await ask(
      'handlers',
      'SELECT DISTINCT task_identifier AS name FROM graphile_worker.jobs WHERE task_identifier LIKE $1',
      [`${event}:%`],
    );
    if (rows.length > 0) return rows.map(({ name }) => name);
    await sleep(100);
  }
  throw new Error(`The portal has no jobs of ${event}.`);
}
