/** Every shop of the portal; what follows from a new one is in docs/adding-a-shop.md. */
export const SHOP_KINDS = ['ONLINE_SHOP', 'PRINTER_SHOP'] as const;
export type ShopKind = (typeof SHOP_KINDS)[number];

/** Of one article, in a cart and in an order. */
export const MAX_QUANTITY = 999;

/** What tells the lines of a cart apart: the article, and for which printer it is. */
export interface LineKey {
  readonly articleId: string;
  readonly printerId: string | null;
}

/** As a key of maps. */
export function keyOf({ articleId, printerId }: LineKey): string {
  return `${printerId ?? ''}:${articleId}`;
}

export interface OfferedPrinter {
  readonly id: string;
  readonly name: string;
  /** Manufacturer and model. */
  readonly model: string;
  readonly location: string | null;
  readonly room: string | null;
  readonly serialNumber: string | null;
}

/** What a shop offers for a line right now; `netPriceCents` only where prices were asked for and there is one. */
export interface Offer {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly vatRatePermille: number;
  readonly netPriceCents?: number;
  /** Of an accessory, e.g. toner black. */
  readonly kind: string | null;
  readonly printer: OfferedPrinter | null;
}

/** What may be shown of it whether prices show or not. */
export type UnpricedOffer = Omit<Offer, 'netPriceCents'>;

/** Why a line cannot be had. */
export const REASONS = ['NOT_IN_SHOP', 'PRINTER_NOT_AVAILABLE', 'DOES_NOT_FIT'] as const;
export type Reason = (typeof REASONS)[number];

export type Offered = Offer | { readonly reason: Reason };

/** What ordering needs to know of a shop. Each shop's module has one and hands it over with every call. */
export interface Shop {
  readonly kind: ShopKind;
  /** What the acting contact can have of these lines. Without `withPrices` no statement names a price. */
  offers(lines: readonly LineKey[], withPrices: boolean): Promise<(line: LineKey) => Offered>;
}

export function withoutPrice({ netPriceCents: _, ...offer }: Offer): UnpricedOffer {
  return offer;
}

export function isOffer(offered: Offered): offered is Offer {
  return !('reason' in offered);
}
