import { asSuperuser } from './database';

/**
 * A fingerprint of every row that a tenant has in any table behind row-level security; but for what goes on with time: up to when
 * staff have been told of their work, and the mails about it.
 */
export async function fingerprintOf(tenantId: string): Promise<Record<string, string>> {
  const tables = await asSuperuser<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND rowsecurity ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await asSuperuser<{ print: string }>(
      `SELECT count(*) || ':' || coalesce(md5(string_agg(line, '|' ORDER BY line)), '') AS print
       FROM (SELECT (to_jsonb(t) - 'told_until')::text AS line FROM ${name} t
         WHERE tenant_id = $1 AND coalesce(to_jsonb(t) ->> 'template', '') NOT IN ('work-news', 'work-digest')) lines`,
      [tenantId],
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}

/** An event leads to a handler, that to a mail, each by way of the outbox; some events to another event first. */
const LONGEST_CHAIN = 6;

/**
 * Waits until the workers have done what is to be done now, and what comes of it; what other suites give them meanwhile is
 * not waited for.
 */
export async function jobsDone(): Promise<void> {
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const waiting = await jobs();
    if (waiting.length === 0) return;
    await untilNoneOf(new Set(waiting.map(({ key }) => key)));
  }
}

async function untilNoneOf(keys: ReadonlySet<string>): Promise<void> {
  let left: Job[] = [];
  for (let waits = 0; waits < 200; waits++) {
    left = (await jobs()).filter(({ key }) => keys.has(key));
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The workers have not come to: ${JSON.stringify(left.slice(0, 5))}`);
}

interface Job {
  readonly key: string;
}

/** Those that are due, by the clock: one that is committed while this statement begins is due later than `now()`. */
function jobs(): Promise<Job[]> {
  return asSuperuser<Job>(
    `SELECT 'job ' || id AS key, task_identifier AS job, attempts, last_error, locked_by, now() - locked_at AS locked_for,
       now() - run_at AS due_for
     FROM graphile_worker.jobs WHERE run_at <= clock_timestamp() AND attempts < max_attempts
     UNION ALL
     SELECT 'outbox ' || id, identifier, 0, NULL, NULL, NULL, NULL FROM job_outbox`,
  );
}
