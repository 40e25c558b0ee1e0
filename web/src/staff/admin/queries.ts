import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { keepAnswer, queries, readNow } from '../../api/queries';
import type { components, operations } from '../../api/schema';
import type { CannedReply } from '../tickets/queries';
import type { AuditSearch } from './audit-search';

type Schemas = components['schemas'];
export type Settings = Schemas['SettingsDto'];
export type SettingsChange = Schemas['UpdateSettingsDto'];
export type Category = Schemas['TicketCategoryDto'];
export type AuditEntry = Schemas['AuditEntryDto'];
export type StaffUser = Schemas['StaffUserDto'];
export type StaffUserChange = Schemas['UpdateStaffUserDto'];
export type AuditFilter = NonNullable<operations['listAuditEntries']['parameters']['query']>;
const AT_ONCE = 50;

export const settingsQuery = queryOptions({
  queryKey: ['getSettings'],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/settings', { signal })),
  // A form begins with what is so now, and keeps to that until it is sent.
  gcTime: 0,
  staleTime: Infinity,
});

/** @throws Problem 412 where they have been changed since `version` */
export async function saveSettings(version: number, body: SettingsChange): Promise<Settings> {
  const header = { 'If-Match': `"${version}"` };
  const saved = unwrap(await api.PATCH('/api/v1/staff/settings', { params: { header }, body }));
  keepAnswer(settingsQuery.queryKey, saved);
  return saved;
}

/** What they are by now. */
export function readSettings(): Promise<Settings> {
  return readNow(settingsQuery);
}

export const staffUsersQuery = infiniteQueryOptions({
  queryKey: ['listStaffUsers', { limit: AT_ONCE }],
  queryFn: async ({ signal, pageParam: cursor }) =>
    unwrap(await api.GET('/api/v1/staff/users', { params: { query: { limit: AT_ONCE, cursor } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

/** The current state of a staff user. */
export async function readStaffUser(id: string): Promise<StaffUser> {
  return unwrap(await api.GET('/api/v1/staff/users/{id}', { params: { path: { id } } }));
}

export function staffUsersHaveChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['listStaffUsers'] });
}

/** A category as it is by now. */
export async function readCategory(id: string): Promise<Category> {
  return unwrap(await api.GET('/api/v1/staff/ticket-categories/{id}', { params: { path: { id } } }));
}

export function categoriesHaveChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['listTicketCategories'] });
}

/** A canned reply as it is by now. */
export async function readCannedReply(id: string): Promise<CannedReply> {
  return unwrap(await api.GET('/api/v1/staff/canned-replies/{id}', { params: { path: { id } } }));
}

export function cannedRepliesHaveChanged(): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['listCannedReplies'] });
}

export const auditQuery = (search: AuditSearch) => {
  // Whether the address makes sense, the API knows.
  const query = { ...(search as AuditFilter), limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listAuditEntries', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/staff/audit-entries', { params: { query: { ...query, cursor } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};
