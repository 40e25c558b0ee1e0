import { hasAgreedPrices, type OrderKind, type OrderStatus } from './order-status';

interface Agreement {
  readonly kind: OrderKind;
  readonly status: OrderStatus;
}

interface Totals {
  readonly currency: string;
  readonly totalNetCents: number | null;
  readonly totalGrossCents: number | null;
}

/** What may be told of an order's totals: nothing before there is an offer. */
export function agreedTotals(
  order: Agreement & Totals,
): { currency: string; totalNetCents: number; totalGrossCents: number } | undefined {
  const { currency, totalNetCents, totalGrossCents } = order;
  if (!hasAgreedPrices(order) || totalNetCents === null || totalGrossCents === null) return undefined;
  return { currency, totalNetCents, totalGrossCents };
}

/** A second lock: whatever is stored, a quote request tells no price before its offer. */
export function withAgreedPrices<Line extends { netPriceCents: number | null }>(
  order: Agreement,
  lines: Line[],
): Line[] {
  if (!hasAgreedPrices(order)) for (const line of lines) line.netPriceCents = null;
  return lines;
}
