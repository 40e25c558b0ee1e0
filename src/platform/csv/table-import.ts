import type { TransactionService } from '../database/transaction.service';
import { type Columns, isNeeded } from './columns';
import type { CsvImport } from './csv-import';
import { TableRows, type TableShape } from './table-rows';

/** A table whose columns are named like the fields: a row of the file is a row of the table. */
export interface ImportTable extends Pick<TableShape, 'name' | 'key' | 'changedAt'> {
  readonly columns: Columns;
}

/** Imports into such a table. */
export function tableImport(transactions: TransactionService, table: ImportTable): CsvImport {
  const { name, columns, key } = table;
  const entries = Object.entries(columns);
  const types = Object.fromEntries(entries.map(([field, { type }]) => [field, type.sql]));
  const needed = neededOf(columns);
  return {
    name,
    columns,
    key: [key],
    write: ({ rows, fields }) => new TableRows(transactions, { ...table, types, needed }, fields).write(rows),
  };
}

/** What a new row needs, by field, as people know it. */
export function neededOf(columns: Columns): Record<string, string> {
  const needed = Object.entries(columns).filter(([, column]) => isNeeded(column));
  return Object.fromEntries(needed.map(([field, { names }]) => [field, names[0]]));
}
