/** What a sum is made of. Money is whole cents, rates are per mille: 190 is 19 %. */
export interface PricedLine {
  readonly quantity: number;
  readonly netPriceCents: number;
  readonly vatRatePermille: number;
}

/** The tax of one rate; rounded once, on the sum, as it stands on an invoice. */
export interface VatOfRate {
  readonly vatRatePermille: number;
  readonly netCents: number;
  readonly vatCents: number;
}

export interface Totals {
  readonly netCents: number;
  /** The highest rate first. */
  readonly vat: readonly VatOfRate[];
  readonly grossCents: number;
}

/** Sums up lines; exact up to the largest cart there can be. */
export function totalsOf(lines: readonly PricedLine[]): Totals {
  const netByRate = new Map<number, number>();
  for (const { quantity, netPriceCents, vatRatePermille } of lines) {
    netByRate.set(vatRatePermille, (netByRate.get(vatRatePermille) ?? 0) + quantity * netPriceCents);
  }
  const vat = [...netByRate]
    .sort(([a], [b]) => b - a)
    .map(([vatRatePermille, netCents]) => ({
      vatRatePermille,
      netCents,
      vatCents: share(netCents, vatRatePermille),
    }));
  const netCents = sum(vat.map((rate) => rate.netCents));
  return { netCents, vat, grossCents: netCents + sum(vat.map((rate) => rate.vatCents)) };
}

/** Nothing unless every line has a price. */
export function pricedLines<Line extends Omit<PricedLine, 'netPriceCents'>>(
  lines: readonly (Line & { readonly netPriceCents?: number | null })[],
): (Line & PricedLine)[] | undefined {
  const priced = lines.flatMap((line) =>
    line.netPriceCents === undefined || line.netPriceCents === null
      ? []
      : [{ ...line, netPriceCents: line.netPriceCents }],
  );
  return priced.length === lines.length ? priced : undefined;
}

/** Half a cent is rounded up. The product may be larger than what a number holds exactly. */
function share(cents: number, permille: number): number {
  return Number((BigInt(cents) * BigInt(permille) + 500n) / 1000n);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
