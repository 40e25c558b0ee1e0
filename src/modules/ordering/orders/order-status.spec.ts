import { hasAgreedPrices, knowsStatus, mayMove, ORDER_STATUSES } from './order-status';

describe('The status of orders and quote requests', () => {
  const moves = (kind: 'ORDER' | 'QUOTE_REQUEST'): string[] =>
    ORDER_STATUSES.flatMap((from) =>
      ORDER_STATUSES.filter((to) => mayMove(kind, from, to)).map((to) => `${from} → ${to}`),
    );

  it('lets an order be accepted or rejected, once', () => {
    expect(moves('ORDER')).toEqual(['RECEIVED → ACCEPTED', 'RECEIVED → REJECTED']);
  });

  it('lets a quote request get an offer, which is accepted or declined', () => {
    expect(moves('QUOTE_REQUEST')).toEqual([
      'RECEIVED → REJECTED',
      'RECEIVED → OFFER_MADE',
      'OFFER_MADE → OFFER_ACCEPTED',
      'OFFER_MADE → OFFER_DECLINED',
    ]);
  });

  it('knows which outcome belongs to which kind', () => {
    expect(knowsStatus('ORDER', 'OFFER_MADE')).toBe(false);
    expect(knowsStatus('QUOTE_REQUEST', 'ACCEPTED')).toBe(false);
    expect(knowsStatus('QUOTE_REQUEST', 'REJECTED')).toBe(true);
  });

  it('tells prices of orders and of offers, never of a mere request', () => {
    const told = ORDER_STATUSES.filter((status) => hasAgreedPrices({ kind: 'QUOTE_REQUEST', status }));
    expect(told).toEqual(['OFFER_MADE', 'OFFER_ACCEPTED', 'OFFER_DECLINED']);
    expect(hasAgreedPrices({ kind: 'ORDER', status: 'REJECTED' })).toBe(true);
  });
});
