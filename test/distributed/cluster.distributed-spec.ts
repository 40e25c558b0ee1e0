import { join } from 'node:path';
import { Pool } from 'pg';
import { connectionSettings } from '../../src/platform/database/data-source';
import { inTransaction } from '../../src/platform/database/transaction';
import { CITUS_URL } from '../support/citus';
import { asSuperuser } from '../support/database';
import { e2eEnvironment } from '../support/environment';
import { EventStream } from '../support/event-stream';
import { asLogin } from '../support/login';
import { addContact, addCustomer } from '../support/population';
import { refusal } from '../support/refusal';
import { makeWorld, type World } from '../support/world';

const what = 'Spread over the workers of Citus,';
const reason = ' (skipped: TEST_CITUS_URL names no coordinator)';

/** What is about distribution; story and tenancy run on the same cluster. */
(CITUS_URL ? describe : describe.skip)(CITUS_URL ? what : what + reason, () => {
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller GmbH');
  });

  /** What the operator calls after a migration. */
  async function distribute(): Promise<{ code: number | null; output: string }> {
    const { databaseUrl: DATABASE_URL, folder } = e2eEnvironment();
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL,
      DATA_DIR: join(folder, 'data'),
      DATABASE_DISTRIBUTED: 'on',
    };
    return refusal(env, ['cli/portal.js', 'database:distribute']);
  }

  const TENANT_TABLES = `
    SELECT c.relname AS name, p.colocationid AS "group" FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    LEFT JOIN pg_dist_partition p ON p.logicalrelid = c.oid AND p.partmethod = 'h'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`;

  it('each tenant has its rows of all tables on one of them', async () => {
    const tables = await asSuperuser<{ name: string; group: number | null }>(TENANT_TABLES);
    expect(tables.length).toBeGreaterThan(40);
    expect(new Set(tables.map(({ group }) => group)).size).toBe(1);
    expect(tables[0]?.group).not.toBeNull();
    expect(await distribute()).toEqual({
      code: 0,
      output: `${tables.length} tables of tenants are spread over 2 workers.\n`,
    });
  });

  it('row-level security holds on every shard', async () => {
    const shards = await asSuperuser<{ held: string }>(
      `SELECT DISTINCT result AS held FROM run_command_on_shards('tickets',
         $$SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = '%s'::regclass$$)`,
    );
    expect(shards).toEqual([{ held: 't' }]);
  });

  it('an existing value is a conflict, also for concurrent requests', async () => {
    const twice = async (path: string, body: object): Promise<number[]> => {
      const answers = await Promise.all([1, 2].map(() => world.admin.post(path).send(body)));
      return answers.map(({ status }) => status).sort();
    };
    expect(await twice('/staff/customers', { number: 'K-1', name: 'Erste' })).toEqual([201, 409]);
    expect(await twice('/staff/articles', { number: 'A-1', name: 'Toner' })).toEqual([201, 409]);
    expect(await twice('/staff/ticket-categories', { nameDe: 'Netz', nameEn: 'Net' })).toEqual([201, 409]);
  });

  it('a search sees what its own transaction has written, and no other does', async () => {
    const { databaseUrl } = e2eEnvironment();
    const [found] = await asSuperuser<{ tenant: string; login: string; password: string }>(
      `SELECT t.id AS tenant, 'kundenportal_login_' || d.oid AS login, l.password
       FROM tenants t, program_login l, pg_database d WHERE d.datname = current_database() AND t.slug = $1`,
      [world.tenant.slug],
    );
    const { tenant, login, password } = found!;
    const url = asLogin(databaseUrl, login, password);
    const pool = new Pool(connectionSettings({ url, poolSize: 2, serves: true, distributed: true }));
    const search = `SELECT t.name FROM search_customers($1::uuid, $2) s CROSS JOIN LATERAL (
      SELECT f.* FROM customers f WHERE f.tenant_id = $1::uuid AND f.id = s.id OFFSET 0) t`;
    const asked = [tenant, 'Nachtigall'];
    const seen = await inTransaction(pool, tenant, async (transaction) => {
      await transaction.query('UPDATE customers t SET name = $3 WHERE t.tenant_id = $1 AND t.id = $2', [
        tenant,
        customerId,
        'Nachtigall',
      ]);
      const within = await transaction.query(search, asked);
      const beside = await inTransaction(pool, tenant, (other) => other.query(search, asked));
      await transaction.commit();
      return { within, beside };
    });
    expect(seen).toEqual({ within: [{ name: 'Nachtigall' }], beside: [] });
    expect(await inTransaction(pool, tenant, (other) => other.query(search, asked))).toHaveLength(1);
    await pool.end();
  });

  it('a change at a worker and its jobs at the coordinator are committed in two phases', async () => {
    const contact = await addContact(world, customerId, 'USER');
    const prepared = async (): Promise<number> => {
      const [row] = await asSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM pg_dist_transaction');
      return row?.n ?? 0;
    };
    await asSuperuser('SELECT recover_prepared_transactions()');
    const before = await prepared();
    const ticket = { subject: 'Drucker streikt', description: 'Er druckt nicht.' };
    await contact.post('/portal/tickets').send(ticket).expect(201);
    expect(await prepared()).toBeGreaterThan(before);
  });

  it('the end of a session ends its streams, although workers send no notification', async () => {
    const contact = await addContact(world, customerId, 'USER');
    const stream = await EventStream.open(contact, '/portal/events');
    await contact.post('/auth/logout').expect(204);
    await stream.until(() => stream.ended, 5_000);
  });

  it('a migration changes every shard, and new tables are spread when the command is called again', async () => {
    const contact = await addContact(world, customerId, 'USER');
    // One statement at a time: Citus hands on the whole text that it was sent.
    await asSuperuser(`ALTER TABLE tickets ADD COLUMN shelf text NOT NULL DEFAULT 'A'`);
    await asSuperuser(`
      CREATE TABLE parcels (
        tenant_id uuid NOT NULL, id uuid NOT NULL, ticket_id uuid NOT NULL,
        CONSTRAINT parcels_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT parcels_ticket FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id)
      )`);
    try {
      expect((await distribute()).code).toBe(0);
      const tables = await asSuperuser<{ name: string; group: number | null }>(TENANT_TABLES);
      expect(tables.map(({ name }) => name)).toContain('parcels');
      expect(new Set(tables.map(({ group }) => group)).size).toBe(1);
      const ticket = { subject: 'Regal', description: 'Wo liegt das Paket?' };
      const { body } = await contact.post('/portal/tickets').send(ticket).expect(201);
      const [row] = await asSuperuser<{ shelf: string; tenant: string }>(
        'SELECT shelf, tenant_id AS tenant FROM tickets WHERE id = $1',
        [body.id],
      );
      expect(row?.shelf).toBe('A');
      await asSuperuser('INSERT INTO parcels (tenant_id, id, ticket_id) VALUES ($1, $2, $2)', [
        row?.tenant,
        body.id,
      ]);
    } finally {
      await asSuperuser('DROP TABLE parcels');
      await asSuperuser('ALTER TABLE tickets DROP COLUMN shelf');
    }
  });
});
