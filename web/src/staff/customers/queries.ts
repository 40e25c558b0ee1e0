import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import type { CustomerSearch } from './search';

type Schemas = components['schemas'];
export type CustomerListItem = Schemas['CustomerListItemDto'];
export type Customer = Schemas['CustomerDto'];
export type CustomerOverview = Schemas['CustomerOverviewDto'];
export type Contact = Schemas['ContactListItemDto'];
export type GivenAccess = Schemas['GivenAccessDto'];
export type PortalAccess = Schemas['PortalAccessDto'];
export type Role = Schemas['ActivatePortalAccessDto']['role'];
export type ShopSettings = Schemas['CustomerShopSettingsDto'];

const AT_ONCE = 50;
/** As many contacts can be given access at once. */
export const ACCESSES_AT_ONCE = 100;
/** How often it is asked what became of a mail that is on its way. */
const MAIL_EVERY_MS = 2_000;

export const customersQuery = ({ q, archived }: CustomerSearch) => {
  const query = { search: q, state: archived ? ('ARCHIVED' as const) : undefined, limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listCustomers', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/customers', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const contactsQuery = (customerId: string) => {
  const query = { limit: ACCESSES_AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listContacts', { customerId, ...query }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/contacts', {
          params: { path: { id: customerId }, query: { ...query, cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((item) => item.credentialsMail?.state === 'QUEUED'))
        ? MAIL_EVERY_MS
        : false,
  });
};

/** The access of a contact with what became of the mail with the credentials. */
export const accessQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['getPortalAccess', { id: contactId }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/contacts/{id}/portal-access', {
          params: { path: { id: contactId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.credentialsMail?.state === 'QUEUED' ? MAIL_EVERY_MS : false),
  });

export const shopSettingsQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['getCustomerShopSettings', { id: customerId }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/shop-settings', {
          params: { path: { id: customerId } },
          signal,
        }),
      ),
  });

/** What it means to archive a customer, as it is now. */
export const archivalQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['getCustomerArchival', { id: customerId }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/archival', {
          params: { path: { id: customerId } },
          signal,
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });

/** A contact as it is now. */
export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['getContact', { id: contactId }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/contacts/{id}', { params: { path: { id: contactId } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

/** What it means to forget a contact, as it is now. */
export const contactErasureQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['getContactErasure', { id: contactId }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/contacts/{id}/erasure', { params: { path: { id: contactId } }, signal }),
      ),
    staleTime: 0,
    gcTime: 0,
  });

/** After something of a customer has been changed. */
export async function customerHasChanged(customerId: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['listCustomers'] });
  await Promise.all(
    ['getCustomerOverview', 'listContacts'].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation, { customerId }] }),
    ),
  );
}

export function nameOf({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}
