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

/** @param ofCustomer without the column of the customer, whose contacts they are */
export const importTemplateQuery = (kind: ImportKind, ofCustomer: boolean) =>
  queryOptions({
    // In the language of the page.
    queryKey: ['getImportTemplate', { kind, ofCustomer, language: document.documentElement.lang }],
    queryFn: async ({ signal }) =>
      unwrap(
        ofCustomer
          ? await api.GET('/api/v1/staff/contacts/imports/template', {
              params: { query: { ofCustomer } },
              signal,
            })
          : await api.GET(`/api/v1/staff/${kind}/imports/template`, { signal }),
      ),
  });

/** Sends a file to be imported, or to be checked only. @throws Problem */
export async function sendImport(
  kind: ImportKind,
  file: File,
  { customerId, ...options }: Pick<Schemas['ContactImportForm'], 'dryRun' | 'mode' | 'customerId'>,
  header: { 'Idempotency-Key'?: string },
): Promise<Report> {
  const form = new FormData();
  // Fields before the file: the file is read as it comes.
  for (const [name, value] of Object.entries(options)) form.set(name, String(value));
  if (customerId) form.set('customerId', customerId);
  form.set('file', file);
  return unwrap(
    await api.POST(`/api/v1/staff/${kind}/imports`, {
      params: { header },
      body: { file: '', ...options },
      bodySerializer: () => form,
    }),
  );
}
