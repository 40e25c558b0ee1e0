import { tenantCondition } from '../database/tenant-scope';
import type { TransactionService } from '../database/transaction.service';
import type { ImportTable } from './table-import';

type Row = Readonly<Record<string, unknown>>;

const PAGE = 1_000;

/**
 * All rows of the acting tenant in the order of their key. Each page is a transaction of its own: a slow download keeps
 * none open.
 */
export function tablePages(
  transactions: TransactionService,
  { name, columns, key }: ImportTable,
): AsyncIterable<readonly Row[]> {
  const select = Object.keys(columns).map((field) => `t.${field}`);
  const sql = (after: string): string =>
    `SELECT ${select.join(', ')} FROM ${name} t WHERE ${tenantCondition('t')} ${after} ORDER BY t.${key} LIMIT ${PAGE}`;
  // The stream is read when the request's handler is done, so the tenant is asked for here.
  const { tenantId } = transactions;
  return pages(key, (last) =>
    last === undefined
      ? transactions.queryFor<Row>(tenantId, sql(''), [tenantId])
      : transactions.queryFor<Row>(tenantId, sql(`AND t.${key} > $2`), [tenantId, last]),
  );
}

async function* pages(
  key: string,
  read: (last: unknown) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let last: unknown; ;) {
    const rows = await read(last);
    yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.[key];
  }
}
