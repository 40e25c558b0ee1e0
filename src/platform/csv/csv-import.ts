import type { BadCell } from './cells/cell-type';
import type { Columns } from './columns';
import type { CsvRow } from './reading/rows';

/** Some hundred good rows of a file, to be written by few statements. */
export interface Batch {
  readonly rows: readonly CsvRow[];
  /** The fields that the file has columns for; all others are left alone. */
  readonly fields: readonly string[];
}

/** A row that only the database could judge, e.g. because it names something that does not exist. */
export interface RefusedRow {
  readonly row: CsvRow;
  readonly field: string;
  readonly reason: BadCell;
}

export interface Written {
  readonly created: number;
  readonly updated: number;
  readonly refused: readonly RefusedRow[];
}

/** What a module declares of its import: the columns and how rows are written. */
export interface CsvImport {
  /** In the plural, as in the path; the audit log says `<name>.imported`. */
  readonly name: string;
  readonly columns: Columns;
  /** The fields that tell rows apart. */
  readonly key: readonly string[];
  /** The same in small and capital letters is the same row. */
  readonly ignoresCase?: boolean;
  /** Writes inside the transaction under way. A row that says what is there already counts as neither. */
  write(batch: Batch): Promise<Written>;
}
