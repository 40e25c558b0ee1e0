import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../database';
import { decodeCursor, encodeCursor, type SortType } from './cursor';

/** Which page of a list is asked for. */
export interface PageRequest {
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  /** Whether to count everything that is listed. */
  readonly count?: boolean;
}

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  /** Absent on the last page. */
  nextCursor?: string;
  totalCount?: number;
}

/** One order that a list offers; the id breaks ties, so that a cursor is exact. */
export interface Sort {
  /** SQL expression that is never null. */
  readonly by: string;
  /** PostgreSQL type of the expression, for reading it back from a cursor. */
  readonly type: SortType;
  readonly direction: 'ASC' | 'DESC';
}

export interface ListRequest<SortName extends string> {
  /** SELECT list; the table's alias is `t`. Where subqueries stand in it, made for the place of the tenant among the parameters. */
  readonly select: string | ((tenant: number) => string);
  /** FROM clause with joins. */
  readonly from: string;
  /** Takes its place: only what is found is listed, `s.rank` says how well it fits. */
  readonly search?: SearchCall;
  /** Conditions besides the tenant, joined by AND, with parameters `$1`...; see `equalities`. */
  readonly where: readonly string[];
  readonly parameters: readonly unknown[];
  /** Conditions of which a row meets one and no more: each is read by an index of its own. */
  readonly alternatives?: readonly string[];
  readonly sorts: Readonly<Record<SortName, Sort>>;
  readonly sort: SortName;
  readonly query: PageRequest;
}

type ScopedRequest<SortName extends string> = ListRequest<SortName> & { readonly select: string };

const DEFAULT_LIMIT = 25;

/** Reads a page in one statement: keyset paging on the sort's index, the count only where it was asked for. */
@Injectable()
export class KeysetList {
  constructor(private readonly transactions: TransactionService) {}

  async page<Row extends { id: string }, SortName extends string>(
    request: ListRequest<SortName>,
  ): Promise<Page<Row>> {
    const limit = request.query.limit ?? DEFAULT_LIMIT;
    const scoped = this.scoped(request);
    const { sql, parameters } = pageSql(scoped, limit + 1);
    const rows = await this.transactions.query<Row & { cursor_value: string }>(sql, parameters);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit),
      nextCursor: last && encodeCursor({ sort: request.sort, value: last.cursor_value, id: last.id }),
      totalCount: request.query.count ? await this.count(scoped) : undefined,
    };
  }

  /** The tenant leads every index, so the condition is there for speed as well as for safety. */
  private scoped<SortName extends string>(request: ListRequest<SortName>): ScopedRequest<SortName> {
    const parameters = [...request.parameters, this.transactions.tenantId];
    const tenant = parameters.length;
    const where = [...request.where, tenantCondition('t', tenant)];
    const from = request.search ? foundBy(request.search, tenant, parameters) : request.from;
    const select = typeof request.select === 'string' ? request.select : request.select(tenant);
    return { ...request, select, from, where, parameters };
  }

  private async count({ from, where, alternatives, parameters }: ListRequest<string>): Promise<number> {
    const counts = eachOf(alternatives, where).map(
      (condition) => `(SELECT count(*)::int FROM ${from} WHERE ${condition})`,
    );
    const sql = `SELECT ${counts.join(' + ')} AS n`;
    const [row] = await this.transactions.query<{ n: number }>(sql, parameters);
    return row?.n ?? 0;
  }
}

/** Conditions for filters that compare a column with a value; those without a value are left out. */
export function equalities(values: Readonly<Record<string, unknown>>): {
  where: string[];
  parameters: unknown[];
} {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    where: given.map(([column], i) => `${column} = $${i + 1}`),
    parameters: given.map(([, value]) => value),
  };
}

/**
 * A search text, for the SQL function that finds ids by it: `search_` and the table. Tenant and text are its first
 * arguments. It gives back all that it finds, so that filters choose among all of it and a count is right.
 */
export interface SearchCall {
  readonly table: string;
  /** The function, where it is another one. */
  readonly called?: string;
  readonly arguments: readonly unknown[];
}

/** A search, where there is a text to search for. */
export function searchIn(
  table: string,
  text: string | undefined,
  ...others: readonly unknown[]
): SearchCall | undefined {
  return text === undefined ? undefined : { table, arguments: [text, ...others] };
}

/**
 * The rows that the search finds, each read by its id. OFFSET keeps the planner, who knows nothing of how many will be found, from
 * reading all that the tenant has and choosing among it.
 */
function foundBy(search: SearchCall, tenant: number, parameters: unknown[]): string {
  const places = search.arguments.map((value) => `$${parameters.push(value)}`);
  const { table, called = `search_${table}` } = search;
  return `${called}(${[`$${tenant}::uuid`, ...places].join(', ')}) s CROSS JOIN LATERAL (
    SELECT f.* FROM ${table} f WHERE ${tenantCondition('f', tenant)} AND f.id = s.id OFFSET 0) t`;
}

function pageSql<SortName extends string>(
  request: ScopedRequest<SortName>,
  rows: number,
): { sql: string; parameters: unknown[] } {
  const { by, type, direction } = request.sorts[request.sort];
  const conditions = [...request.where];
  const parameters = [...request.parameters];
  if (request.query.cursor) {
    const { value, id } = decodeCursor(request.query.cursor, request.sort, type);
    const at = parameters.push(value, id);
    conditions.push(`(${by}, t.id) ${direction === 'ASC' ? '>' : '<'} ($${at - 1}::${type}, $${at}::uuid)`);
  }
  const part = (condition: string, more = ''): string =>
    `SELECT ${request.select}, (${by})::text AS cursor_value${more} FROM ${request.from}
    WHERE ${condition} ORDER BY ${by} ${direction}, t.id ${direction} LIMIT ${rows}`;
  if (!request.alternatives) return { sql: part(conditions.join(' AND ')), parameters };
  const parts = eachOf(request.alternatives, conditions).map((condition) =>
    part(condition, `, ${by} AS sort_value`),
  );
  const sql = `SELECT * FROM ((${parts.join(') UNION ALL (')})) t
    ORDER BY sort_value ${direction}, id ${direction} LIMIT ${rows}`;
  return { sql, parameters };
}

/** One condition, or as many as there are alternatives. */
function eachOf(alternatives: readonly string[] | undefined, where: readonly string[]): string[] {
  if (!alternatives) return [where.join(' AND ')];
  return alternatives.map((alternative) => [...where, alternative].join(' AND '));
}
