import { pricedLines, type Totals, totalsOf } from '../money/totals';
import type { OrderKind } from '../orders/order-status';
import { isOffer, type LineKey, type Offered, type UnpricedOffer } from '../shop';

/** A line together with what the shop offers for it now. */
export interface CartLine extends LineKey {
  readonly id: string;
  readonly quantity: number;
  /** As they were when it was put into the cart; the names of what is offered now are in `offered`. */
  readonly number: string;
  readonly name: string;
  readonly printerName: string | null;
  /** What the shop offered then; absent where nobody asked, null where nobody knows any more. */
  readonly shownOffer?: UnpricedOffer | null;
  /** Absent where nobody asked or prices are hidden; null where there was none. */
  readonly shownPriceCents?: number | null;
  readonly offered: Offered;
}

/** What a submission would become. */
export interface CartState {
  /** An order only where prices show and every line that can be had has one. */
  readonly mode: OrderKind;
  /** Of an order. */
  readonly totals?: Totals;
}

export function stateOf(lines: readonly CartLine[], showPrices: boolean): CartState {
  const available = lines.flatMap(({ quantity, offered }) =>
    isOffer(offered)
      ? [{ quantity, vatRatePermille: offered.vatRatePermille, netPriceCents: offered.netPriceCents }]
      : [],
  );
  const priced = showPrices ? pricedLines(available) : undefined;
  return priced ? { mode: 'ORDER', totals: totalsOf(priced) } : { mode: 'QUOTE_REQUEST' };
}

/** What the client showed when it submitted, as far as it says so. */
export interface Expectation {
  readonly mode: OrderKind;
  /** Of an order. */
  readonly totalNetCents?: number;
  readonly termsVersion?: string;
  /** What the version of the cart that was shown says beside: whether these are the same lines and terms. */
  readonly sameLines?: boolean;
  readonly sameTerms?: boolean;
}

/** Why a cart cannot be submitted as expected. */
export type Objection =
  'EMPTY' | 'LINES_CHANGED' | 'MODE_CHANGED' | 'TOTAL_CHANGED' | 'CART_CHANGED' | 'TERMS_CHANGED';

/** The first thing that is not as the client expected it. */
export function objectionTo(
  lines: readonly CartLine[],
  { mode, totals }: CartState,
  termsVersion: string | null,
  expected: Expectation,
): Objection | undefined {
  const { totalNetCents = totals?.netCents, sameLines = true, sameTerms = true } = expected;
  if (lines.length === 0) return 'EMPTY';
  if (lines.some(({ offered }) => !isOffer(offered))) return 'LINES_CHANGED';
  if (mode !== expected.mode) return 'MODE_CHANGED';
  if (totals?.netCents !== totalNetCents) return 'TOTAL_CHANGED';
  if (!sameLines) return 'CART_CHANGED';
  if (!sameTerms || (expected.termsVersion ?? termsVersion) !== termsVersion) return 'TERMS_CHANGED';
  return undefined;
}
