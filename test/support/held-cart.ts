import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Test } from 'supertest';
import { e2eEnvironment } from './environment';

/**
 * Lets something happen while a submission waits for its lines: it has begun and has not read them yet.
 * @returns the answer to the submission
 */
export async function whileSubmitting<Answer>(
  contactId: string,
  submission: () => Test,
  meanwhile: () => Promise<Answer>,
): Promise<Awaited<Test>> {
  const holder = new Client({ connectionString: e2eEnvironment().databaseUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM cart_items WHERE contact_id = $1 FOR UPDATE', [contactId]);
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const answer = submission().then((response) => response);
    await waitsFor(holder, rows[0]?.pid ?? 0);
    await meanwhile();
    await holder.query('COMMIT');
    return await answer;
  } finally {
    await holder.end();
  }
}

async function waitsFor(client: Client, pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await client.query(
      'SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))',
      [pid],
    );
    if (rows.length > 0) return;
    await sleep(20);
  }
  throw new Error('The submission does not wait for its lines.');
}
