import { asSuperuser } from './database';

/** Every way in which people and programs write an amount in cents. */
export function notationsOf(cents: number): RegExp {
  const euros = String(Math.floor(cents / 100));
  const rest = String(cents % 100).padStart(2, '0');
  const grouped = euros.replace(/\B(?=(?:\d{3})+$)/g, `(?:[.,'’\\s\\u00a0\\u202f]|&nbsp;)?`);
  const trimmed = rest.replace(/0$/, '');
  return new RegExp(`(?<!\\d)(?:${cents}|${grouped}[.,](?:${rest}|${trimmed}(?!\\d)))(?!\\d)`);
}

/** What stands beside every amount, however it is written. */
export const CURRENCY_SIGN = /€|EUR/;

/** A text together with what is hidden in it: cursors and tokens are base64 of something. */
export function readable(text: string): string {
  const hidden = text.match(/[\w+/-]{16,}={0,2}/g) ?? [];
  return [text, ...hidden.map((part) => Buffer.from(part, 'base64').toString('latin1'))].join('\n');
}

interface PriceColumn {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Every column that holds an amount of money, whoever adds it. */
async function priceColumns(): Promise<PriceColumn[]> {
  return asSuperuser<{ table: string; columns: string[] }>(
    `SELECT c.table_name AS "table", array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND (c.column_name LIKE '%price%' OR c.column_name LIKE '%cents%')
       AND c.data_type IN ('integer', 'bigint', 'numeric', 'real', 'double precision')
     GROUP BY c.table_name ORDER BY c.table_name`,
  );
}

/**
 * Writes an amount of its own into every price column of a tenant, past everything that the program checks; answers
 * with the amounts by column.
 */
export async function plantPrices(tenantId: string, first: number): Promise<ReadonlyMap<string, number>> {
  const planted = new Map<string, number>();
  let next = first;
  for (const { table, columns } of await priceColumns()) {
    const values = columns.map((column) => {
      next += 1_037;
      planted.set(`${table}.${column}`, next);
      return `${column} = ${next}`;
    });
    const rows = await asSuperuser(
      `UPDATE ${table} SET ${values.join(', ')} WHERE tenant_id = $1 RETURNING 1`,
      [tenantId],
    );
    if (rows.length === 0) throw new Error(`Nothing in ${table} could be given a price.`);
  }
  return planted;
}
