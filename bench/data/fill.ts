import type { Client } from 'pg';
import { fillCatalog } from './catalog';
import { fillOrders } from './orders';
import { fillPeople } from './people';
import { makeSentences } from './texts';
import { fillComments, fillNumbers, fillTickets } from './tickets';

/** How much of what there is in every database, over all tenants. */
export interface Amounts {
  readonly articles: number;
  readonly devices: number;
  readonly orders: number;
}

/** Fills an empty, migrated database by SQL, with all triggers. */
export async function fill(
  client: Client,
  tickets: number,
  { articles, devices, orders }: Amounts,
  passwordHash: string,
): Promise<void> {
  await makeSentences(client);
  await fillPeople(client, passwordHash);
  await fillCatalog(client, articles, devices);
  await fillOrders(client, orders);
  await fillTickets(client, 1, tickets);
  await fillComments(client);
  await fillNumbers(client);
  await client.query('VACUUM ANALYZE');
}

/** Adds older tickets to a copy of a filled database. */
export async function addTickets(client: Client, from: number, to: number): Promise<void> {
  await makeSentences(client);
  await client.query(
    `CREATE TEMP TABLE owners AS
     SELECT row_number() OVER (ORDER BY last_name, tenant_id, customer_id) - 1 AS n, tenant_id, customer_id, id FROM contacts`,
  );
  await fillTickets(client, from + 1, to);
  await client.query('VACUUM ANALYZE');
}
