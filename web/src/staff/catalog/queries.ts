import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import type { components } from '../../api/schema';
import { sequentialUpdate } from '../sequential-update';
import type { ArticleSearch, WordSearch, YesNo } from './search';

type Schemas = components['schemas'];
export type Article = Schemas['ArticleListItemDto'];
export type ArticleDetail = Schemas['ArticleDto'];
export type ArticleChanges = Schemas['UpdateArticleDto'];
export type PrinterModel = Schemas['PrinterModelDto'];
export type Accessory = Schemas['AccessoryDto'];
export type Accessories = Schemas['AccessoryListDto'];

const AT_ONCE = 50;

export const articlesQuery = ({ q, category, active, shop }: ArticleSearch, limit = AT_ONCE) => {
  const query = { search: q, category, active: isYes(active), onlineShop: isYes(shop), limit };
  return infiniteQueryOptions({
    queryKey: ['listArticles', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/articles', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const categoriesQuery = queryOptions({
  queryKey: ['listArticleCategories'],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/article-categories', { signal })).items,
});

export async function readArticle(id: string): Promise<ArticleDetail> {
  return unwrap(await api.GET('/api/v1/staff/articles/{id}', { params: { path: { id } } }));
}

/** Changes an article as it was read; shown lists have it at once. @throws Problem */
export async function changeArticle(
  read: Pick<Article, 'id' | 'version'>,
  body: ArticleChanges,
): Promise<ArticleDetail> {
  const article = await sequentialUpdate(read, async (header) => {
    const params = { path: { id: read.id }, header };
    return unwrap(await api.PATCH('/api/v1/staff/articles/{id}', { params, body }));
  });
  articleIsNow(article);
  return article;
}

/** The article as it is now, where somebody else has changed it meanwhile; nothing where that is not why, or it cannot be read. */
export async function changedMeanwhile(error: unknown, id: string): Promise<ArticleDetail | undefined> {
  if (!isProblem(error, 412)) return undefined;
  const now = await readArticle(id).catch(() => undefined);
  if (now) articleIsNow(now);
  return now;
}

/** Puts what is now known of an article in its place in every list, where it stays although a filter may differ. */
export function articleIsNow(article: Article): void {
  queries.setQueriesData<InfiniteData<Schemas['ArticleListDto']>>(
    { queryKey: ['listArticles'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === article.id ? { ...item, ...article } : item)),
        })),
      },
  );
}

/** After articles have come, gone or changed in ways that move them. */
export async function articlesHaveChanged(): Promise<void> {
  void queries.invalidateQueries({ queryKey: categoriesQuery.queryKey });
  void queries.invalidateQueries({ queryKey: ['listAccessories'] });
  await queries.invalidateQueries({ queryKey: ['listArticles'] });
}

export const printerModelsQuery = ({ q }: WordSearch) => {
  const query = { search: q, limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listPrinterModels', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/staff/printer-models', { params: { query: { ...query, cursor } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const printerModelQuery = (id: string) =>
  queryOptions({
    queryKey: ['getPrinterModel', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/printer-models/{id}', { params: { path: { id } }, signal })),
  });

export const accessoriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['listAccessories', { id }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/printer-models/{id}/accessories', { params: { path: { id } }, signal }),
      ),
  });

export async function printerModelsHaveChanged(): Promise<void> {
  await Promise.all(
    ['listPrinterModels', 'getPrinterModel', 'listAccessories'].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation] }),
    ),
  );
}

function isYes(choice: YesNo | undefined): boolean | undefined {
  return choice && choice === 'yes';
}
