import { type ShopArticleDto } from '../../ordering';

export class OnlineShopArticleListDto {
  items: ShopArticleDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Eine Warengruppe. */
export class OnlineShopCategoryDto {
  /** @example Mäuse */
  name: string;
  /** So viele Artikel hat sie im Shop. @example 12 */
  count: number;
}

export class OnlineShopCategoryListDto {
  items: OnlineShopCategoryDto[];
}
