import type { Columns } from '../columns';
import {
  importColumnMissing,
  importColumnRepeated,
  importColumns,
  importColumnUnknown,
  importNoText,
} from '../csv.errors';

/** What the cells of a file mean, from its first line. */
export interface Header {
  /** As the file names its columns. */
  readonly names: readonly string[];
  /** The field of each column. */
  readonly fields: readonly string[];
}

const MAX_COLUMNS = 100;
const POINTER = { pointer: '/file' };

/**
 * Finds the field of each column; case, spaces and punctuation of the names do not matter.
 * @param key fields without which no row can be told from another
 * @throws importNoText, importColumns, importColumnUnknown, importColumnRepeated, importColumnMissing
 */
export function headerOf(cells: readonly string[], columns: Columns, key: readonly string[]): Header {
  if (cells.some((cell) => /\p{Cc}/u.test(cell.trim()))) throw importNoText(POINTER);
  const names = withoutEmptyEnd(cells.map((cell) => cell.trim()));
  if (names.length > MAX_COLUMNS) {
    throw importColumns({ ...POINTER, values: { count: names.length, max: MAX_COLUMNS } });
  }
  const fields = fieldsOf(names, columns);
  const repeated = names.filter((_, i) => fields.indexOf(fields[i] ?? '') !== i);
  if (repeated.length > 0) throw importColumnRepeated({ ...POINTER, values: { names: listed(repeated) } });
  const missing = key
    .filter((field) => !fields.includes(field))
    .map((field) => columns[field]?.names[0] ?? '');
  if (missing.length > 0) throw importColumnMissing({ ...POINTER, values: { names: listed(missing) } });
  return { names, fields };
}

function fieldsOf(names: readonly string[], columns: Columns): string[] {
  const byName = new Map(
    Object.entries(columns).flatMap(([field, column]) => column.names.map((name) => [fold(name), field])),
  );
  const unknown = names.filter((name) => !byName.has(fold(name)));
  if (unknown.length > 0) {
    const known = Object.values(columns).map((column) => column.names[0]);
    throw importColumnUnknown({ ...POINTER, values: { names: listed(unknown), known: known.join(', ') } });
  }
  return names.map((name) => byName.get(fold(name)) ?? '');
}

/** Spreadsheets write separators behind the last column. */
function withoutEmptyEnd(names: readonly string[]): readonly string[] {
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

const FOLDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function fold(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[^a-z0-9]/g, '');
}

const MAX_NAMED = 10;
const MAX_NAME_LENGTH = 60;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).map((name) => `„${name.slice(0, MAX_NAME_LENGTH)}“`);
  return names.length > MAX_NAMED ? `${shown.join(', ')} …` : shown.join(', ');
}
