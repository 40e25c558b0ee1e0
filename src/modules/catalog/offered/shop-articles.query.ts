import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { QueryNumber } from '../../../platform/http/validation/query-fields';
import { MAX_PRICE_CENTS } from '../money';

const SORTS = ['name', 'number', 'netPriceCents', '-netPriceCents'] as const;
export type ShopArticleSort = (typeof SORTS)[number];

/** What a shop's list of articles understands. */
export class ShopArticlesQuery extends ListQuery {
  /** Artikelnummer, Bezeichnung, Hersteller, Herstellernummer oder EAN, auch nur der Anfang; Tippfehler stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;

  /** Genau diese Warengruppe. */
  @Optional()
  @Text({ max: 100 })
  category?: string;

  /** Mindestpreis netto in Cent; nur wo Preise angezeigt werden. */
  @QueryNumber(0, MAX_PRICE_CENTS)
  minNetPriceCents?: number;

  /** Höchstpreis netto in Cent; nur wo Preise angezeigt werden. */
  @QueryNumber(0, MAX_PRICE_CENTS)
  maxNetPriceCents?: number;

  /**
   * Ohne Angabe nach Bezeichnung, bei einer Suche die besten Treffer zuerst. Nach Preis nur, wo Preise angezeigt werden;
   * Artikel ohne Preis stehen dann zuletzt.
   */
  @Optional()
  @OneOf(SORTS)
  sort?: ShopArticleSort;
}
