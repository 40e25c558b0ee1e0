import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Response } from 'supertest';
import { e2eEnvironment } from './environment';

/**
 * Sends a request while a transaction of somebody else holds rows that it needs; the transaction ends well once the
 * request waits for it.
 * @param holding the statement that the transaction consists of
 * @param meanwhile what happens besides while the request waits
 * @returns the answer to the request
 */
export async function whileHolding(
  holding: { readonly sql: string; readonly values: readonly unknown[] },
  request: () => PromiseLike<Response>,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Response> {
  const holder = new Client({ connectionString: e2eEnvironment().databaseUrl });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query(holding.sql, [...holding.values]);
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const answer = Promise.resolve(request());
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
  throw new Error('The request does not wait for what is held.');
}
