import { Pool } from 'pg';
import { PipelinedConnections } from '../src/platform/database/pipelined-connections';
import { inTransaction } from '../src/platform/database/transaction';
import { e2eEnvironment } from './support/environment';

const TENANT = '01a21308-1573-74a1-8827-3bfc45084ca6';
const TABLE =
  'CREATE TABLE IF NOT EXISTS parcels (id int PRIMARY KEY, tenant text NOT NULL DEFAULT current_setting($$app.tenant_id$$))';

/** What statements do whose answer nobody awaits, or that share a connection, on a pool of one. */
describe('A transaction', () => {
  let pool: Pool;
  let connections: PipelinedConnections;

  beforeAll(async () => {
    pool = new Pool({ connectionString: e2eEnvironment().databaseUrl, max: 1, pipeline: true });
    connections = new PipelinedConnections(pool);
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

  it('commits enqueued statements, with their tenant', async () => {
    await inTransaction(pool, TENANT, async (transaction) => {
      transaction.enqueue(put, [1]);
      transaction.enqueue(put, [2]);
      await transaction.commit();
    });
    expect(await stored()).toEqual([1, 2]);
    expect((await pool.query('SELECT DISTINCT tenant FROM parcels')).rows).toEqual([{ tenant: TENANT }]);
  });

  it('rolls back where an enqueued statement fails, and reports it', async () => {
    const failing = inTransaction(pool, TENANT, async (transaction) => {
      transaction.enqueue(put, [1]);
      transaction.enqueue(put, [1]);
      await transaction.commit();
    });
    await expect(failing).rejects.toMatchObject({ code: '23505', constraint: 'parcels_pkey' });
    expect(await stored()).toEqual([]);
  });

  it('reports the first failure to the caller that awaits a later answer', async () => {
    const failing = inTransaction(pool, TENANT, async (transaction) => {
      transaction.enqueue('SELECT 1 / $1::int', [0]);
      await transaction.query('SELECT 1');
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
  });

  it('is not committed where a failure was ignored, and runs no callbacks', async () => {
    const calledBack = jest.fn();
    const ignoring = inTransaction(pool, TENANT, async (transaction) => {
      transaction.afterCommit(calledBack);
      await transaction.query(put, [1]);
      await transaction.query(put, [1]).catch(() => undefined);
      await transaction.commit();
    });
    await expect(ignoring).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toEqual([]);
    expect(calledBack).not.toHaveBeenCalled();
  });

  it('calls back after the commit', async () => {
    const seen: number[][] = [];
    await inTransaction(pool, TENANT, async (transaction) => {
      transaction.enqueue(put, [7]);
      transaction.afterCommit(() => void seen.push([7]));
      expect(seen).toEqual([]);
      await transaction.commit();
    });
    expect(seen).toEqual([await stored()]);
  });

  it.each(["'; DROP TABLE parcels; --", '', 'x'.repeat(36)])(
    'runs nothing for the tenant %j',
    async (tenant) => {
      await expect(inTransaction(pool, tenant, (transaction) => transaction.commit())).rejects.toThrow(
        'must be a UUID',
      );
      expect(() => connections.queryFor(tenant, { text: put, values: [1] })).toThrow('must be a UUID');
      expect(await stored()).toEqual([]);
    },
  );

  it('fails once, not for ever, where the table has got another column since its statement was prepared', async () => {
    const readAll = (): Promise<object[]> =>
      inTransaction(pool, TENANT, async (transaction) => {
        const rows = await transaction.query('SELECT * FROM parcels');
        await transaction.commit();
        return rows;
      });
    expect(await readAll()).toEqual([]);
    await pool.query('ALTER TABLE parcels ADD weight int');
    await expect(readAll()).rejects.toMatchObject({ code: '0A000' });
    expect(await readAll()).toEqual([]);
    await pool.query('ALTER TABLE parcels DROP weight');
  });

  it('leaves nothing of its tenant behind on the connection', async () => {
    await inTransaction(pool, TENANT, (transaction) => transaction.commit());
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        connections.queryFor<{ tenant: string }>(TENANT.replace(/.$/, String(n)), {
          text: `SELECT current_setting('app.tenant_id') AS tenant`,
          values: [],
        }),
      ),
    );
    expect(answers.flat().map(({ tenant }) => tenant.at(-1))).toEqual(['1', '2', '3']);
    const { rows } = await pool.query(`SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant`);
    expect(rows).toEqual([{ tenant: null }]);
  });

  it('of one statement fails alone on a shared connection', async () => {
    const answers = await Promise.allSettled(
      ['SELECT 1 AS n', 'SELECT 1 / 0 AS n', 'SELECT nonsense', 'SELECT nonsense', 'SELECT 2 AS n'].map(
        (text) => connections.queryFor(TENANT, { text, values: [] }),
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
      connections.queryFor(TENANT, { text, values });

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

    it('with a value that cannot be sent leaves the connection as it was', async () => {
      const loop: Record<string, unknown> = {};
      loop.loop = loop;
      await expect(ask('SELECT $1::json', [loop])).rejects.toThrow('circular');
      expect(await ask('SELECT $1::json AS value', [{ a: [1, null, 'ä'] }])).toEqual([
        { value: { a: [1, null, 'ä'] } },
      ]);
    });
  });
});
