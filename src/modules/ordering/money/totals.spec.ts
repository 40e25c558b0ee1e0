import { pricedLines, totalsOf } from './totals';

const line = (quantity: number, netPriceCents: number, vatRatePermille = 190) => ({
  quantity,
  netPriceCents,
  vatRatePermille,
});

describe('Totals', () => {
  it('round the tax once for each rate, not for each line', () => {
    // Each line alone would have 0.19 cents of tax, so nothing; together it is 0.57, so one cent.
    expect(totalsOf([line(1, 1), line(1, 1), line(1, 1)])).toEqual({
      netCents: 3,
      vat: [{ vatRatePermille: 190, netCents: 3, vatCents: 1 }],
      grossCents: 4,
    });
  });

  it('keep the rates apart, the highest first', () => {
    expect(totalsOf([line(2, 999, 70), line(3, 1250), line(1, 500, 0)])).toEqual({
      netCents: 6248,
      vat: [
        { vatRatePermille: 190, netCents: 3750, vatCents: 713 },
        { vatRatePermille: 70, netCents: 1998, vatCents: 140 },
        { vatRatePermille: 0, netCents: 500, vatCents: 0 },
      ],
      grossCents: 7101,
    });
  });

  it.each([
    [50, 100, 5],
    [5, 100, 1],
    [4, 100, 0],
  ])('round half a cent up: %i cents at %i per mille', (cents, rate, tax) => {
    expect(totalsOf([line(1, cents, rate)]).vat[0]?.vatCents).toBe(tax);
  });

  it('stay exact for the largest cart', () => {
    const lines = Array.from({ length: 200 }, () => line(999, 100_000_000, 999));
    expect(totalsOf(lines)).toMatchObject({ netCents: 19_980_000_000_000, grossCents: 39_940_020_000_000 });
  });

  it('need a price for every line', () => {
    const { netPriceCents: _, ...unpriced } = line(1, 1);
    expect(pricedLines([line(1, 0), unpriced])).toBeUndefined();
    expect(pricedLines([line(1, 0), { ...unpriced, netPriceCents: null }])).toBeUndefined();
    expect(pricedLines([line(1, 0)])).toEqual([line(1, 0)]);
    expect(pricedLines([])).toEqual([]);
  });
});
