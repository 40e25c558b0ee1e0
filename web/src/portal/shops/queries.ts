import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { ArticleSearch } from './search';

type Schemas = components['schemas'];
export type Article = Schemas['ShopArticleDto'];
export type Accessory = Schemas['PrinterAccessoryDto'];
export type Printer = Schemas['PrinterShopPrinterDto'];
export type Cart = Schemas['CartDto'];
export type CartItem = Schemas['CartItemDto'];
export type Totals = Schemas['TotalsDto'];
export type Shop = Cart['shop'];

export const articlesQuery = ({ q: search, category, sort }: ArticleSearch) => {
  const query = { search, category, sort };
  return infiniteQueryOptions({
    queryKey: ['listOnlineShopArticles', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/portal/online-shop/articles', {
          params: { query: { ...query, cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['getOnlineShopArticle', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/portal/online-shop/articles/{id}', { params: { path: { id } }, signal })),
  });

export const categoriesQuery = queryOptions({
  queryKey: ['listOnlineShopCategories', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/portal/online-shop/categories', { signal })),
});

const PRINTERS_AT_ONCE = 100;

export const printersQuery = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['listPrinterShopPrinters', { search }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/portal/printer-shop/printers', {
          params: { query: { search, limit: PRINTERS_AT_ONCE, cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const printerQuery = (id: string) =>
  queryOptions({
    queryKey: ['getPrinterShopPrinter', { id }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/portal/printer-shop/printers/{id}', { params: { path: { id } }, signal }),
      ),
  });

export const accessoriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['listPrinterShopAccessories', { id }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/portal/printer-shop/printers/{id}/accessories', {
          params: { path: { id } },
          signal,
        }),
      ),
  });

const PATHS = {
  ONLINE_SHOP: '/api/v1/portal/online-shop/cart',
  PRINTER_SHOP: '/api/v1/portal/printer-shop/cart',
} as const;

export const cartQuery = (shop: Shop) =>
  queryOptions({
    queryKey: ['getCart', { shop }],
    queryFn: async ({ signal }) => unwrap(await api.GET(PATHS[shop], { signal })),
  });
