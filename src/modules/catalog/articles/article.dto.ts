import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import {
  DecimalNumber,
  Nullable,
  OneOf,
  Optional,
  Text,
  WholeNumber,
  YesNo,
} from '../../../platform/http/validation/fields';
import { QueryFlag } from '../../../platform/http/validation/query-fields';
import type { ArticleValues } from './articles.service';
import type { Article } from './article.entity';
import { CURRENCY, MAX_PRICE_CENTS, percentOf, permilleOf } from '../money';

const SORTS = ['name', 'number', '-updatedAt', 'netPriceCents', '-netPriceCents'] as const;
export type ArticleSort = (typeof SORTS)[number];

export class ListArticlesQuery extends ListQuery {
  /** Artikelnummer, Bezeichnung, Hersteller, Herstellernummer oder EAN, auch nur der Anfang; Tippfehler stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;

  /** Genau diese Warengruppe; es gibt eine Liste der vorhandenen. */
  @Optional()
  @Text({ max: 100 })
  category?: string;

  /** Nur Artikel, die für den OnlineShop freigegeben sind, oder nur die anderen. */
  @QueryFlag()
  onlineShop?: boolean;

  /** Nur aktive oder nur inaktive Artikel. */
  @QueryFlag()
  active?: boolean;

  /** Ohne Angabe nach Bezeichnung, bei einer Suche die besten Treffer zuerst. Artikel ohne Preis stehen zuletzt. */
  @Optional()
  @OneOf(SORTS)
  sort?: ArticleSort;
}

abstract class ArticleFields {
  @Nullable()
  @Text({ max: 5000, lines: true, example: 'Für rund 3.000 Seiten nach ISO/IEC 19752' })
  description?: string | null;

  @Nullable()
  @Text({ max: 100, example: 'Brother' })
  manufacturer?: string | null;

  @Nullable()
  @Text({ max: 60, example: 'TN-2420' })
  manufacturerNumber?: string | null;

  /** EAN/GTIN mit 8, 12, 13 oder 14 Ziffern. */
  @Nullable()
  @Text({ max: 20, example: '4977766779425' })
  ean?: string | null;

  /** Mengeneinheit; ohne Angabe Stück. */
  @Optional()
  @Text({ max: 30, example: 'Stück' })
  unit?: string;

  /** Netto-Listenpreis je Einheit in Cent; ohne Angabe oder `null` hat der Artikel keinen und wird angefragt. */
  @Nullable()
  @WholeNumber(0, MAX_PRICE_CENTS, { example: 6490 })
  netPriceCents?: number | null;

  /** Umsatzsteuersatz in Prozent; ohne Angabe 19. */
  @Optional()
  @DecimalNumber(0, 100, 1, { example: 19 })
  vatRatePercent?: number;

  /** Warengruppe, frei wählbar. */
  @Nullable()
  @Text({ max: 100, example: 'Toner' })
  category?: string | null;

  /** Für den OnlineShop verfügbar; ohne Angabe nein. */
  @Optional()
  @YesNo({ example: true })
  onlineShop?: boolean;

  /** Inaktive Artikel sind in keinem Shop; ohne Angabe aktiv. */
  @Optional()
  @YesNo({ example: true })
  active?: boolean;
}

export class CreateArticleDto extends ArticleFields {
  /** Je Mandant nur einmal; Groß- und Kleinschreibung und die Art von Leerzeichen und Strichen zählen nicht. */
  @Text({ max: 60, example: 'NEU-4711' })
  number: string;

  @Text({ max: 200, example: 'Toner schwarz TN-2420' })
  name: string;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateArticleDto extends ArticleFields {
  @Optional()
  @Text({ max: 60, example: 'NEU-4711' })
  number?: string;

  @Optional()
  @Text({ max: 200, example: 'Toner schwarz TN-2420' })
  name?: string;
}

/** Ein Artikel, wie ihn die Liste zeigt. */
export class ArticleListItemDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  /** @example BR-TN2420 */
  number: string;
  /** @example Toner schwarz TN-2420 */
  name: string;
  manufacturer: string | null;
  manufacturerNumber: string | null;
  ean: string | null;
  unit: string;
  /** Fehlt, wo der Artikel keinen Listenpreis hat. @example 6490 */
  netPriceCents?: number;
  /** @example EUR */
  currency: string;
  /** @example 19 */
  vatRatePercent: number;
  category: string | null;
  onlineShop: boolean;
  active: boolean;
  hasImage: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export class ArticleListDto {
  items: ArticleListItemDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Ein Artikel. */
export class ArticleDto extends ArticleListItemDto {
  description: string | null;
}

export class ArticleCategoryDto {
  /** @example Toner */
  name: string;
  /** Artikel darin, auch inaktive. */
  count: number;
}

export class ArticleCategoryListDto {
  items: ArticleCategoryDto[];
}

/** What people send in percent is kept per mille. */
export function articleValues<Sent extends { vatRatePercent?: number }>({
  vatRatePercent,
  ...values
}: Sent): Omit<Sent, 'vatRatePercent'> & Partial<Pick<ArticleValues, 'vatRatePermille'>> {
  return vatRatePercent === undefined ? values : { ...values, vatRatePermille: permilleOf(vatRatePercent) };
}

/** What the lists read of an article. */
export type ArticleRow = Omit<Article, 'tenantId' | 'description' | 'sortName' | 'numberKey'>;

export function presentListedArticle(article: ArticleRow, hasImage: boolean): ArticleListItemDto {
  return {
    id: article.id,
    version: article.version,
    number: article.number,
    name: article.name,
    manufacturer: article.manufacturer,
    manufacturerNumber: article.manufacturerNumber,
    ean: article.ean,
    unit: article.unit,
    ...(article.netPriceCents !== null && { netPriceCents: article.netPriceCents }),
    currency: CURRENCY,
    vatRatePercent: percentOf(article.vatRatePermille),
    category: article.category,
    onlineShop: article.onlineShop,
    active: article.active,
    hasImage,
    createdAt: article.createdAt,
    updatedAt: article.updatedAt,
  };
}

export function presentArticle(article: Article, hasImage: boolean): ArticleDto {
  return Object.assign(presentListedArticle(article, hasImage), { description: article.description });
}
