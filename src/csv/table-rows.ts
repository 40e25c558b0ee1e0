import { tenantCondition, type TransactionService } from '../platform/database';
import { newId } from '../platform/ids';
import { BadCell } from './cells/cell-type';
import type { RefusedRow, Written } from './csv-import';
import type { CsvRow } from './reading/rows';

/** A versioned table that rows are written to. Its names come from the code, never from a file. */
export interface TableShape {
  readonly name: string;
  /** The column that tells rows apart. */
  readonly key: string;
  /** PostgreSQL's types of the columns. */
  readonly types: Readonly<Record<string, string>>;
  /** Columns that a new row needs, with the names that people know. */
  readonly needed: Readonly<Record<string, string>>;
  /** Columns that last: an import sets them in new rows only. */
  readonly lasting?: readonly string[];
  /**
   * Rows come with the `version` that was read of them, absent where they are new: what has been changed since then is left
   * alone and refused.
   */
  readonly guarded?: boolean;
  /** The column with the time of the last change, where there is one. */
  readonly changedAt?: string;
}

const UNKNOWN = {
  de: 'Diesen Eintrag gibt es noch nicht. Um ihn anzulegen, braucht die Datei die Spalte „{column}“.',
  en: 'There is no such entry yet. To create it, the file needs the column "{column}".',
};

const CHANGED = new BadCell('changed-meanwhile', {
  de: 'Dieser Eintrag wurde während des Imports geändert. Bitte importieren Sie die Zeile noch einmal.',
  en: 'This entry has been changed during the import. Please import the row again.',
});

/** Some rows on their way into a table: new ones are inserted, others changed where they differ. */
export class TableRows {
  private readonly changing: readonly string[];

  constructor(
    private readonly transactions: TransactionService,
    private readonly table: TableShape,
    private readonly columns: readonly string[],
  ) {
    this.changing = columns.filter((column) => column !== table.key && !table.lasting?.includes(column));
  }

  /** The values of the rows are named like the columns. */
  async write(rows: readonly CsvRow[]): Promise<Written> {
    const lacking = Object.entries(this.table.needed).find(([column]) => !this.columns.includes(column));
    // Without a value that every row has, only rows that are there already can be written.
    return lacking ? this.updateKnown(rows, lacking[1]) : this.upsert(rows);
  }

  private async upsert(rows: readonly CsvRow[]): Promise<Written> {
    const { name, key, guarded = false } = this.table;
    const unchanged = guarded ? ' AND t.version + 1 = excluded.version' : '';
    const onConflict =
      this.changing.length > 0
        ? `DO UPDATE SET ${this.assignments('excluded')} WHERE (${this.difference('excluded')})${unchanged}`
        : 'DO NOTHING';
    // What is there as it should be is left out: an insert that meets a row would lock it, though it changes nothing. With
    // its limit, the look at it goes by the index for each row, and never through all rows of the tenant.
    const written = await this.run<{ key: string; created: boolean }>(
      `INSERT INTO ${name} AS t (tenant_id, id, version, ${this.columns.join(', ')})
       SELECT $1, r.id, ${guarded ? 'coalesce(r.version, 0) + 1' : '1'}, ${this.columns.map((column) => `r.${column}`).join(', ')} FROM ${this.given()}
       WHERE (SELECT NOT (${this.difference('r')}) FROM ${name} t WHERE ${this.same()} LIMIT 1) IS NOT TRUE
       ON CONFLICT (tenant_id, ${key}) ${onConflict}
       RETURNING t.${key} AS key, t.xmax = 0 AS created`,
      rows,
    );
    const created = written.filter((row) => row.created).length;
    const refused = guarded ? await this.overtaken(rows, new Set(written.map((row) => row.key))) : [];
    return { created, updated: written.length - created, refused };
  }

  /** Rows that still differ from the file, because of a concurrent change. */
  private async overtaken(rows: readonly CsvRow[], written: ReadonlySet<string>): Promise<RefusedRow[]> {
    const { name, key } = this.table;
    const left = rows.filter(({ values }) => !written.has(String(values[key])));
    if (left.length === 0) return [];
    const found = await this.run<{ key: string }>(
      `SELECT r.${key} AS key FROM ${this.given()} JOIN ${name} t ON ${this.same()} WHERE ${this.difference('r')}`,
      left,
    );
    const keys = new Set(found.map((row) => row.key));
    return left
      .filter(({ values }) => keys.has(String(values[key])))
      .map((row) => ({ row, field: key, reason: CHANGED }));
  }

  private async updateKnown(rows: readonly CsvRow[], lacking: string): Promise<Written> {
    const { name, key } = this.table;
    const found = await this.run<{ id: string }>(
      `SELECT r.${key} AS id FROM ${this.given()} JOIN ${name} t ON ${this.same()}`,
      rows,
    );
    const known = new Set(found.map(({ id }) => id));
    const isKnown = ({ values }: CsvRow): boolean => known.has(String(values[key]));
    const updated =
      this.changing.length > 0
        ? await this.run(
            `WITH written AS (
               UPDATE ${name} t SET ${this.assignments('r')} FROM ${this.given()}
               WHERE ${this.same()} AND ${this.difference('r')} RETURNING t.id
             ) SELECT id FROM written`,
            rows.filter(isKnown),
          )
        : [];
    const refused = rows.filter((row) => !isKnown(row)).map((row) => this.refusal(row, lacking));
    return { created: 0, updated: updated.length, refused };
  }

  private run<Row extends object>(sql: string, rows: readonly CsvRow[]): Promise<Row[]> {
    const values = rows.map((row) => ({ id: newId(), ...row.values }));
    return this.transactions.query<Row>(sql, [this.transactions.tenantId, JSON.stringify(values)]);
  }

  /** The rows as a table. */
  private given(): string {
    const types = this.columns.map((column) => `${column} ${this.table.types[column]}`);
    const version = this.table.guarded ? 'version integer, ' : '';
    return `jsonb_to_recordset($2::jsonb) AS r(id uuid, ${version}${types.join(', ')})`;
  }

  private same(): string {
    const { key } = this.table;
    return `${tenantCondition('t')} AND t.${key} = r.${key}`;
  }

  private assignments(source: string): string {
    const { changedAt } = this.table;
    return [
      ...this.changing.map((column) => `${column} = ${source}.${column}`),
      ...(changedAt ? [`${changedAt} = ${source === 'excluded' ? `excluded.${changedAt}` : 'now()'}`] : []),
      'version = t.version + 1',
    ].join(', ');
  }

  private difference(source: string): string {
    if (this.changing.length === 0) return 'false';
    const of = (alias: string): string => this.changing.map((column) => `${alias}.${column}`).join(', ');
    return `ROW(${of('t')}) IS DISTINCT FROM ROW(${of(source)})`;
  }

  private refusal(row: CsvRow, column: string): RefusedRow {
    return { row, field: this.table.key, reason: new BadCell('unknown', UNKNOWN, { column }) };
  }
}
