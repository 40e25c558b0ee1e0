import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Client } from 'pg';
import { type Caller, callersOf } from './callers';
import { type Database, makeDatabases } from './databases';
import { type LoadResult, inTurns } from './load';
import type { Operation } from './operations';
import { type Options, optionsOf } from './options';
import { startPostgres, withClient } from './postgres';
import { statementsOf } from './queries';
import { profile } from './profiling';
import { report } from './report';
import { atSize, growth, machine, type OperationResult } from './results';
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
  const key = randomBytes(32).toString('hex');
  const settings = productionSettings(key);
  const postgres = await startPostgres();
  const stops = [() => postgres.stop()];
  try {
    const databases = await makeDatabases(postgres, options.sizes, options.amounts, settings);
    const [first] = databases;
    if (!first) throw new Error('There is nothing to measure.');
    await withClient(first.url, async (client) => {
      const callers = await callersOf(client, key);
      if (options.profiles) {
        mkdirSync(options.profiles, { recursive: true });
        return profile(options.profiles, { ...options, callers }, () =>
          startPortal(first.url, postgres.folder, settings, options.profiles),
        );
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
        operations.push(await measure(operation, pairs, callers, options, client));
      }
      const startUps = [startUp, ...(await startEmbedded())];
      const peakMiB = Math.max(...operations.flatMap(({ sizes }) => sizes.map((size) => size.peakMiB)));
      report(
        { at: new Date().toISOString(), machine: machine(), operations, startUps, peakMiB },
        options.publish,
      );
    });
  } finally {
    for (const stop of stops) await stop();
  }
}

async function measure(
  operation: Operation,
  pairs: readonly Pair[],
  callers: readonly Caller[],
  options: Options,
  client: Client,
): Promise<OperationResult> {
  const [first] = pairs;
  const [caller] = callers;
  if (!first || !caller) throw new Error('There is nobody to ask.');
  for (const { portal, bare } of pairs) await assertSame(portal, bare, operation, caller);
  const { queries, statements } = await statementsOf(client, first.portal, operation, caller);
  const servers: Record<string, Server> = {};
  for (const { database, portal, bare } of pairs) {
    servers[`portal ${database.tickets}`] = portal;
    servers[`bare ${database.tickets}`] = bare;
  }
  const results = await inTurns(servers, operation, { ...options, callers });
  const of = (name: string, { database }: Pair): LoadResult => results[`${name} ${database.tickets}`]!;
  const sizes = pairs.map((pair) => atSize(pair.database.tickets, of('portal', pair), of('bare', pair)));
  const last = pairs.at(-1) ?? first;
  const { name, kind } = operation;
  console.log(`${name}: ${sizes.map(({ tickets, ratio }) => `${ratio} with ${tickets}`).join(', ')}`);
  return { name, kind, sizes, growth: growth(of('portal', first), of('portal', last)), queries, statements };
}

void main();
