import { type PricedLine, pricedLines } from '../money/totals';

export interface OfferedPrice {
  readonly lineId: string;
  readonly netPriceCents: number;
}

/** The lines of a request with the prices of its offer; nothing unless there is exactly one price for each of them. */
export function offeredLines(
  lines: readonly (Omit<PricedLine, 'netPriceCents'> & { readonly id: string })[],
  prices: readonly OfferedPrice[],
): (PricedLine & { readonly id: string })[] | undefined {
  if (prices.length !== lines.length) return undefined;
  const priceOf = new Map(prices.map(({ lineId, netPriceCents }) => [lineId, netPriceCents]));
  return pricedLines(
    lines.map(({ id, quantity, vatRatePermille }) => ({
      id,
      quantity,
      vatRatePermille,
      netPriceCents: priceOf.get(id),
    })),
  );
}
