import { pricedLines, type Totals, totalsOf } from '../money/totals';
import type { OrderKind } from '../orders/order-status';
import { isOffer, type LineKey, type Offered, type Reason } from '../shop';

/** A line together with what the shop offers for it now. */
export interface CartLine extends LineKey {
  readonly id: string;
  readonly quantity: number;
  /** As they were when it was put into the cart; the names of what is offered now are in `offered`. */
  readonly number: string;
  readonly name: string;
  readonly printerName: string | null;
  /** Absent where prices are hidden; null where there was none. */
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

/** What the client showed when it submitted. */
export interface Expectation {
  readonly mode: OrderKind;
  /** Of an order. */
  readonly totalNetCents?: number;
  readonly termsVersion?: string;
}

/** Why a cart cannot be submitted as expected. */
export type Objection = 'EMPTY' | 'LINES_CHANGED' | 'MODE_CHANGED' | 'TOTAL_CHANGED' | 'TERMS_CHANGED';

/** The first thing that is not as the client expected it. */
export function objectionTo(
  lines: readonly CartLine[],
  { mode, totals }: CartState,
  termsVersion: string | null,
  expected: Expectation,
): Objection | undefined {
  if (lines.length === 0) return 'EMPTY';
  if (lines.some(({ offered }) => !isOffer(offered))) return 'LINES_CHANGED';
  if (mode !== expected.mode) return 'MODE_CHANGED';
  if (totals && totals.netCents !== expected.totalNetCents) return 'TOTAL_CHANGED';
  if (expected.termsVersion !== undefined && expected.termsVersion !== termsVersion) return 'TERMS_CHANGED';
  return undefined;
}

/** What has become of a line since it was put into the cart. */
export interface LineChange {
  readonly line: CartLine;
  readonly change: Reason | 'PRICE_CHANGED' | 'PRICE_MISSING';
}

/** The lines that are not what they were. Where prices are hidden, no price is known here, so none has changed. */
export function changesOf(lines: readonly CartLine[]): LineChange[] {
  return lines.flatMap((line) => {
    const change = changeOf(line);
    return change ? [{ line, change }] : [];
  });
}

function changeOf({ offered, shownPriceCents }: CartLine): LineChange['change'] | undefined {
  if (!isOffer(offered)) return offered.reason;
  if (shownPriceCents === undefined) return undefined;
  if (offered.netPriceCents === undefined) return shownPriceCents === null ? undefined : 'PRICE_MISSING';
  return offered.netPriceCents === shownPriceCents ? undefined : 'PRICE_CHANGED';
}
