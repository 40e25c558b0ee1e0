import { imageVersion } from '../articles/article-images';

/** What a shop may show of an article; `netPriceCents` is there only where it was asked for and the article has one. */
export interface OfferedArticle {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly description: string | null;
  readonly manufacturer: string | null;
  readonly manufacturerNumber: string | null;
  readonly ean: string | null;
  readonly unit: string;
  readonly category: string | null;
  readonly hasImage: boolean;
  /** Of the picture, changes with it. */
  readonly imageVersion: string | null;
  /** 190 are 19 %. */
  readonly vatRatePermille: number;
  readonly netPriceCents?: number;
}

export type OfferedRow = Omit<OfferedArticle, 'netPriceCents' | 'hasImage'> & {
  readonly netPriceCents?: number | null;
};

const withoutPrice = (tenant: number): string => `t.id, t.number, t.name, t.description, t.manufacturer,
  t.manufacturer_number AS "manufacturerNumber", t.ean, t.unit, t.category, ${imageVersion(tenant)} AS "imageVersion",
  t.vat_rate_permille AS "vatRatePermille"`;

/** Of the articles `t`, with the tenant's id at a place among the parameters. What is not read cannot leak. */
export function offeredColumns(withPrices: boolean, tenant = 1): string {
  return `${withoutPrice(tenant)}${withPrices ? ', t.net_price_cents AS "netPriceCents"' : ''}`;
}

export function offeredArticle(row: OfferedRow): OfferedArticle {
  const { netPriceCents } = row;
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    description: row.description,
    manufacturer: row.manufacturer,
    manufacturerNumber: row.manufacturerNumber,
    ean: row.ean,
    unit: row.unit,
    category: row.category,
    hasImage: row.imageVersion !== null,
    imageVersion: row.imageVersion,
    vatRatePermille: row.vatRatePermille,
    ...(typeof netPriceCents === 'number' && { netPriceCents }),
  };
}
