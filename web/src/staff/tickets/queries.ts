import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import type { QueryContext } from '../../ui/narrowing';
import { SORTS, type TicketSearch, type View } from './search';

type Schemas = components['schemas'];
export type Ticket = Schemas['TicketDto'];
export type TicketDetail = Schemas['TicketDetailDto'];
export type CannedReply = Schemas['CannedReplyDto'];
export type Contact = Schemas['ContactListItemDto'];
export type TicketStatus = Ticket['status'];
export type TicketChange = Schemas['UpdateTicketDto'];

const RUNNING: TicketStatus[] = ['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER'];
const FILTERS: Record<View, { status: TicketStatus[]; assigneeId?: string }> = {
  mine: { status: RUNNING, assigneeId: 'me' },
  unassigned: { status: RUNNING, assigneeId: 'none' },
  waiting: { status: ['WAITING_FOR_CUSTOMER'] },
  all: { status: RUNNING },
  done: { status: ['RESOLVED', 'CLOSED'] },
};
const AT_ONCE = 50;
const MAX_FOUND = 8;
const MAX_COLLEAGUES = 100;
/** More than one can choose among. */
const MAX_OF_CUSTOMER = 100;

export const ticketsQuery = ({ view = 'all', q, priority, category, assignee, order }: TicketSearch) => {
  const query = {
    assigneeId: assignee,
    // A queue of somebody's is that of nobody else.
    ...FILTERS[view],
    priority: priority && [priority],
    categoryId: category,
    search: q,
    sort: order && SORTS[order],
    limit: AT_ONCE,
  };
  return infiniteQueryOptions({
    queryKey: ['listTickets', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/tickets', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

/** Tickets of a customer: the running ones, or what is found among all. */
export const othersOfCustomerQuery = (customerId: string, words: string) => {
  const query = { customerId, search: words || undefined, limit: MAX_FOUND };
  return queryOptions({
    queryKey: ['listTickets', query],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/tickets', { params: { query }, signal })),
  });
};

/** How many there are in a queue. */
export const ticketCountQuery = (view: View) => {
  const query = { ...FILTERS[view], limit: 1, count: true };
  return queryOptions({
    queryKey: ['listTickets', query],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/tickets', { params: { query }, signal })).totalCount ?? 0,
  });
};

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['getTicket', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/tickets/{id}', { params: { path: { id } }, signal })),
  });

export const commentsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['listTicketComments', { id }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/staff/tickets/{id}/comments', {
          params: { path: { id }, query: { limit: AT_ONCE, sort: '-createdAt', cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['getCustomerOverview', { customerId }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/overview', {
          params: { path: { id: customerId } },
          signal,
        }),
      ),
  });

export const contactsQuery = (customerId: string, search?: string) => {
  const query = { limit: MAX_OF_CUSTOMER, search };
  return {
    // Not as the page of a customer, which keeps the same contacts in pages.
    queryKey: ['listContacts', { customerId, toChoose: true, search }],
    queryFn: async ({ signal }: QueryContext) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/contacts', {
          params: { path: { id: customerId }, query },
          signal,
        }),
      ),
  };
};

export const contactQuery = (id: string) => ({
  queryKey: ['getContact', { id }],
  queryFn: async ({ signal }: QueryContext) =>
    unwrap(await api.GET('/api/v1/staff/contacts/{id}', { params: { path: { id } }, signal })),
});

/** Those that a ticket can be about. */
export const devicesQuery = (customerId: string, search?: string) => {
  const query = { status: ['IN_USE' as const, 'IN_STOCK' as const], limit: MAX_OF_CUSTOMER, search };
  return {
    queryKey: ['listDevicesOfCustomer', { customerId, ...query }],
    queryFn: async ({ signal }: QueryContext) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/devices', {
          params: { path: { id: customerId }, query },
          signal,
        }),
      ),
  };
};

export const deviceQuery = (id: string) => ({
  queryKey: ['getDevice', { id }],
  queryFn: async ({ signal }: QueryContext) =>
    unwrap(await api.GET('/api/v1/staff/devices/{id}', { params: { path: { id } }, signal })),
});

export const watchersQuery = (id: string) =>
  queryOptions({
    queryKey: ['listTicketWatchers', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/tickets/{id}/watchers', { params: { path: { id } }, signal })),
  });

export const uploadLimitsQuery = queryOptions({
  queryKey: ['getUploadLimits', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/uploads/limits', { signal })),
  staleTime: Infinity,
});

export const categoriesQuery = queryOptions({
  queryKey: ['listTicketCategories', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/ticket-categories', { signal })),
});

export const cannedRepliesQuery = queryOptions({
  queryKey: ['listCannedReplies', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/canned-replies', { signal })),
});

export const colleaguesQuery = queryOptions({
  queryKey: ['listStaffUsers', { limit: MAX_COLLEAGUES }],
  queryFn: async ({ signal }) =>
    unwrap(await api.GET('/api/v1/staff/users', { params: { query: { limit: MAX_COLLEAGUES } }, signal })),
});

export function nameOf({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** After something has been done with a ticket. */
export async function ticketHasChanged(id: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['listTickets'] });
  await Promise.all(
    ['getTicket', 'listTicketComments'].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation, { id }] }),
    ),
  );
}
