import { Injectable } from '@nestjs/common';
import {
  equalities,
  KeysetList,
  type Page,
  searchIn,
  type Sort,
} from '../../../platform/http/paging/keyset-list';
import {
  type ArticleListItemDto,
  type ArticleSort,
  type ListArticlesQuery,
  type ArticleRow,
  presentListedArticle,
} from './article.dto';
import { hasImage } from './article-images';

/** Of the articles `t`, for staff; the place of the tenant's id among the parameters. */
export const articleColumns = (
  tenant: number,
): string => `t.id, t.version, t.number, t.name, t.manufacturer, t.manufacturer_number AS "manufacturerNumber", t.ean,
  t.unit, t.net_price_cents AS "netPriceCents", t.vat_rate_permille AS "vatRatePermille", t.category,
  t.online_shop AS "onlineShop", t.active, ${hasImage(tenant)} AS "hasImage", t.created_at AS "createdAt",
  t.updated_at AS "updatedAt"`;

/** Articles without a price come last, whichever way; the indexes are made for these very expressions. */
export const PRICE_SORTS = {
  netPriceCents: {
    by: 'CASE WHEN t.net_price_cents IS NULL THEN 2147483647 ELSE t.net_price_cents END',
    type: 'integer',
    direction: 'ASC',
  },
  '-netPriceCents': {
    by: 'CASE WHEN t.net_price_cents IS NULL THEN -1 ELSE t.net_price_cents END',
    type: 'integer',
    direction: 'DESC',
  },
} as const;

export const NAME_SORTS = {
  name: { by: 't.sort_name', type: 'text', direction: 'ASC' },
  number: { by: 't.number', type: 'text', direction: 'ASC' },
  relevance: { by: 's.rank', type: 'real', direction: 'DESC' },
} as const;

const SORTS: Readonly<Record<ArticleSort | 'relevance', Sort>> = {
  ...NAME_SORTS,
  ...PRICE_SORTS,
  '-updatedAt': { by: 't.updated_at', type: 'timestamptz', direction: 'DESC' },
};

/** Articles as staff see them, found by number, name, manufacturer or EAN in spite of typing errors. */
@Injectable()
export class ArticleList {
  constructor(private readonly lists: KeysetList) {}

  async page(query: ListArticlesQuery): Promise<Page<ArticleListItemDto>> {
    const { search, category, onlineShop, active } = query;
    const page = await this.lists.page<ArticleRow & { hasImage: boolean }, ArticleSort | 'relevance'>({
      select: articleColumns,
      from: 'articles t',
      ...equalities({ 't.category': category, 't.online_shop': onlineShop, 't.active': active }),
      search: searchIn('articles', search, null),
      sorts: SORTS,
      sort: query.sort ?? (search ? 'relevance' : 'name'),
      query,
    });
    return { ...page, items: page.items.map((row) => presentListedArticle(row, row.hasImage)) };
  }
}
