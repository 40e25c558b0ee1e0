import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import type * as DataSourceFile from '../src/platform/database/data-source';
import type * as MigrateFile from '../src/startup/migrate';
import { type Database, DIST, startDatabase } from './support/stack';

const FOLDER = join(DIST, 'platform/database');
/** The first migration that knows canonical forms. */
const FIRST = 1700000018000;

interface Row {
  readonly id: string;
  readonly key: string | null;
  readonly value: string;
}

/** What was written before there was one form of it: migrations must run on a system that is in use. */
describe('The migration to canonical forms', () => {
  const tenantId = randomUUID();
  const customerId = randomUUID();
  let database: Database;
  let client: Client;

  beforeAll(async () => {
    database = await startDatabase();
    await migrateBefore(FIRST);
    client = new Client({ connectionString: database.url });
    await client.connect();
    await writeOldRows();
    const { migrate } = (await import(join(DIST, 'startup/migrate.js'))) as typeof MigrateFile;
    await migrate(database.url);
  });

  afterAll(async () => {
    await client.end();
    await database.stop();
  });

  /** Runs the migrations before a time stamp, and notes them down as the library does. */
  async function migrateBefore(timestamp: number): Promise<void> {
    const { createDataSource } = (await import(join(FOLDER, 'data-source.js'))) as typeof DataSourceFile;
    const dataSource = createDataSource({ url: database.url, poolSize: 1, serves: false });
    await dataSource.initialize();
    const later = readdirSync(join(DIST, 'schema/migrations')).filter(
      (file) => /^\d+.*\.js$/.test(file) && Number(file.split('-')[0]) >= timestamp,
    );
    expect(later.length).toBeGreaterThan(1);
    const { migrations } = dataSource;
    const old = migrations.filter(({ constructor: { name } }) => Number(name.slice(-13)) < timestamp);
    expect(old.length).toBe(migrations.length - later.length);
    Object.assign(dataSource, { migrations: old });
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
  }

  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row: Record<string, unknown> = { tenant_id: tenantId, id: randomUUID(), ...values };
    const names = Object.keys(row);
    await client.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
    return String(row.id);
  };

  const article = (number: string) =>
    insert('articles', { version: 1, number, name: number, unit: 'Stück', vat_rate_permille: 190 });
  const account = (email: string, state: string) =>
    insert('accounts', {
      kind: 'CONTACT',
      role: 'USER',
      customer_id: customerId,
      email,
      name: 'Mu\u0308ller',
      state,
      invited_at: new Date(),
    });

  async function writeOldRows(): Promise<void> {
    await client.query('INSERT INTO tenants (id, slug, name) VALUES ($1, $2, $3)', [tenantId, 'alt', 'Alt']);
    const customer = { id: customerId, version: 1, number: 'KD-1', name: 'Mu\u0308ller', city: 'Ko\u0308ln' };
    await insert('customers', customer);
    for (const number of ['kd-1', 'KD\u20111', 'KD-2'])
      await insert('customers', { version: 1, number, name: number });
    for (const number of ['QZ 1', 'QZ\u00a01', 'QZ1', 'QZ1\u200b', 'QA\u03081', 'QÄ1', 'Solo A\u0308'])
      await article(number);
    for (const tag of ['INV-1', 'INV–1', null, null])
      await insert('devices', { version: 1, customer_id: customerId, name: 'Drucker', asset_tag: tag });
    for (const name of ['HL 1', 'HL\u00a01'])
      await insert('printer_models', { version: 1, manufacturer: 'Brother', name });
    await account('Nur.Einer@BÜCHER.example', 'INVITED');
    await account('u@bu\u0308cher.example', 'INVITED');
    await account('U@xn--bcher-kva.example', 'ACTIVE');
    await account('a@kunde.example\u200b', 'ACTIVE');
    for (const [number, category] of Object.entries({
      'T-2020-000001': 'Drucker',
      'T-2020-000002': 'DRUCKER',
      'T-2020-000003': 'Server',
      'T-2020-000004': null,
    }))
      await insert('tickets', {
        version: 1,
        number,
        customer_id: customerId,
        subject: number,
        description: number,
        status: 'NEW',
        priority: 'NORMAL',
        category,
        created_by_id: randomUUID(),
        created_by_kind: 'STAFF',
        created_at: new Date(),
        public_activity_at: new Date(),
        updated_at: new Date(),
      });
    for (const email of ['r@bücher.example', 'r@xn--bcher-kva.example'])
      await insert('registrations', { company: 'Bücher', last_name: 'Wurm', email });
  }

  const rowsOf = async (table: string, value: string, key: string): Promise<Row[]> =>
    (
      await client.query<Row>(
        `SELECT id, ${value} AS value, ${key} AS key FROM ${table} t ORDER BY ${value} COLLATE "C"`,
      )
    ).rows;

  /** The keys as they are, where a row has lost one to another: `lost`. */
  const keysOf = async (table: string, value: string, key: string): Promise<[string, string | null][]> => {
    const rows = await rowsOf(table, value, key);
    return rows.map((row) => [row.value, row.key?.endsWith(row.id) ? 'lost' : row.key]);
  };

  it('keeps every row; of those that look alike one has the key', async () => {
    const articles = await keysOf('articles', 'number', 'number_key');
    expect(articles).toHaveLength(7);
    expect(articles.filter(([, key]) => key === 'qz 1')).toHaveLength(1);
    expect(articles.filter(([, key]) => key === 'qz1')).toHaveLength(1);
    expect(articles).toContainEqual(['QÄ1', 'qä1']);
    expect(articles).toContainEqual(['QA\u03081', 'lost']);
    expect(articles.filter(([, key]) => key === 'lost')).toHaveLength(3);
    expect(articles).toContainEqual(['Solo Ä', 'solo ä']);
    const customers = await keysOf('customers', 'number', 'number_key');
    expect(customers.map(([, key]) => key).sort()).toEqual(['kd-1', 'kd-2', 'lost', 'lost']);
    const devices = await keysOf('devices', 'asset_tag', 'asset_tag_key');
    expect(devices.map(([, key]) => key)).toEqual(expect.arrayContaining(['inv-1', 'lost', null, null]));
    const models = await keysOf('printer_models', 'name', 'name_key');
    expect(models.map(([, key]) => key).sort()).toEqual(['hl 1', 'lost']);
  });

  it('gives an address to the account that can log in with it', async () => {
    expect(await keysOf('accounts', 'email', 'email_key')).toEqual([
      ['Nur.Einer@bücher.example', 'nur.einer@xn--bcher-kva.example'],
      ['U@bücher.example', 'u@xn--bcher-kva.example'],
      ['a@kunde.example', 'a@kunde.example'],
      ['u@bu\u0308cher.example', 'lost'],
    ]);
    const registrations = await keysOf('registrations', 'email', 'email_key');
    expect(registrations.map(([, key]) => key).sort()).toEqual(['lost', 'r@xn--bcher-kva.example']);
  });

  it('composes texts', async () => {
    const { rows } = await client.query('SELECT name, city FROM customers WHERE id = $1', [customerId]);
    expect(rows).toEqual([{ name: 'Müller', city: 'Köln' }]);
    const { rows: names } = await client.query('SELECT DISTINCT name FROM accounts');
    expect(names).toEqual([{ name: 'Müller' }]);
  });

  it('makes categories that customers do not see of what staff wrote about tickets', async () => {
    const { rows } = await client.query(
      `SELECT t.number, c.name_de, c.name_en, c.position, c.active, c.shown_to_customers AS shown
       FROM tickets t LEFT JOIN ticket_categories c ON c.tenant_id = t.tenant_id AND c.id = t.category_id
       ORDER BY t.number`,
    );
    const kept = { active: true, shown: false };
    const printer = { name_de: 'DRUCKER', name_en: 'DRUCKER', position: 0, ...kept };
    expect(rows).toEqual([
      { number: 'T-2020-000001', ...printer },
      { number: 'T-2020-000002', ...printer },
      { number: 'T-2020-000003', name_de: 'Server', name_en: 'Server', position: 1, ...kept },
      { number: 'T-2020-000004', name_de: null, name_en: null, position: null, active: null, shown: null },
    ]);
  });

  it('gives keys to rows of instances of the version before, too', async () => {
    const id = await article('Neu\u00a0VON früher');
    const [row] = (await rowsOf('articles', 'number', 'number_key')).filter((found) => found.id === id);
    expect(row?.key).toBe('neu von früher');
    const person = await account('Alt@Kunde.example', 'INVITED');
    await client.query('UPDATE accounts SET email = $2 WHERE id = $1', [person, 'Neu@Kunde.example']);
    const [changed] = (await rowsOf('accounts', 'email', 'email_key')).filter((found) => found.id === person);
    expect(changed?.key).toBe('neu@kunde.example');
  });

  it('can be taken back', async () => {
    const { createDataSource } = (await import(join(FOLDER, 'data-source.js'))) as typeof DataSourceFile;
    const dataSource = await createDataSource({
      url: database.url,
      poolSize: 1,
      serves: false,
    }).initialize();
    const runner: QueryRunner = dataSource.createQueryRunner();
    const undone = dataSource.migrations
      .filter(({ constructor: { name } }) => /CanonicalAddresses|ComparisonKeys/.test(name))
      .sort((a, b) => b.constructor.name.slice(-13).localeCompare(a.constructor.name.slice(-13)));
    for (const migration of undone) await migration.down(runner);
    const { rows } = await client.query(
      // Tables that came later have keys from the beginning.
      `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
         AND table_name IN ('articles', 'customers', 'devices', 'printer_models')
         AND column_name ~ '(number|name|tag|manufacturer)_key$'`,
    );
    expect([undone.length, rows]).toEqual([2, []]);
    await runner.release();
    await dataSource.destroy();
  });
});
