import { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import { attachmentDisposition } from '../files/download';
import type { Column } from './columns';
import { neutralised } from './formulas';

type WrittenColumns = Readonly<
  Record<string, Pick<Column<unknown>, 'names'> & { readonly type: Pick<Column<unknown>['type'], 'write'> }>
>;

/** What is exported; where the columns are those of an import, it can be imported again. */
export interface CsvExport {
  readonly fileName: string;
  readonly columns: WrittenColumns;
  /** The rows in pages, so that no table is ever in memory as a whole. */
  readonly pages: AsyncIterable<readonly object[]>;
}

const TYPE = 'text/csv; charset=utf-8';
/** Without it, Excel takes the text for windows-1252. */
const BYTE_ORDER_MARK = '\ufeff';

/** For routes that answer with a CSV file. */
export function SendsCsv(
  description = 'Die Tabelle: UTF-8 mit BOM, Semikolon, Zeilenende CRLF. Sie lässt sich so wieder importieren.',
): MethodDecorator {
  return applyDecorators(
    Header('X-Content-Type-Options', 'nosniff'),
    Header('Cache-Control', 'no-store'),
    ApiProduces('text/csv'),
    ApiOkResponse({
      description,
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
  );
}

export function sendCsv({ fileName, columns, pages }: CsvExport): StreamableFile {
  return new StreamableFile(Readable.from(textOf(columns, pages), { objectMode: false }), {
    type: TYPE,
    disposition: attachmentDisposition(fileName),
  });
}

/** The file without rows. */
export function csvOf(columns: WrittenColumns): string {
  return BYTE_ORDER_MARK + lines([Object.values(columns).map(({ names }) => names[0])]);
}

async function* textOf(columns: WrittenColumns, pages: CsvExport['pages']): AsyncGenerator<string> {
  yield csvOf(columns);
  for await (const rows of pages) yield lines(rows.map((row) => cellsOf(columns, row)));
}

function cellsOf(columns: WrittenColumns, row: object): string[] {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.entries(columns).map(([field, { type }]) => {
    const value = values[field] ?? null;
    return value === null ? '' : neutralised(type.write(value));
  });
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    // Of line breaks, only the one between records is quoted by itself.
    { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}
