import type { ImportedKind } from '../platform/audit/audited';
import { BadCell } from './cells/cell-type';
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
  readonly name: ImportedKind;
  readonly columns: Columns;
  /** The fields that tell rows apart; what looks alike is alike, see `comparisonKey`. */
  readonly key: readonly string[];
  /** Where rows are told apart by this or by that; no field: nothing to be held against others. */
  readonly keyOf?: (values: CsvRow['values']) => readonly string[];
  /** Writes inside the transaction under way. A row that says what is there already counts as neither. */
  write(batch: Batch): Promise<Written>;
}

/** The row means what an earlier one of the file has meant. @param names of the columns that say so */
export function repetition(names: string, firstLine: number): BadCell {
  return new BadCell(
    'duplicate',
    { de: '{names}: steht schon in Zeile {first}.', en: '{names}: is in line {first} already.' },
    { names, first: firstLine },
  );
}
