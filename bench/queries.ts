import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Caller } from './callers';
import type { HttpRequest, Operation } from './operations';
import type { Server } from './servers';

const TIMES = 20;

/** What an operation asks of the database, per request. */
export interface Statements {
  /** Without those that begin, scope and end transactions, and the worker's. */
  readonly queries: number;
  readonly statements: readonly { readonly times: number; readonly text: string }[];
}

// The last two hand jobs to the workers, and take them.
const CONTROL = /^(BEGIN|COMMIT|ROLLBACK|SET LOCAL|WITH taken AS \( DELETE FROM job_outbox|with j as)/;

/** Counts on a run of its own, because counting costs time; what is not asked for every time is somebody else's. */
export async function statementsOf(
  client: Client,
  server: Server,
  operation: Operation,
  caller: Caller,
): Promise<Statements> {
  const requests = operation.requestsOf(caller);
  // Not the first time: what is only asked once, is not counted.
  await askAll(server, requests);
  // Twice: a job that passes through all tenants may run beside one of them.
  const counts = [await counted(client, server, requests), await counted(client, server, requests)];
  return counts.reduce((least, count) => (count.queries < least.queries ? count : least));
}

async function counted(
  client: Client,
  server: Server,
  requests: readonly HttpRequest[],
): Promise<Statements> {
  await counting(client, true);
  for (let i = 0; i < TIMES; i++) await askAll(server, requests);
  const { rows } = await client.query<{ calls: string; query: string }>(
    `SELECT sum(calls) AS calls, query FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = current_database() AND toplevel GROUP BY query HAVING sum(calls) >= $1 ORDER BY 1 DESC`,
    [TIMES],
  );
  await counting(client, false);
  const statements = rows.map(({ calls, query }) => ({
    times: Math.round((Number(calls) / TIMES / requests.length) * 100) / 100,
    text: query.replace(/\s+/g, ' '),
  }));
  const queries = statements
    .filter(({ text }) => !CONTROL.test(text))
    .reduce((sum, { times }) => sum + times, 0);
  return { queries: Math.round(queries * 10) / 10, statements };
}

/** The bodies of the answers, one request after the other. @throws where one is no success */
export async function askAll(server: Server, requests: readonly HttpRequest[]): Promise<string[]> {
  const answers: string[] = [];
  for (const request of requests) answers.push(await ask(server, request, answers.at(-1)));
  return answers;
}

async function ask(
  { baseUrl }: Server,
  { path, method, headers, body }: HttpRequest,
  before = '',
): Promise<string> {
  const sent = typeof body === 'function' ? body(before) : body;
  const response = await fetch(baseUrl + path, { method, headers, body: sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 1_000)}`);
  return text;
}

async function counting(client: Client, on: boolean): Promise<void> {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${on ? 'top' : 'none'}'`);
  await client.query('SELECT pg_reload_conf()');
  await sleep(200);
  if (on) await client.query('SELECT pg_stat_statements_reset()');
}
