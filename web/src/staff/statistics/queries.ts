import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

/** Figures change slowly, and a look at them costs more than a list; those of another period stay until the new ones are there. */
const KEPT = { staleTime: 300_000, placeholderData: keepPreviousData } as const;

export const runningTicketsQuery = queryOptions({
  queryKey: ['getRunningTicketStatistics'],
  queryFn: async ({ signal }) =>
    unwrap(await api.GET('/api/v1/staff/statistics/running-tickets', { signal })),
  ...KEPT,
});

export const ticketsQuery = (months: number) =>
  queryOptions({
    queryKey: ['getTicketStatistics', { months }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/statistics/tickets', { params: { query: { months } }, signal })),
    ...KEPT,
  });

export const ordersQuery = (months: number) =>
  queryOptions({
    queryKey: ['getOrderStatistics', { months }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/statistics/orders', { params: { query: { months } }, signal })),
    ...KEPT,
  });

export const articlesQuery = (months: number) =>
  queryOptions({
    queryKey: ['getArticleStatistics', { months }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/statistics/articles', { params: { query: { months } }, signal })),
    ...KEPT,
  });

export const printersQuery = (months: number) =>
  queryOptions({
    queryKey: ['getPrinterStatistics', { months }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/statistics/printers', { params: { query: { months } }, signal })),
    ...KEPT,
  });

/** Each of the figures as a file, as the API names them. */
export type Table = 'running-tickets' | 'tickets' | 'orders' | 'articles' | 'printers';

export function fileOf(table: Table, months: number, language: string): string {
  const query = new URLSearchParams({ table, months: String(months), language });
  return `/api/v1/staff/statistics/exports?${query}`;
}
