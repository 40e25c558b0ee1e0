import { Injectable } from '@nestjs/common';
import { type OfferedArticle, OfferedArticlesReader } from '../catalog';
import type { LineKey, Offered, Shop } from '../ordering';

/** The online shop sells what staff have put into it. */
@Injectable()
export class OnlineShop implements Shop {
  readonly kind = 'ONLINE_SHOP';

  constructor(private readonly articles: OfferedArticlesReader) {}

  async offers(lines: readonly LineKey[], withPrices: boolean): Promise<(line: LineKey) => Offered> {
    const articles = await this.articles.byIds(
      lines.map(({ articleId }) => articleId),
      withPrices,
    );
    return ({ articleId }) => offerOf(articles.get(articleId));
  }
}

function offerOf(article: OfferedArticle | undefined): Offered {
  if (!article) return { reason: 'NOT_IN_SHOP' };
  const { number, name, unit, vatRatePermille, netPriceCents } = article;
  return { number, name, unit, vatRatePermille, netPriceCents, kind: null, printer: null };
}
