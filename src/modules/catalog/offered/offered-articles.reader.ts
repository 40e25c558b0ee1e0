import { Injectable } from '@nestjs/common';
import { queryByIds, tenantCondition, TransactionService } from '../../../platform/database';
import type { VersionedDownload } from '../../../files/versioned-file';
import { KeysetList, type Page, searchIn } from '../../../platform/http/paging/keyset-list';
import { NAME_SORTS, PRICE_SORTS } from '../articles/article-list';
import type { ShopArticlesQuery, ShopArticleSort } from './shop-articles.query';
import { ArticleImages } from '../articles/article-images';
import { type OfferedArticle, offeredArticle, offeredColumns, type OfferedRow } from './offered-article';
import { assertAsksNoPrice } from './price-firewall';

/** Written out as the partial indexes have it. */
const OFFERED = 't.active AND t.online_shop';

/**
 * What the online shop may show of the catalog. Without prices no statement names the price column; who asks decides
 * whether there are any.
 */
@Injectable()
export class OfferedArticlesReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly lists: KeysetList,
    private readonly images: ArticleImages,
  ) {}

  /** @throws pricesHidden where the query asks about prices that are not shown */
  async page(query: ShopArticlesQuery, withPrices: boolean): Promise<Page<OfferedArticle>> {
    if (!withPrices) assertAsksNoPrice(query);
    const { search, category, minNetPriceCents, maxNetPriceCents } = query;
    const parameters: unknown[] = [];
    const condition = (sql: string, value: unknown): string[] =>
      value === undefined ? [] : [`${sql} $${parameters.push(value)}`];
    const where = [
      OFFERED,
      ...condition('t.category =', category),
      ...condition('t.net_price_cents >=', minNetPriceCents),
      ...condition('t.net_price_cents <=', maxNetPriceCents),
    ];
    const page = await this.lists.page<OfferedRow, ShopArticleSort | 'relevance'>({
      select: (tenant) => offeredColumns(withPrices, tenant),
      from: 'articles t',
      search: searchIn('articles', search, true),
      where,
      parameters,
      sorts: { ...NAME_SORTS, ...PRICE_SORTS },
      sort: query.sort ?? (search ? 'relevance' : 'name'),
      query,
    });
    return { ...page, items: page.items.map(offeredArticle) };
  }

  /** Those that the online shop offers right now; the others are absent. */
  async byIds(ids: readonly string[], withPrices: boolean): Promise<ReadonlyMap<string, OfferedArticle>> {
    const rows = await queryByIds<OfferedRow>(
      this.transactions,
      `SELECT ${offeredColumns(withPrices)} FROM articles t
       WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[]) AND ${OFFERED}`,
      ids,
    );
    return new Map(rows.map((row) => [row.id, offeredArticle(row)]));
  }

  /** Categories of what is offered, each with how many articles are in it. */
  categories(): Promise<readonly { name: string; count: number }[]> {
    return this.transactions.query<{ name: string; count: number }>(
      `SELECT t.category AS name, count(*)::int AS count FROM articles t
       WHERE ${tenantCondition('t')} AND ${OFFERED} AND t.category IS NOT NULL GROUP BY t.category ORDER BY t.category`,
      [this.transactions.tenantId],
    );
  }

  /** The caller has checked that the article may be seen. */
  image(articleId: string): Promise<VersionedDownload | undefined> {
    return this.images.find(articleId);
  }

  /** In cents, for staff only, e.g. for making an offer; articles without a price are absent. */
  async listPrices(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await queryByIds<{ id: string; cents: number }>(
      this.transactions,
      `SELECT t.id, t.net_price_cents AS cents FROM articles t
       WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[]) AND t.net_price_cents IS NOT NULL`,
      ids,
    );
    return new Map(rows.map(({ id, cents }) => [id, cents]));
  }
}
