import {
  hasAgreedPrices,
  knowsStatus,
  moveBetween,
  OPEN_STATUSES,
  ORDER_KINDS,
  ORDER_STATUSES,
} from './order-status';

describe('The status of orders and quote requests', () => {
  const moves = (kind: 'ORDER' | 'QUOTE_REQUEST'): string[] =>
    ORDER_STATUSES.flatMap((from) =>
      ORDER_STATUSES.flatMap((to) => {
        const move = moveBetween(kind, from, to);
        return move ? [[`${from} → ${to}`, move.whileOffer].filter(Boolean).join(' ')] : [];
      }),
    );

  it('lets an order be accepted or rejected, once, and be cancelled', () => {
    expect(moves('ORDER')).toEqual([
      'RECEIVED → ACCEPTED',
      'RECEIVED → REJECTED',
      'RECEIVED → CANCELLED',
      'ACCEPTED → CANCELLED',
    ]);
  });

  it('lets a quote request get an offer, which is accepted in time, declined, replaced or withdrawn', () => {
    expect(moves('QUOTE_REQUEST')).toEqual([
      'RECEIVED → REJECTED',
      'RECEIVED → OFFER_MADE',
      'RECEIVED → CANCELLED',
      'OFFER_MADE → OFFER_MADE',
      'OFFER_MADE → OFFER_WITHDRAWN',
      'OFFER_MADE → OFFER_ACCEPTED VALID',
      'OFFER_MADE → OFFER_DECLINED',
      'OFFER_WITHDRAWN → OFFER_MADE',
      'OFFER_DECLINED → OFFER_MADE',
    ]);
  });

  it('knows which outcome belongs to which kind', () => {
    expect(knowsStatus('ORDER', 'OFFER_MADE')).toBe(false);
    expect(knowsStatus('QUOTE_REQUEST', 'ACCEPTED')).toBe(false);
    expect(knowsStatus('QUOTE_REQUEST', 'REJECTED')).toBe(true);
  });

  it('tells prices of orders and of offers, never of a mere request', () => {
    const told = ORDER_STATUSES.filter((status) => hasAgreedPrices({ kind: 'QUOTE_REQUEST', status }));
    expect(told).toEqual(['OFFER_MADE', 'OFFER_WITHDRAWN', 'OFFER_ACCEPTED', 'OFFER_DECLINED']);
    expect(hasAgreedPrices({ kind: 'ORDER', status: 'REJECTED' })).toBe(true);
  });

  it('is open as long as either side waits for the other', () => {
    const answered = ['ACCEPTED', 'REJECTED', 'OFFER_ACCEPTED', 'OFFER_DECLINED'] as const;
    const waiting = ORDER_STATUSES.filter((from) =>
      ORDER_KINDS.some((kind) => answered.some((to) => moveBetween(kind, from, to))),
    );
    expect(OPEN_STATUSES).toEqual(waiting);
  });
});
