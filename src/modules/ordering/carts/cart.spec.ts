import type { Offer, Offered } from '../shop';
import { type CartLine, objectionTo, stateOf } from './cart';

const offer = (netPriceCents?: number): Offer => ({
  number: '1',
  name: 'Maus',
  unit: 'Stück',
  vatRatePermille: 190,
  kind: null,
  printer: null,
  ...(netPriceCents !== undefined && { netPriceCents }),
});

const line = (offered: Offered, shownPriceCents?: number | null, quantity = 1): CartLine => ({
  id: 'l',
  articleId: 'a',
  printerId: null,
  number: '1',
  name: 'Maus',
  printerName: null,
  quantity,
  shownPriceCents,
  offered,
});

const GONE: Offered = { reason: 'NOT_IN_SHOP' };

describe('A cart', () => {
  it('becomes an order where prices show and every line has one', () => {
    expect(stateOf([line(offer(100), 100, 3)], true)).toMatchObject({
      mode: 'ORDER',
      totals: { netCents: 300, grossCents: 357 },
    });
  });

  it('becomes a quote request where a price is missing', () => {
    expect(stateOf([line(offer(100)), line(offer())], true)).toEqual({ mode: 'QUOTE_REQUEST' });
  });

  it('becomes a quote request where prices are hidden', () => {
    expect(stateOf([line(offer(100))], false)).toEqual({ mode: 'QUOTE_REQUEST' });
    expect(stateOf([], false)).toEqual({ mode: 'QUOTE_REQUEST' });
  });

  it('sums up what can be had', () => {
    expect(stateOf([line(offer(100)), line(GONE)], true).totals?.netCents).toBe(100);
  });
});

describe('A submission', () => {
  const objection = (
    lines: CartLine[],
    expected: Parameters<typeof objectionTo>[3],
    showPrices = true,
  ): string | undefined => objectionTo(lines, stateOf(lines, showPrices), '2026-01', expected);

  it('goes through where everything is as it was shown', () => {
    expect(objection([line(offer(100))], { mode: 'ORDER', totalNetCents: 100 })).toBeUndefined();
    expect(objection([line(offer())], { mode: 'QUOTE_REQUEST', termsVersion: '2026-01' })).toBeUndefined();
    const same = { sameLines: true, sameTerms: true };
    expect(objection([line(offer(100))], { mode: 'ORDER', ...same })).toBeUndefined();
    expect(objection([line(offer())], { mode: 'QUOTE_REQUEST', ...same })).toBeUndefined();
  });

  it.each([
    ['EMPTY', [], { mode: 'ORDER', totalNetCents: 0 }, true],
    ['LINES_CHANGED', [line(GONE), line(offer(1))], { mode: 'QUOTE_REQUEST' }, true],
    ['MODE_CHANGED', [line(offer(100))], { mode: 'ORDER', totalNetCents: 100 }, false],
    ['MODE_CHANGED', [line(offer(100))], { mode: 'QUOTE_REQUEST' }, true],
    ['TOTAL_CHANGED', [line(offer(100))], { mode: 'ORDER', totalNetCents: 99 }, true],
    ['TERMS_CHANGED', [line(offer(1))], { mode: 'ORDER', totalNetCents: 1, termsVersion: '2025' }, true],
    ['CART_CHANGED', [line(offer(1))], { mode: 'ORDER', sameLines: false, sameTerms: true }, true],
    ['CART_CHANGED', [line(offer(1))], { mode: 'ORDER', sameLines: false, sameTerms: false }, true],
    ['CART_CHANGED', [line(offer())], { mode: 'QUOTE_REQUEST', sameLines: false, sameTerms: true }, false],
    ['TERMS_CHANGED', [line(offer(1))], { mode: 'ORDER', sameLines: true, sameTerms: false }, true],
  ] as const)('is refused: %s', (expected, lines, wanted, showPrices) => {
    expect(objection([...lines], wanted, showPrices)).toBe(expected);
  });
});
