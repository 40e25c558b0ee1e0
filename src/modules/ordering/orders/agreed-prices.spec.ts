import { ORDER_STATUSES } from './order-status';
import { agreedTotals, withAgreedPrices } from './agreed-prices';

const totals = { currency: 'EUR', totalNetCents: 100, totalGrossCents: 119 };

it('tells the totals of orders, and of quote requests with an offer', () => {
  expect(agreedTotals({ kind: 'ORDER', status: 'RECEIVED', ...totals })).toEqual(totals);
  const told = ORDER_STATUSES.filter((status) => agreedTotals({ kind: 'QUOTE_REQUEST', status, ...totals }));
  expect(told).toEqual(['OFFER_MADE', 'OFFER_WITHDRAWN', 'OFFER_ACCEPTED', 'OFFER_DECLINED']);
});

it('tells no half of a total', () => {
  const order = { kind: 'ORDER', status: 'RECEIVED', ...totals } as const;
  expect(agreedTotals({ ...order, totalNetCents: null })).toBeUndefined();
  expect(agreedTotals({ ...order, totalGrossCents: null })).toBeUndefined();
  expect(agreedTotals({ ...order, totalNetCents: 0, totalGrossCents: 0 })).toBeDefined();
});

it('removes prices that have not been agreed to, even where one is stored', () => {
  const lines = (): { netPriceCents: number | null }[] => [{ netPriceCents: 5 }, { netPriceCents: null }];
  expect(withAgreedPrices({ kind: 'ORDER', status: 'RECEIVED' }, lines())).toEqual(lines());
  expect(withAgreedPrices({ kind: 'QUOTE_REQUEST', status: 'OFFER_MADE' }, lines())).toEqual(lines());
  expect(withAgreedPrices({ kind: 'QUOTE_REQUEST', status: 'RECEIVED' }, lines())).toEqual([
    { netPriceCents: null },
    { netPriceCents: null },
  ]);
});
