import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Settings = Schemas['SettingsDto'];
export type SettingsChange = Schemas['UpdateSettingsDto'];

export const settingsQuery = queryOptions({
  queryKey: ['getSettings'],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/settings', { signal })),
  // A form begins with what is so now.
  gcTime: 0,
});

/** @throws Problem 412 where somebody has changed them since `version` */
export async function saveSettings(version: number, body: SettingsChange): Promise<Settings> {
  const header = { 'If-Match': `"${version}"` };
  const saved = unwrap(await api.PATCH('/api/v1/staff/settings', { params: { header }, body }));
  queries.setQueryData(settingsQuery.queryKey, saved);
  return saved;
}

/** What they are by now. */
export function readSettings(): Promise<Settings> {
  return queries.fetchQuery({ ...settingsQuery, staleTime: 0 });
}
