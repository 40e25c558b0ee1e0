import { BadCell } from '../cells/cell-type';
import { complaint } from '../cells/texts';
import type { Columns } from '../columns';
import { deneutralised } from '../formulas';
import type { Header } from './header';
import type { CsvRecord, Fault } from './records';

/** A row of a file: its values by field, as far as the file has columns for them. */
export interface CsvRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A cell that cannot be taken. */
export interface CellProblem {
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly reason: BadCell;
}

const FAULTS: Readonly<Record<Fault, BadCell>> = {
  quote: new BadCell('quote', {
    de: 'Ein Anführungszeichen steht an falscher Stelle. Im Text muss es verdoppelt werden, und der Text steht dann selbst in Anführungszeichen.',
    en: 'A quotation mark is misplaced. Inside a text it must be doubled, and the text itself be put in quotation marks.',
  }),
  'too-long': new BadCell('row-too-long', {
    de: 'Die Zeile ist zu lang. Vielleicht fehlt das Anführungszeichen am Ende eines Textes.',
    en: 'The row is too long. Perhaps the quotation mark at the end of a text is missing.',
  }),
};

/** What a record says, or what is wrong with it. */
export function rowOf(record: CsvRecord, header: Header, columns: Columns): CsvRow | CellProblem[] {
  const { line, cells, broken } = record;
  if (broken) return [{ line, column: broken.column, reason: FAULTS[broken.fault] }];
  const surplus = cells.slice(header.names.length).some((cell) => cell.trim() !== '');
  if (surplus || cells.length < header.names.length) {
    return [
      { line, column: Math.min(cells.length, header.names.length) + 1, reason: raggedness(cells, header) },
    ];
  }
  const problems: CellProblem[] = [];
  const values = header.fields.map((field, i) => {
    const value = valueOf(cells[i] ?? '', field, columns);
    if (value instanceof BadCell) problems.push({ line, column: i + 1, reason: value });
    return [field, value] as const;
  });
  return problems.length > 0 ? problems : { line, values: Object.fromEntries(values) };
}

function valueOf(cell: string, field: string, columns: Columns): unknown {
  const column = columns[field];
  if (!column) throw new Error(`No column is named ${field}.`);
  const text = deneutralised(cell.trim());
  if (text !== '') return column.type.read(text);
  return column.empty === undefined ? complaint('required') : column.empty;
}

function raggedness(cells: readonly string[], { names }: Header): BadCell {
  return new BadCell(
    'cells',
    {
      de: 'Die Zeile hat {found} statt {expected} Zellen. Vielleicht steht ein Trennzeichen in einem Text ohne Anführungszeichen.',
      en: 'The row has {found} cells instead of {expected}. Perhaps there is a separator in a text without quotation marks.',
    },
    { found: cells.length, expected: names.length },
  );
}
