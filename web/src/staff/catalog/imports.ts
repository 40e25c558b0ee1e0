import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { ImportKind } from './search';

type Schemas = components['schemas'];
/** Of contacts, with the customers who got new ones. */
export type Report = Schemas['ImportReportDto'] &
  Partial<Pick<Schemas['ContactImportReportDto'], 'customers'>>;
export type Mode = Schemas['ImportForm']['mode'];
export type ImportColumn = Schemas['ImportColumnDto'];

export const importTemplateQuery = (kind: ImportKind) =>
  queryOptions({
    // In the language of the page.
    queryKey: ['getImportTemplate', { kind, language: document.documentElement.lang }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET(`/api/v1/staff/${kind}/imports/template`, { signal })),
  });

/** Sends a file to be imported, or to be checked only. @throws Problem */
export async function sendImport(
  kind: ImportKind,
  file: File,
  options: Pick<Schemas['ImportForm'], 'dryRun' | 'mode'>,
  header: { 'Idempotency-Key'?: string },
): Promise<Report> {
  const form = new FormData();
  // Fields before the file: the file is read as it comes.
  for (const [name, value] of Object.entries(options)) form.set(name, String(value));
  form.set('file', file);
  return unwrap(
    await api.POST(`/api/v1/staff/${kind}/imports`, {
      params: { header },
      body: { file: '', ...options },
      bodySerializer: () => form,
    }),
  );
}
