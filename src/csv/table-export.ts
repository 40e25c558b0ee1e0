import { tenantCondition, type TransactionService } from '../platform/database';
import type { ImportTable } from './table-import';

type Row = Readonly<Record<string, unknown>>;

const PAGE = 1_000;

/** All rows of the acting tenant in the order of their key. */
export function tablePages(
  transactions: TransactionService,
  { name, columns, key }: ImportTable,
): AsyncIterable<readonly Row[]> {
  const select = Object.keys(columns).map((field) => `t.${field}`);
  return pagesOf<Row>(transactions, (last) =>
    transactions.query<Row>(
      `SELECT ${select.join(', ')} FROM ${name} t WHERE ${tenantCondition('t')} ${last ? `AND t.${key} > $2` : ''}
       ORDER BY t.${key} LIMIT ${PAGE}`,
      [transactions.tenantId, ...(last ? [last[key]] : [])],
    ),
  );
}

/**
 * Pages until one is empty; each is asked for with the last row of the one before. Each is a transaction of its own: a
 * slow download keeps none open.
 */
export function pagesOf<Read extends object>(
  transactions: TransactionService,
  read: (last: Read | undefined) => Promise<readonly Read[]>,
): AsyncIterable<readonly Read[]> {
  // The stream is read when the request's handler is done, so the tenant is asked for here.
  const { tenantId } = transactions;
  return batchesOf((last) => transactions.runFor(tenantId, () => read(last)));
}

async function* batchesOf<Read>(
  read: (last: Read | undefined) => Promise<readonly Read[]>,
): AsyncGenerator<readonly Read[]> {
  for (let rows = await read(undefined); rows.length > 0; rows = await read(rows.at(-1))) yield rows;
}
