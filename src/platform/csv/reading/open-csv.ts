import type { Columns } from '../columns';
import { importEmpty, importHeader } from '../csv.errors';
import { delimiterOf } from './delimiter';
import { encodingOf } from './encoding';
import { type Header, headerOf } from './header';
import { type CsvRecord, recordsOf } from './records';

/** A file whose header has been read. */
export interface OpenCsv {
  readonly header: Header;
  /** What follows the header, without empty lines; to be read once. */
  readonly records: AsyncIterable<CsvRecord>;
}

/** @throws one of IMPORT_ERRORS where the file as a whole cannot be used */
export async function openCsv(path: string, columns: Columns, key: readonly string[]): Promise<OpenCsv> {
  const encoded = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoded.start);
  const records = filled(recordsOf({ ...encoded, path, delimiter }));
  const { value: first } = (await records.next()) as IteratorResult<CsvRecord, undefined>;
  if (!first) throw importEmpty({ pointer: '/file' });
  try {
    if (first.broken) throw importHeader({ pointer: '/file' });
    return { header: headerOf(first.cells, columns, key), records };
  } catch (error) {
    // Nobody reads on: the file must not stay open.
    await records.return(undefined);
    throw error;
  }
}

async function* filled(records: AsyncIterable<CsvRecord>): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    if (record.broken || record.cells.some((cell) => cell.trim() !== '')) yield record;
  }
}
