import { asSuperuser } from './database';

/**
 * A fingerprint of every row that a tenant has in any table behind row-level security; but up to when staff have been told of their
 * work, which goes on with time.
 */
export async function fingerprintOf(tenantId: string): Promise<Record<string, string>> {
  const tables = await asSuperuser<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND rowsecurity ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await asSuperuser<{ print: string }>(
      `SELECT count(*) || ':' || coalesce(md5(string_agg(line, '|' ORDER BY line)), '') AS print
       FROM (SELECT (to_jsonb(t) - 'told_until')::text AS line FROM ${name} t WHERE tenant_id = $1) lines`,
      [tenantId],
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}

/** Waits until the worker has nothing left to do, so that nothing changes by itself any more. */
export async function jobsDone(): Promise<void> {
  // By the clock: a job that is committed while this statement begins is due later than `now()`.
  let left: object[] = [];
  for (let waits = 0; waits < 100; waits++) {
    left = await asSuperuser(
      `SELECT task_identifier AS job, attempts, last_error, locked_by, now() - locked_at AS locked_for, now() - run_at AS due_for
       FROM graphile_worker.jobs WHERE run_at <= clock_timestamp() AND attempts < max_attempts
       UNION ALL
       SELECT identifier, 0, NULL, NULL, NULL, NULL FROM job_outbox`,
    );
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The worker did not come to rest: ${JSON.stringify(left.slice(0, 5))}`);
}
