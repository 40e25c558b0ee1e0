import { Day, Id, Optional, Text, WholeNumber } from '../../../platform/http/validation/fields';
import { NestedList } from '../../../platform/http/validation/list-fields';
import { Problem } from '../../../platform/http/problem.dto';
import { type PricedLine, pricedLines, totalsOf } from '../money/totals';
import { hasEnded } from './offer-validity';
import type { Order } from './order.entity';
import { presentTotals, TotalsDto } from '../money/money.dto';
import { OfferDto } from './order-parts.dto';

/** No quote request gets so many offers. */
export const MAX_OFFERS = 1_000_000;

/** Der Preis einer Position; ein Angebot nennt einen für jede. */
export class OfferLineDto {
  /** Die `id` aus `lines` der Anfrage; im Postkorb die `lineId` aus `sentOrder.lines`. */
  @Id()
  lineId: string;

  /** Netto, je Einheit, in Cent. */
  @WholeNumber(0, 100_000_000, { example: 8500 })
  netPriceCents: number;
}

/** Ein Angebot, das noch niemand gemacht hat. */
export class OfferPricesDto {
  /** Der Preis jeder Position. */
  @NestedList(() => OfferLineDto, { max: 500 })
  lines: OfferLineDto[];
}

export class RenewOfferDto {
  /** Das Angebot, das Sie ersetzen: `offer.version`, wie Sie es gelesen haben. */
  @WholeNumber(1, MAX_OFFERS, { example: 1 })
  offerVersion: number;

  /** Letzter Tag, an dem es angenommen werden kann. */
  @Day({ example: '2026-12-31' })
  validUntil: string;

  /** An den Kunden. */
  @Optional()
  @Text({ max: 5_000, lines: true, example: 'Die Preise haben sich geändert.' })
  message?: string;

  /** Der Preis jeder Position. */
  @NestedList(() => OfferLineDto, { max: 500 })
  lines: OfferLineDto[];
}

export class WithdrawOfferDto {
  /** Das Angebot, das Sie zurückziehen: `offer.version`, wie Sie es gelesen haben. */
  @WholeNumber(1, MAX_OFFERS, { example: 1 })
  offerVersion: number;

  /** An den Kunden. */
  @Optional()
  @Text({ max: 5_000, lines: true, example: 'Der Artikel ist nicht mehr lieferbar.' })
  reason?: string;
}

/** Ein früheres Angebot, wie es gezeigt wurde. */
export class SeenOfferDto {
  /** @example 2026-12-31 */
  validUntil: string;
  totals: TotalsDto;
}

/** Es wurde nichts entschieden; bei `offer.changed` steht hier, was sich geändert hat. */
export class OfferProblem extends Problem {
  /** Das Angebot, wie es jetzt ist; null: es gibt keines. */
  offer?: OfferDto | null;
  /** Seine Summen. */
  totals?: TotalsDto;
  /** Das Angebot, das die Anfrage nennt; fehlt, wo es das nie gab. */
  seen?: SeenOfferDto;
}

export function presentOffer({
  offerVersion,
  offerValidUntil,
  offerEndsAt,
}: Pick<Order, 'offerVersion' | 'offerValidUntil' | 'offerEndsAt'>): OfferDto | null {
  if (!offerValidUntil) return null;
  return {
    version: offerVersion,
    validUntil: offerValidUntil,
    expired: hasEnded(offerEndsAt, new Date()),
  };
}

export function presentOfferChange(
  order: Order,
  lines: Parameters<typeof pricedLines>[0],
  seen: { readonly validUntil: string; readonly lines: readonly PricedLine[] } | undefined,
): Pick<OfferProblem, 'offer' | 'totals' | 'seen'> {
  const priced = pricedLines(lines);
  return {
    offer: presentOffer(order),
    totals: priced && presentTotals(totalsOf(priced), order.currency),
    seen: seen && {
      validUntil: seen.validUntil,
      totals: presentTotals(totalsOf(seen.lines), order.currency),
    },
  };
}
