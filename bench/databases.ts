import { hash } from '@node-rs/argon2';
import { addTickets, type Amounts, fill } from './data/fill';
import { PASSWORD } from './data/people';
import { type Postgres, withClient } from './postgres';
import { holdJobs } from '../test/support/held-jobs';
import { startPortal } from './servers';

/** A database with so many tickets; everything else in it is the same in all of them. */
export interface Database {
  readonly tickets: number;
  readonly url: string;
}

const FIRST = 'kundenportal';

/** One for each size: the smallest is filled, the others are copies of it with more tickets. */
export async function makeDatabases(
  postgres: Postgres,
  sizes: readonly number[],
  amounts: Amounts,
  settings: Readonly<Record<string, string>>,
): Promise<Database[]> {
  // The program itself makes the schema.
  await (await startPortal(postgres.url(FIRST), postgres.folder, settings)).stop();
  const [smallest = 0, ...larger] = sizes;
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await saying(`${smallest} tickets and everything else`, () =>
    withClient(postgres.url(FIRST), async (client) => {
      await fill(client, smallest, amounts, passwordHash);
      await client.query('CREATE EXTENSION pg_stat_statements');
    }),
  );
  // The bare server has nobody to do them.
  await holdJobs(postgres.url(FIRST));
  const databases = [{ tickets: smallest, url: postgres.url(FIRST) }];
  for (const tickets of larger) {
    const name = `tickets_${tickets}`;
    await saying(`${tickets} tickets`, async () => {
      await withClient(postgres.url('postgres'), (client) =>
        client.query(`CREATE DATABASE ${name} TEMPLATE ${FIRST}`),
      );
      await withClient(postgres.url(name), (client) => addTickets(client, smallest, tickets));
    });
    databases.push({ tickets, url: postgres.url(name) });
  }
  await withClient(postgres.url(FIRST), (client) => client.query('CHECKPOINT'));
  return databases;
}

async function saying<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  const result = await work();
  console.log(`Filled in ${what} in ${Math.round((Date.now() - since) / 1_000)} s.`);
  return result;
}
