import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { keepAnswer, queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { rememberOwnChange } from './announce-changes';
import type { OrdersSearch, View } from './search';

type Schemas = components['schemas'];
export type OrderItem = Schemas['PortalOrderDto'];
export type OrderDetail = Schemas['PortalOrderDetailDto'];
export type OrderLine = Schemas['OrderLineDto'];
export type OrderStatus = OrderItem['status'];

const STATUSES: Record<View, OrderStatus[] | undefined> = {
  all: undefined,
  open: ['RECEIVED', 'OFFER_MADE'],
  offers: ['OFFER_MADE'],
  done: ['ACCEPTED', 'REJECTED', 'OFFER_ACCEPTED', 'OFFER_DECLINED', 'OFFER_WITHDRAWN', 'CANCELLED'],
};

export function ordersFilter({ view = 'all', q: search, kind, shop }: OrdersSearch) {
  return { status: STATUSES[view], search, kind, shop };
}

export const ordersQuery = (search: OrdersSearch) => {
  const query = ordersFilter(search);
  return infiniteQueryOptions({
    queryKey: ['listPortalOrders', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/portal/orders', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['getPortalOrder', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/portal/orders/{id}', { params: { path: { id } }, signal })),
  });

/** What the API answers is the whole order. */
export function keepOrder(order: OrderDetail): void {
  rememberOwnChange(order);
  keepAnswer(orderQuery(order.id).queryKey, order);
  rereadOrders();
}

/** The lists, and what is counted. */
export function rereadOrders(): void {
  void queries.invalidateQueries({ queryKey: ['listPortalOrders'] });
  void queries.invalidateQueries({ queryKey: ['getPortalOverview'] });
}
