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
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const handlers = new Map();

/** Queues what the portal queues for an event: a job for each handler, whose names are learned from its own jobs. */
export async function publish(ask, event, payload) {
  if (!handlers.has(event)) {
    const rows = await ask(
      'handlers',
      'SELECT DISTINCT task_identifier AS name FROM graphile_worker.jobs WHERE task_identifier LIKE $1',
      [`${event}:%`],
    );
    handlers.set(
      event,
      rows.map(({ name }) => name),
    );
  }
  const jobs = handlers.get(event).map((identifier) => ({ identifier, payload, max_attempts: 20 }));
  await ask(
    'jobs',
    `INSERT INTO job_outbox (identifier, payload, max_attempts)
     SELECT identifier, payload, max_attempts
     FROM json_to_recordset($1::json) AS job (identifier text, payload json, max_attempts smallint)`,
    [JSON.stringify(jobs)],
  );
}
