import { tenantCondition, type TransactionService } from '../database';

/** Something that a search over everything has found, as people recognise it. */
export interface Found {
  readonly id: string;
  /** On one scale for everything that is searched, see schema/find-function.ts. */
  readonly rank: number;
  readonly number: string | null;
  readonly title: string | null;
  readonly detail: string | null;
  /** Whose it is. */
  readonly customerId: string | null;
}

/** What is searched for. */
export interface Wanted {
  readonly words: string;
  /** So many at most. */
  readonly most: number;
  /** Not what has the words, but what resembles them. */
  readonly alike: boolean;
}

/** The columns that a result shows, as SQL expressions over the row `t`. */
interface DisplayColumns {
  readonly number?: string;
  readonly title: string;
  readonly detail?: string;
  readonly customerId?: string;
}

/**
 * The best few of a table, in one statement: what the function `find_<table>` finds, each read by its id.
 * @param numbers what the function takes besides, of the number that the words hold
 */
export function bestFound(
  transactions: TransactionService,
  table: string,
  { number = 'NULL', title, detail = 'NULL', customerId = 'NULL::uuid' }: DisplayColumns,
  { words, most, alike }: Wanted,
  numbers: readonly unknown[] = [],
): Promise<Found[]> {
  const parameters = [transactions.tenantId, words, ...numbers, most, alike];
  const places = parameters.map((_, i) => (i === 0 ? '$1::uuid' : `$${i + 1}`));
  return transactions.query<Found>(
    `SELECT t.id, s.rank, ${number} AS number, ${title} AS title, nullif(${detail}, '') AS detail, ${customerId} AS "customerId"
     FROM find_${table}(${places.join(', ')}) s
     CROSS JOIN LATERAL (SELECT f.* FROM ${table} f WHERE ${tenantCondition('f')} AND f.id = s.id OFFSET 0) t
     ORDER BY s.rank DESC, t.id DESC`,
    parameters,
  );
}
