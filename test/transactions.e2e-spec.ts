import { Pool } from 'pg';
import { queryInScope } from '../src/platform/database/scoped-query';
import { inTransaction } from '../src/platform/database/tenant-transaction';
import { e2eEnvironment } from './support/environment';

const TENANT = '01a21308-1573-74a1-8827-3bfc45084ca6';
const TABLE =
  'CREATE TABLE IF NOT EXISTS parcels (id int PRIMARY KEY, tenant text NOT NULL DEFAULT current_setting($$app.tenant_id$$))';

/** What statements do that are sent ahead or share a connection, on a pool of one. */
describe('A transaction', () => {
  let pool: Pool;

  beforeAll(async () => {
    pool = new Pool({ connectionString: e2eEnvironment().databaseUrl, max: 1, pipeline: true });
    await pool.query(TABLE);
  });

  beforeEach(() => pool.query('TRUNCATE parcels'));

  afterAll(async () => {
    await pool.query('DROP TABLE parcels');
    await pool.end();
  });

  const stored = async (): Promise<number[]> =>
    (await pool.query<{ id: number }>('SELECT id FROM parcels ORDER BY id')).rows.map(({ id }) => id);
  const put = 'INSERT INTO parcels (id) VALUES ($1)';

  it('keeps what was sent ahead, and knows its tenant', async () => {
    await inTransaction(pool, TENANT, async ({ ahead, commit }) => {
      ahead(put, [1]);
      ahead(put, [2]);
      await commit();
    });
    expect(await stored()).toEqual([1, 2]);
    expect((await pool.query('SELECT DISTINCT tenant FROM parcels')).rows).toEqual([{ tenant: TENANT }]);
  });

  it('keeps nothing where something sent ahead fails, and tells of that', async () => {
    const failing = inTransaction(pool, TENANT, async ({ ahead, commit }) => {
      ahead(put, [1]);
      ahead(put, [1]);
      await commit();
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'parcels_pkey' });
    expect(await stored()).toEqual([]);
  });

  it('tells of the first failure to whoever waits for a later answer', async () => {
    const failing = inTransaction(pool, TENANT, async ({ ahead, query }) => {
      ahead('SELECT 1 / $1::int', [0]);
      await query('SELECT 1', []);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
  });

  it('does not end well where a failure was taken for none', async () => {
    const swallowing = inTransaction(pool, TENANT, async ({ query, commit }) => {
      await query(put, [1]);
      await query(put, [1]).catch(() => undefined);
      await commit();
    });
    await expect(swallowing).rejects.toThrow('The transaction was rolled back.');
    expect(await stored()).toEqual([]);
  });

  it('leaves nothing of its tenant behind on the connection', async () => {
    await inTransaction(pool, TENANT, ({ commit }) => commit());
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        queryInScope<{ tenant: string }>(
          pool,
          TENANT.replace(/.$/, String(n)),
          `SELECT current_setting('app.tenant_id') AS tenant`,
          [],
        ),
      ),
    );
    expect(answers.flat().map(({ tenant }) => tenant.at(-1))).toEqual(['1', '2', '3']);
    const { rows } = await pool.query(`SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant`);
    expect(rows).toEqual([{ tenant: null }]);
  });

  it('of one statement fails alone, whoever shares the connection', async () => {
    const answers = await Promise.allSettled(
      ['SELECT 1 AS n', 'SELECT 1 / 0 AS n', 'SELECT nonsense', 'SELECT nonsense', 'SELECT 2 AS n'].map(
        (sql) => queryInScope(pool, TENANT, sql, []),
      ),
    );
    expect(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? answer.value : (answer.reason as { code: string }).code,
      ),
    ).toEqual([[{ n: 1 }], '22012', '42703', '42703', [{ n: 2 }]]);
  });

  describe('of one statement', () => {
    const ask = (text: string, values: readonly unknown[] = []): Promise<object[]> =>
      queryInScope(pool, TENANT, text, values);

    it('goes on where the table has got another column since it was prepared', async () => {
      await ask(put, [1]);
      const all = 'SELECT * FROM parcels';
      expect(await ask(all)).toEqual([{ id: 1, tenant: TENANT }]);
      await pool.query('ALTER TABLE parcels ADD weight int');
      expect(await ask(all)).toEqual([{ id: 1, tenant: TENANT, weight: null }]);
      await pool.query('ALTER TABLE parcels DROP weight');
    });

    it('can be sent again after it failed', async () => {
      await ask(put, [1]);
      await expect(ask(put, [1])).rejects.toMatchObject({ code: '23505' });
      await ask(put, [2]);
      await expect(ask('SELECT * FROM missing')).rejects.toMatchObject({ code: '42P01' });
      await pool.query('CREATE TABLE missing ()');
      expect(await ask('SELECT * FROM missing')).toEqual([]);
      await pool.query('DROP TABLE missing');
      expect(await stored()).toEqual([1, 2]);
    });

    it('may be longer than is worth keeping', async () => {
      const long = (n: number): string => `SELECT ${n} AS n, '${'x'.repeat(5_000)}' AS x, now() AS at`;
      const answers = await Promise.all([1, 2].map((n) => ask(long(n))));
      expect(answers).toEqual(
        [1, 2].map((n) => [{ n, x: expect.any(String) as string, at: expect.any(Date) as Date }]),
      );
    });

    it('with a value that nobody can send leaves the connection as it was', async () => {
      const loop: Record<string, unknown> = {};
      loop.loop = loop;
      await expect(ask('SELECT $1::json', [loop])).rejects.toThrow('circular');
      expect(await ask('SELECT $1::json AS value', [{ a: [1, null, 'ä'] }])).toEqual([
        { value: { a: [1, null, 'ä'] } },
      ]);
    });
  });
});
