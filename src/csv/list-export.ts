import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { currentContext, currentLanguage, type Language, runInContext } from '../platform/context/context';
import type { Texts } from '../platform/errors';
import type { Page, PageRequest } from '../platform/http/paging/keyset-list';
import { Requires } from '../platform/http/requires';
import { type CsvExport, SendsCsv } from './csv-export';
import { AuditedExport, ExportAudit } from './export-audit';

/** A column of an export that cannot be imported again. */
export interface ListColumn<Item> {
  readonly names: Texts;
  readonly cell: (item: Item, language: Language) => string | null | undefined;
}

interface ListExport<Item> {
  readonly fileName: Texts;
  /** Absent: that of the request. */
  readonly language?: Language;
  readonly columns: readonly ListColumn<Item>[];
  /** As the list itself shows them, in an order in which no row moves. */
  readonly page: (paging: Pick<PageRequest, 'limit' | 'cursor'>) => Promise<Page<Item>>;
}

const PAGE = 500;
const CELL = { write: (text: unknown): string => String(text) };

/** What a list has that its export does not: an export is the whole list, in an order of its own. */
export const PAGING = ['limit', 'cursor', 'count'] as const;

interface ExportRoute {
  readonly id: string;
  readonly summary: string;
  readonly audience?: 'CONTACT' | 'STAFF';
  /** What is in the file, and for whom. */
  readonly about?: string;
}

/** Opens an export, of a list to main users unless it says otherwise; the audit log tells of each. */
export function ExportsList({
  audience = 'CONTACT',
  about = 'Nur für Hauptbenutzer, mit den Filtern der Liste.',
  ...route
}: ExportRoute): MethodDecorator {
  const description = `${about} UTF-8 mit BOM und \`;\`, wie Excel es erwartet; Zellen, die eine Tabelle für Formeln halten könnte, tragen ein Hochkomma.`;
  return applyDecorators(
    SendsCsv('Die Liste: UTF-8 mit BOM, Semikolon, Zeilenende CRLF.'),
    Requires(audience, { ...route, description }),
    AuditedExport(route.id),
    UseInterceptors(ExportAudit),
  );
}

/** A list as a file, read page by page while it is sent. */
export function listExport<Item>({ fileName, columns, page, ...request }: ListExport<Item>): CsvExport {
  const language = request.language ?? currentLanguage();
  const rows = ({ items }: Page<Item>): object[] =>
    items.map((item) =>
      Object.fromEntries(columns.map(({ names, cell }) => [names.de, cell(item, language)])),
    );
  return {
    fileName: fileName[language],
    columns: Object.fromEntries(
      columns.map(({ names }) => [names.de, { names: [names[language]] as const, type: CELL }]),
    ),
    pages: batchesOf(inContext(page), rows),
  };
}

/** The stream is read after the request's handler has returned, so the context is captured here. */
function inContext<Item>(page: ListExport<Item>['page']): ListExport<Item>['page'] {
  const context = currentContext();
  if (!context) throw new Error('The request has no context.');
  return (paging) => runInContext(context, () => page(paging));
}

async function* batchesOf<Item>(
  read: ListExport<Item>['page'],
  rows: (page: Page<Item>) => object[],
): AsyncGenerator<object[]> {
  for (let cursor: string | undefined; ;) {
    const page = await read({ limit: PAGE, cursor });
    yield rows(page);
    if (!page.nextCursor) return;
    cursor = page.nextCursor;
  }
}
