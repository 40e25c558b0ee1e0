import type { QueryRunner } from 'typeorm';

/** A column of keys that the program makes of other columns; for migrations that give rows theirs. */
export interface RowKeys {
  readonly table: string;
  /** The new column. */
  readonly column: string;
  /** What the key is made of, in SQL over `t`; rows where it is null have none. */
  readonly from: string;
  keyOf(value: string): string;
  /** Beside what the key has to be the only one. */
  besideOf?(value: string): string;
  /** Of rows with one key, only the first keeps it; in SQL over `t`. Absent where several may have it. */
  readonly first?: string;
  /** Only among these a key must be the only one, in SQL over `t`. */
  readonly among?: string;
}

interface Row {
  readonly id: string;
  readonly value: string;
  readonly counts: boolean;
}

const AT_A_TIME = 5_000;

/**
 * Gives the rows of every tenant their keys. Where two rows turn out to be one, nobody is asked: the first keeps the key,
 * and the others get one that nothing else can have, so that they stay as they are and are found by their id alone.
 */
export async function fillKeys(runner: QueryRunner, keys: RowKeys): Promise<void> {
  await forEachTenant(runner, async (tenantId) => {
    const rows = (await runner.query(
      `SELECT t.id, ${keys.from} AS value, ${keys.among ?? 'true'} AS counts FROM ${keys.table} t
       WHERE t.tenant_id = $1 AND ${keys.from} IS NOT NULL ORDER BY ${keys.first ? `${keys.first}, ` : ''} t.id`,
      [tenantId],
    )) as Row[];
    const taken = new Set<string>();
    const keyed = rows.map(({ id, value, counts }) => {
      const key = keys.keyOf(value);
      if (keys.first === undefined || !counts) return { id, key };
      const whole = JSON.stringify([keys.besideOf?.(value), key]);
      if (taken.has(whole)) return { id, key: `${key} ${id}` };
      taken.add(whole);
      return { id, key };
    });
    for (let start = 0; start < keyed.length; start += AT_A_TIME) {
      const some = keyed.slice(start, start + AT_A_TIME);
      await runner.query(
        `UPDATE ${keys.table} t SET ${keys.column} = w.key FROM unnest($2::uuid[], $3::text[]) w (id, key)
         WHERE t.tenant_id = $1 AND t.id = w.id AND t.${keys.column} IS DISTINCT FROM w.key`,
        [tenantId, some.map(({ id }) => id), some.map(({ key }) => key)],
      );
    }
  });
}

/** Spells a column anew in every row where that makes a difference. */
export async function respell(
  runner: QueryRunner,
  { table, column, where = 'true' }: { table: string; column: string; where?: string },
  form: (value: string) => string,
): Promise<void> {
  await forEachTenant(runner, async (tenantId) => {
    const rows = (await runner.query(
      `SELECT DISTINCT t.${column} AS value FROM ${table} t
       WHERE t.tenant_id = $1 AND t.${column} IS NOT NULL AND ${where}`,
      [tenantId],
    )) as { value: string }[];
    for (const { value } of rows.filter((row) => form(row.value) !== row.value)) {
      await runner.query(
        `UPDATE ${table} t SET ${column} = $3 WHERE t.tenant_id = $1 AND t.${column} = $2 AND ${where}`,
        [tenantId, value, form(value)],
      );
    }
  });
}

/** Composes texts (NFC) where they are not. */
export async function composeTexts(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  where = 'true',
): Promise<void> {
  const composed = columns.map((column) => `${column} = normalize(${column}, NFC)`).join(', ');
  const lacking = columns.map((column) => `${column} IS NOT NFC NORMALIZED`).join(' OR ');
  await forEachTenant(runner, async (tenantId) => {
    await runner.query(`UPDATE ${table} SET ${composed} WHERE tenant_id = $1 AND (${lacking}) AND ${where}`, [
      tenantId,
    ]);
  });
}

/** Does something in the name of each tenant: row-level security holds the owner, too. */
export async function forEachTenant(
  runner: QueryRunner,
  work: (tenantId: string) => Promise<void>,
): Promise<void> {
  const tenants = (await runner.query('SELECT id FROM tenants ORDER BY id')) as { id: string }[];
  for (const { id } of tenants) {
    await runner.query(`SET LOCAL app.tenant_id = '${id}'`);
    await work(id);
  }
  await runner.query(`SET LOCAL app.tenant_id = ''`);
}
