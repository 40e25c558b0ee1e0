import { mapUniqueViolation, type TransactionService } from '../platform/database';
import type { DomainError } from '../platform/errors';
import { comparisonKey } from '../platform/text/comparison-key';
import { type Columns, isNeeded } from './columns';
import type { CsvImport } from './csv-import';
import type { CsvRow } from './reading/rows';
import { TableRows, type TableShape } from './table-rows';

/** A table whose columns are named like the fields: a row of the file is a row of the table. */
export interface ImportTable extends Pick<CsvImport, 'name'>, Pick<TableShape, 'changedAt'> {
  readonly columns: Columns;
  /** The column that tells rows apart, by the comparison key that stands in `<key>_key`. */
  readonly key: string;
  /** What to say where a constraint finds a row twice. */
  readonly duplicates: Readonly<Record<string, () => DomainError>>;
}

/** Imports into such a table. */
export function tableImport(transactions: TransactionService, table: ImportTable): CsvImport {
  const { name, columns, key } = table;
  const entries = Object.entries(columns);
  const comparison = `${key}_key`;
  const shape: TableShape = {
    ...table,
    key: comparison,
    types: {
      ...Object.fromEntries(entries.map(([field, { type }]) => [field, type.sql])),
      [comparison]: 'text',
    },
    needed: neededOf(columns),
    // A number stays as it was entered first, however a file spells it.
    lasting: [key],
  };
  return {
    name,
    columns,
    key: [key],
    write: async ({ rows, fields }) => {
      const keyed = rows.map((row) => withKey(row, key, comparison));
      const written = await mapUniqueViolation(table.duplicates, () =>
        new TableRows(transactions, shape, [...fields, comparison]).write(keyed),
      );
      return { ...written, refused: written.refused.map((refused) => ({ ...refused, field: key })) };
    },
  };
}

/** What a new row needs, by field, as people know it. */
export function neededOf(columns: Columns): Record<string, string> {
  const needed = Object.entries(columns).filter(([, column]) => isNeeded(column));
  return Object.fromEntries(needed.map(([field, { names }]) => [field, names[0]]));
}

function withKey(row: CsvRow, key: string, comparison: string): CsvRow {
  return { ...row, values: { ...row.values, [comparison]: comparisonKey(String(row.values[key])) } };
}
