import { join } from 'node:path';
import { Client } from 'pg';
import { CITUS_URL, createCitusDatabase } from '../support/citus';
import { refusal } from '../support/refusal';
import { type Database, startProgram } from '../support/stack';

const TABLES = `
  SELECT c.relname AS name FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`;

const TRIGGERS = `
  SELECT tgrelid::regclass || ' ' || tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgname NOT LIKE 'truncate_trigger%'
  ORDER BY 1`;

/** Runs where TEST_CITUS_URL names a cluster. Whoever has outgrown one server has a database that is not empty. */
describe('A database in which tenants have worked', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createCitusDatabase(CITUS_URL!);
    const program = await startProgram(database.url, database.dataDir, { DEMO_DATA: 'on' });
    await program.stop();
  });

  afterAll(() => database.stop());

  async function read<Row>(sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows as Row[];
  }

  async function counts(): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const { name } of await read<{ name: string }>(TABLES)) {
      const [row] = await read<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
      found[name] = row!.n;
    }
    return found;
  }

  it('moves to the workers as it is, with everything that its rows bring about from then on', async () => {
    const [before, triggers] = [await counts(), await read(TRIGGERS)];
    expect(before.tickets).toBeGreaterThan(10);
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      DATA_DIR: join(database.dataDir, 'data'),
      DATABASE_DISTRIBUTED: 'on',
    };
    const { code, output } = await refusal(env, ['cli/portal.js', 'database:distribute']);
    expect(output).toBe(`${Object.keys(before).length} tables of tenants are spread over 2 workers.\n`);
    expect(code).toBe(0);
    expect(await counts()).toEqual(before);
    expect(await read(TRIGGERS)).toEqual(triggers);
  });
});
