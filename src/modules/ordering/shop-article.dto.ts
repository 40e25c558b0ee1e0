import { CURRENCY, type OfferedArticle, percentOf } from '../catalog';

/** Ein Artikel, wie ein Shop ihn zeigt. */
export class ShopArticleDto {
  id: string;
  /** @example MX-4711 */
  number: string;
  /** @example Logitech MX Master 3S */
  name: string;
  description: string | null;
  /** @example Logitech */
  manufacturer: string | null;
  /** @example 910-006559 */
  manufacturerNumber: string | null;
  /** @example "5099206103719" */
  ean: string | null;
  /** @example Stück */
  unit: string;
  /** @example Mäuse */
  category: string | null;
  hasImage: boolean;
  /** Wechselt mit dem Bild; als `?v=` gesendet, darf der Browser das Bild behalten. Null: keines. @example 0f343b0931126a20 */
  imageVersion: string | null;
  /** @example 19 */
  vatRatePercent: number;
  /** Nur wo Preise gezeigt werden und es einen gibt. @example 8490 */
  netPriceCents?: number;
  /** Neben dem Preis. @example EUR */
  currency?: string;
}

export function presentShopArticle(article: OfferedArticle): ShopArticleDto {
  const { netPriceCents } = article;
  return {
    id: article.id,
    number: article.number,
    name: article.name,
    description: article.description,
    manufacturer: article.manufacturer,
    manufacturerNumber: article.manufacturerNumber,
    ean: article.ean,
    unit: article.unit,
    category: article.category,
    hasImage: article.hasImage,
    imageVersion: article.imageVersion,
    vatRatePercent: percentOf(article.vatRatePermille),
    ...(netPriceCents !== undefined && { netPriceCents, currency: CURRENCY }),
  };
}
