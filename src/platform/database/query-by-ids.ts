import type { TransactionService } from './transaction.service';

/** `TransactionService.query` with the tenant as `$1` and the ids, without repeats, as `$2`; asks nothing where there are none. */
export async function queryByIds<Row extends object>(
  transactions: TransactionService,
  sql: string,
  ids: readonly string[],
): Promise<Row[]> {
  return ids.length > 0 ? transactions.query<Row>(sql, [transactions.tenantId, [...new Set(ids)]]) : [];
}
