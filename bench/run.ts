import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Client } from 'pg';
import { withPortalInBrowser } from './browser';
import { callersOf } from './callers';
import { type Database, makeDatabases } from './databases';
import { measureLive } from './live';
import { inTurns, type Load, type LoadResult } from './load';
import type { Operation } from './operations';
import { type Options, optionsOf } from './options';
import { measurePages } from './pages';
import { startPostgres, withClient } from './postgres';
import { statementsOf } from './queries';
import { profile } from './profiling';
import { report } from './report';
import { atSize, growth, machine, type OperationResult, type Results, totalMs } from './results';
import { assertSame } from './same';
import { productionSettings, type Server, startBare, startPortal } from './servers';
import { startEmbedded, startWithDatabase } from './startup';

/** A database with who answers from it. */
interface Pair {
  readonly database: Database;
  readonly portal: Server;
  readonly bare: Server;
}

/** See docs/performance.md. */
async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const results = options.operations.length > 0 ? await measureOperations(options) : NOTHING;
  if (!results) return;
  const inBrowser = options.pages && !options.profiles ? await measureInBrowser() : { pages: [], live: [] };
  report({ at: new Date().toISOString(), machine: machine(), ...results, ...inBrowser }, options.publish);
}

type OperationResults = Pick<Results, 'operations' | 'startUps' | 'peakMiB'>;

const NOTHING: OperationResults = { operations: [], startUps: [], peakMiB: 0 };

function measureInBrowser(): Promise<Pick<Results, 'pages' | 'live'>> {
  return withPortalInBrowser(async (portal) => ({
    pages: await measurePages(portal),
    live: await measureLive(portal),
  }));
}

/** Nothing where profiles are wanted instead. */
async function measureOperations(options: Options): Promise<OperationResults | undefined> {
  const key = randomBytes(32).toString('hex');
  const settings = productionSettings(key);
  const postgres = await startPostgres();
  const stops = [() => postgres.stop()];
  try {
    const databases = await makeDatabases(postgres, options.sizes, options.amounts, settings);
    const [first] = databases;
    if (!first) throw new Error('There is nothing to measure.');
    return await withClient(first.url, async (client) => {
      const load = {
        ...options,
        callers: await callersOf(client, key),
        postgresPid: postgres.pid,
        clearUp: async () => {
          for (const { url } of databases) await withClient(url, clearJobs);
        },
      };
      if (options.profiles) {
        mkdirSync(options.profiles, { recursive: true });
        await profile(options.profiles, load, () =>
          startPortal(first.url, postgres.folder, settings, options.profiles),
        );
        return undefined;
      }
      const startUp = await startWithDatabase(first.url, postgres.folder, settings);
      const pairs: Pair[] = [];
      for (const database of databases) {
        const portal = await startPortal(database.url, postgres.folder, settings);
        stops.unshift(() => portal.stop());
        const bare = await startBare(database.url, key);
        stops.unshift(() => bare.stop());
        pairs.push({ database, portal, bare });
      }
      const operations: OperationResult[] = [];
      for (const operation of options.operations) {
        operations.push(await measure(operation, pairs, load, client));
      }
      const startUps = [startUp, ...(await startEmbedded())];
      const peakMiB = Math.max(...operations.flatMap(({ sizes }) => sizes.map((size) => size.peakMiB)));
      return { operations, startUps, peakMiB };
    });
  } finally {
    for (const stop of stops) await stop();
  }
}

/** What jobs are waiting does not depend on whose turn it was before. */
async function clearJobs(client: Client): Promise<void> {
  await client.query('DELETE FROM job_outbox');
  await client.query(`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs))`);
  await client.query('VACUUM job_outbox');
}

async function measure(
  operation: Operation,
  pairs: readonly Pair[],
  load: Load,
  client: Client,
): Promise<OperationResult> {
  const [first] = pairs;
  const [caller] = load.callers;
  if (!first || !caller) throw new Error('There is nobody to ask.');
  const { name, kind, isCompared, mostQueries } = operation;
  if (isCompared) for (const { portal, bare } of pairs) await assertSame(portal, bare, operation, caller);
  const { queries, statements } = await statementsOf(client, first.portal, operation, caller);
  const servers: Record<string, Server> = {};
  for (const { database, portal, bare } of pairs) {
    servers[`portal ${database.tickets}`] = portal;
    if (isCompared) servers[`bare ${database.tickets}`] = bare;
  }
  const results = await inTurns(servers, operation, load);
  const of = (server: string, { database }: Pair): LoadResult | undefined =>
    results[`${server} ${database.tickets}`];
  const sizes = pairs.map((pair) => atSize(pair.database.tickets, of('portal', pair)!, of('bare', pair)));
  const last = pairs.at(-1) ?? first;
  console.log(
    `${name}: ${sizes.map(({ tickets, portal }) => `${totalMs(portal).toFixed(2)} ms with ${tickets}`).join(', ')}`,
  );
  const grown = growth(of('portal', first)!, of('portal', last)!);
  return { name, kind, sizes, growth: grown, queries, mostQueries, statements };
}

void main();
