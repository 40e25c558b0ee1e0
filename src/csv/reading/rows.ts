import { BadCell, type DecimalSign } from '../cells/cell-type';
import { cellError } from '../cells/texts';
import type { Column, Columns } from '../columns';
import { textOfCell } from '../formulas';
import type { Header } from './header';
import type { CsvRecord, Fault } from './records';

/** A row of a file: its values by field, as far as the file has columns for them. */
export interface CsvRow {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** As the file has them, to be shown beside what is wrong with them. */
  readonly cells: readonly string[];
}

export type DecimalSigns = ReadonlyMap<string, DecimalSign>;

/** A cell that cannot be taken. */
export interface CellProblem {
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** As the file has it; absent where it is no cell that is wrong. */
  readonly cell?: string;
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
export function rowOf(
  record: CsvRecord,
  header: Header,
  columns: Columns,
  signs: DecimalSigns = new Map(),
): CsvRow | CellProblem[] {
  const { line, cells, broken } = record;
  if (broken) return [{ line, column: broken.column, reason: FAULTS[broken.fault] }];
  const surplus = cells.slice(header.names.length).some((cell) => cell.trim() !== '');
  if (surplus) return [{ line, column: header.names.length + 1, reason: wrongCellCount(cells, header) }];
  const problems: CellProblem[] = [];
  const values = header.fields.map((field, i) => {
    // Spreadsheets leave out what is empty at the end of a row.
    const cell = cells[i] ?? '';
    const value = valueOf(cell, columnOf(field, columns), signs.get(field));
    if (value instanceof BadCell) problems.push({ line, column: i + 1, cell, reason: value });
    return [field, value] as const;
  });
  return problems.length > 0 ? problems : { line, values: Object.fromEntries(values), cells };
}

/** What the columns of a file take for their decimal sign: the first that could be no other. */
export async function decimalSignsOf(
  records: AsyncIterable<CsvRecord>,
  { fields }: Header,
  columns: Columns,
): Promise<DecimalSigns> {
  const signs = new Map<string, DecimalSign>();
  for await (const { cells } of records) {
    for (const [i, field] of fields.entries()) {
      const text = signs.has(field) ? '' : textOfCell(cells[i] ?? '');
      const sign = typeof text === 'string' ? columnOf(field, columns).type.signOf?.(text) : undefined;
      if (sign) signs.set(field, sign);
    }
  }
  return signs;
}

function columnOf(field: string, columns: Columns): Column<unknown> {
  const column = columns[field];
  if (!column) throw new Error(`No column is named ${field}.`);
  return column;
}

function valueOf(cell: string, column: Column<unknown>, sign: DecimalSign | undefined): unknown {
  const text = textOfCell(cell);
  if (text instanceof BadCell) return text;
  if (text !== '') return column.type.read(text, sign);
  return column.empty === undefined ? cellError('required') : column.empty;
}

function wrongCellCount(cells: readonly string[], { names }: Header): BadCell {
  return new BadCell(
    'cells',
    {
      de: 'Die Zeile hat {found} statt {expected} Zellen. Vielleicht steht ein Trennzeichen in einem Text ohne Anführungszeichen.',
      en: 'The row has {found} cells instead of {expected}. Perhaps there is a separator in a text without quotation marks.',
    },
    { found: cells.length, expected: names.length },
  );
}
