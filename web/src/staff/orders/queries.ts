import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { keepAnswer, queries } from '../../api/queries';
import type { components } from '../../api/schema';
import type { OrderSearch, View } from './search';

type Schemas = components['schemas'];
export type OrderItem = Schemas['OrderDto'];
export type OrderDetail = Schemas['OrderDetailDto'];
export type OrderStatus = OrderItem['status'];

const STATUSES: Readonly<Record<View, OrderStatus[] | undefined>> = {
  all: undefined,
  open: ['RECEIVED'],
  offers: ['OFFER_MADE', 'OFFER_WITHDRAWN'],
  done: ['ACCEPTED', 'REJECTED', 'OFFER_ACCEPTED', 'OFFER_DECLINED', 'CANCELLED'],
};
const AT_ONCE = 50;

export const ordersQuery = ({ view = 'all', q, kind, shop }: OrderSearch) => {
  const query = { search: q, kind, shop, status: STATUSES[view], limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listOrders', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/orders', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ['getOrder', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/orders/{id}', { params: { path: { id } }, signal })),
  });

/** The item of the Postkorb in which an order is still to be decided. */
export const openItemQuery = (number: string) =>
  queryOptions({
    queryKey: ['listInboxItems', { number }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/inbox-items', { params: { query: { number } }, signal })),
  });

/** After something has been done with an order: the answer is its new state; lists and overviews are old. */
export function orderIsNow(order: OrderDetail): void {
  keepAnswer(orderQuery(order.id).queryKey, order);
  for (const operation of ['listOrders', 'getCustomerOverview', 'listInboxItems', 'getInboxItem']) {
    void queries.invalidateQueries({ queryKey: [operation] });
  }
}
