import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import type { QueryContext } from '../../ui/narrowing';
import type { TicketSearch, View } from './search';

type Schemas = components['schemas'];
export type TicketItem = Schemas['PortalTicketListItemDto'];
export type TicketDetail = Schemas['PortalTicketDetailDto'];
export type TicketStatus = TicketItem['status'];
export type Colleague = Schemas['ColleagueDto'];

const STATUSES: Record<View, TicketStatus[]> = {
  open: ['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER'],
  waiting: ['WAITING_FOR_CUSTOMER'],
  done: ['RESOLVED', 'CLOSED'],
};
const COMMENTS_AT_ONCE = 50;
const COLLEAGUES_AT_ONCE = 100;
const DEVICES_AT_ONCE = 100;

export function ticketsFilter({ view = 'open', mine, contact, q, from, until }: TicketSearch) {
  return {
    status: STATUSES[view],
    mine,
    contactId: contact,
    createdFrom: from,
    createdUntil: until,
    search: q,
  };
}

export const ticketsQuery = (search: TicketSearch, limit = 25) => {
  const query = { ...ticketsFilter(search), limit };
  return infiniteQueryOptions({
    queryKey: ['listPortalTickets', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/portal/tickets', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

/** The first by name, or of those who are called like this. */
export const colleaguesQuery = (search?: string) => {
  const query = { limit: COLLEAGUES_AT_ONCE, search };
  return {
    queryKey: ['listColleagues', query],
    queryFn: async ({ signal }: QueryContext) =>
      unwrap(await api.GET('/api/v1/portal/colleagues', { params: { query }, signal })),
  };
};

export const colleagueQuery = (id: string) => ({
  queryKey: ['getColleague', { id }],
  queryFn: async ({ signal }: QueryContext) =>
    unwrap(await api.GET('/api/v1/portal/colleagues/{id}', { params: { path: { id } }, signal })),
});

/** Devices of the company that a request can be about. */
export const companyDevicesQuery = (search?: string) => {
  const query = { limit: DEVICES_AT_ONCE, search };
  return {
    queryKey: ['listPortalDevices', query],
    queryFn: async ({ signal }: QueryContext) =>
      unwrap(await api.GET('/api/v1/portal/devices', { params: { query }, signal })),
  };
};

export const categoriesQuery = queryOptions({
  queryKey: ['listPortalTicketCategories', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/portal/ticket-categories', { signal })),
});

export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['getPortalTicket', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/portal/tickets/{id}', { params: { path: { id } }, signal })),
  });

export const watchersQuery = (id: string) =>
  queryOptions({
    queryKey: ['listPortalTicketWatchers', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/portal/tickets/{id}/watchers', { params: { path: { id } }, signal })),
  });

/** A ticket, and something of it besides, are read anew. */
export const refreshTicket = (id: string, besides: 'listPortalTicketComments' | 'listPortalTicketWatchers') =>
  Promise.all(
    ['getPortalTicket', besides].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation, { id }] }),
    ),
  );

export const commentsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['listPortalTicketComments', { id }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/portal/tickets/{id}/comments', {
          params: { path: { id }, query: { limit: COMMENTS_AT_ONCE, sort: '-createdAt', cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
