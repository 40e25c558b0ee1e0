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
export type PortalAccess = Schemas['PortalAccessDto'];
export type Role = Schemas['ActivatePortalAccessDto']['role'];
export type ShopSettings = Schemas['CustomerShopSettingsDto'];

const AT_ONCE = 50;
/** How often it is asked what became of a mail that is on its way. */
const MAIL_EVERY_MS = 2_000;

export const customersQuery = ({ q }: CustomerSearch) => {
  const query = { search: q, limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listCustomers', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/customers', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const contactsQuery = (customerId: string) => {
  const query = { limit: AT_ONCE };
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
