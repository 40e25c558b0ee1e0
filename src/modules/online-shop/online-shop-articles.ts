import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/http/paging/keyset-list';
import type { VersionedDownload } from '../../files/versioned-file';
import { notFound } from '../../platform/errors';
import { type OfferedArticle, OfferedArticlesReader, type ShopArticlesQuery } from '../catalog';
import { ShopAccess } from '../ordering';
import type { OnlineShopCategoryDto } from './dto/online-shop.dto';

/** What the acting contact sees of the online shop. */
@Injectable()
export class OnlineShopArticles {
  constructor(
    private readonly access: ShopAccess,
    private readonly articles: OfferedArticlesReader,
  ) {}

  /** @throws notFound where the shop is closed, pricesHidden */
  async page(query: ShopArticlesQuery): Promise<Page<OfferedArticle>> {
    const { showPrices } = await this.access.open('ONLINE_SHOP');
    return this.articles.page(query, showPrices);
  }

  /** @throws notFound where the shop is closed or has no such article */
  async get(id: string): Promise<OfferedArticle> {
    const { showPrices } = await this.access.open('ONLINE_SHOP');
    const article = (await this.articles.byIds([id], showPrices)).get(id);
    if (!article) throw notFound();
    return article;
  }

  /** @throws notFound where the shop is closed, has no such article or no image of it */
  async image(id: string): Promise<VersionedDownload> {
    await this.get(id);
    const image = await this.articles.image(id);
    if (!image) throw notFound();
    return image;
  }

  /** @throws notFound where the shop is closed */
  async categories(): Promise<{ items: OnlineShopCategoryDto[] }> {
    await this.access.open('ONLINE_SHOP');
    return { items: [...(await this.articles.categories())] };
  }
}
