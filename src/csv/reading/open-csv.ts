import type { Columns } from '../columns';
import { importEmpty, importHeader } from '../csv.errors';
import { headOf } from './delimiter';
import { encodingOf } from './encoding';
import { type Header, headerOf } from './header';
import { type CsvFile, type CsvRecord, recordsOf } from './records';
import { decimalSignsOf, type DecimalSigns } from './rows';

/** A file whose header has been read. */
export interface OpenCsv {
  readonly header: Header;
  /** By field, where a column of the whole file tells. */
  readonly signs: DecimalSigns;
  /** What follows the header, without empty lines; to be read once. */
  readonly records: AsyncIterable<CsvRecord>;
}

/** @throws one of IMPORT_ERRORS where the file as a whole cannot be used */
export async function openCsv(path: string, columns: Columns, key: readonly string[]): Promise<OpenCsv> {
  const { encoding, start } = await encodingOf(path);
  const { delimiter, length } = await headOf(path, start);
  const file = { path, encoding, delimiter, start: start + length, line: length > 0 ? 2 : 1 };
  const { header, records } = await behindHeader(file, columns, key);
  const hasDecimals = header.fields.some((field) => columns[field]?.type.signOf);
  if (!hasDecimals) return { header, signs: new Map(), records };
  // A column is known when its last cell is: numbers cost a second reading.
  const signs = await decimalSignsOf(records, header, columns);
  return { ...(await behindHeader(file, columns, key)), signs };
}

async function behindHeader(
  file: CsvFile,
  columns: Columns,
  key: readonly string[],
): Promise<Pick<OpenCsv, 'header' | 'records'>> {
  const records = recordsOf(file);
  const { value: first } = (await records.next()) as IteratorResult<CsvRecord, undefined>;
  if (!first) throw importEmpty({ pointer: '/file' });
  try {
    if (first.broken) throw importHeader({ pointer: '/file' });
    return { header: headerOf(first.cells, columns, key), records };
  } catch (error) {
    // Reading ends here: the file must not stay open.
    await records.return(undefined);
    throw error;
  }
}
