import { tenantCondition } from '../database/tenant-scope';
import type { TransactionService } from '../database/transaction.service';
import { newId } from '../ids';
import { BadCell } from './cells/cell-type';
import { type Columns, isRequired } from './columns';
import type { Batch, CsvImport, RefusedRow, Written } from './csv-import';
import type { CsvRow } from './reading/rows';

/** A versioned table whose columns are named like the fields. */
export interface ImportTable {
  readonly name: string;
  readonly columns: Columns;
  /** The field that tells rows apart, unique in each tenant. */
  readonly key: string;
}

const UNKNOWN = {
  de: 'Diesen Eintrag gibt es noch nicht. Um ihn anzulegen, braucht die Datei die Spalte „{column}“.',
  en: 'There is no such entry yet. To create it, the file needs the column "{column}".',
};

/** Imports where a row of the file is a row of the table. Names come from the code, never from a file. */
export function tableImport(transactions: TransactionService, table: ImportTable): CsvImport {
  return {
    name: table.name,
    columns: table.columns,
    key: [table.key],
    write: (batch) => new TableBatch(transactions, table, batch).write(),
  };
}

class TableBatch {
  private readonly changing: readonly string[];

  constructor(
    private readonly transactions: TransactionService,
    private readonly table: ImportTable,
    private readonly batch: Batch,
  ) {
    this.changing = batch.fields.filter((field) => field !== table.key);
  }

  async write(): Promise<Written> {
    const needed = Object.entries(this.table.columns).filter(([, column]) => isRequired(column));
    const lacking = needed.find(([field]) => !this.batch.fields.includes(field));
    // Without a field that every row has, only rows that are there already can be written.
    return lacking ? this.updateKnown(lacking[0]) : this.upsert();
  }

  private async upsert(): Promise<Written> {
    const { name, key } = this.table;
    const fields = this.batch.fields;
    const onConflict =
      this.changing.length > 0
        ? `DO UPDATE SET ${this.assignments('excluded')} WHERE ${this.difference('excluded')}`
        : 'DO NOTHING';
    const written = await this.run<{ created: boolean }>(
      `INSERT INTO ${name} AS t (tenant_id, id, version, ${fields.join(', ')})
       SELECT $1, r.id, 1, ${fields.map((field) => `r.${field}`).join(', ')} FROM ${this.rows()}
       ON CONFLICT (tenant_id, ${key}) ${onConflict}
       RETURNING t.xmax = 0 AS created`,
      this.batch.rows,
    );
    const created = written.filter((row) => row.created).length;
    return { created, updated: written.length - created, refused: [] };
  }

  private async updateKnown(lacking: string): Promise<Written> {
    const { name, key } = this.table;
    const found = await this.run<{ key: string }>(
      `SELECT t.${key} AS key FROM ${this.rows()} JOIN ${name} t ON ${tenantCondition('t')} AND t.${key} = r.${key}`,
      this.batch.rows,
    );
    const known = new Set(found.map((row) => row.key));
    const isKnown = ({ values }: CsvRow): boolean => known.has(String(values[key]));
    const updated =
      this.changing.length > 0
        ? await this.run(
            `WITH written AS (
               UPDATE ${name} t SET ${this.assignments('r')} FROM ${this.rows()}
               WHERE ${tenantCondition('t')} AND t.${key} = r.${key} AND ${this.difference('r')} RETURNING t.id
             ) SELECT id FROM written`,
            this.batch.rows.filter(isKnown),
          )
        : [];
    const refused = this.batch.rows.filter((row) => !isKnown(row)).map((row) => this.refusal(row, lacking));
    return { created: 0, updated: updated.length, refused };
  }

  private run<Row extends object>(sql: string, rows: readonly CsvRow[]): Promise<Row[]> {
    const values = rows.map((row) => ({ id: newId(), ...row.values }));
    return this.transactions.query<Row>(sql, [this.transactions.tenantId, JSON.stringify(values)]);
  }

  /** The rows of the file as a table. */
  private rows(): string {
    const types = this.batch.fields.map((field) => `${field} ${this.table.columns[field]?.type.sql}`);
    return `jsonb_to_recordset($2::jsonb) AS r(id uuid, ${types.join(', ')})`;
  }

  private assignments(source: string): string {
    const sets = this.changing.map((field) => `${field} = ${source}.${field}`);
    return [...sets, 'version = t.version + 1'].join(', ');
  }

  private difference(source: string): string {
    const of = (alias: string): string => this.changing.map((field) => `${alias}.${field}`).join(', ');
    return `ROW(${of('t')}) IS DISTINCT FROM ROW(${of(source)})`;
  }

  private refusal(row: CsvRow, lacking: string): RefusedRow {
    const column = this.table.columns[lacking]?.names[0] ?? lacking;
    return { row, field: this.table.key, reason: new BadCell('unknown', UNKNOWN, { column }) };
  }
}
