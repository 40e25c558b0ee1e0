import { isDeepStrictEqual } from 'node:util';
import { isOffer, type Reason, type UnpricedOffer } from '../shop';
import type { CartLine } from './cart';

/** What of an offer is compared beside its price, and how a difference is called. */
const COMPARED = [
  ['NUMBER_CHANGED', 'number'],
  ['NAME_CHANGED', 'name'],
  ['UNIT_CHANGED', 'unit'],
  ['KIND_CHANGED', 'kind'],
  ['VAT_RATE_CHANGED', 'vatRatePermille'],
  ['PRINTER_CHANGED', 'printer'],
] as const satisfies readonly (readonly [string, keyof UnpricedOffer])[];

/** What may have become of a line. */
export type Change = Reason | 'PRICE_CHANGED' | 'PRICE_MISSING' | (typeof COMPARED)[number][0];

/** One thing that has become of a line since it was put into the cart. */
export interface LineChange {
  readonly line: CartLine;
  readonly change: Change;
}

/** All that is not what it was. Where prices are hidden, no price is known here, so none has changed. */
export function changesOf(lines: readonly CartLine[]): LineChange[] {
  return lines.flatMap((line) => changesOfLine(line).map((change) => ({ line, change })));
}

function changesOfLine({ offered, shownOffer, shownPriceCents }: CartLine): Change[] {
  if (!isOffer(offered)) return [offered.reason];
  const priceChange = changeOfPrice(shownPriceCents, offered.netPriceCents);
  const others = shownOffer
    ? COMPARED.filter(([, field]) => !isDeepStrictEqual(shownOffer[field], offered[field]))
    : [];
  return [...(priceChange ? [priceChange] : []), ...others.map(([change]) => change)];
}

function changeOfPrice(shown: number | null | undefined, offered: number | undefined): Change | undefined {
  if (shown === undefined) return undefined;
  if (offered === undefined) return shown === null ? undefined : 'PRICE_MISSING';
  return offered === shown ? undefined : 'PRICE_CHANGED';
}
