import { Order } from './order.entity';
import type { OrderKind, OrderStatus } from './order-status';

const NOW = new Date('2026-11-25T12:00:00Z');

const orderOf = (kind: OrderKind, status: OrderStatus, offerValidUntil: string | null = null): Order =>
  Object.assign(new Order(), { kind, status, offerValidUntil });

describe('A decision about an order', () => {
  it('is kept with its message and its time', () => {
    const order = orderOf('ORDER', 'RECEIVED');
    order.decide('ACCEPTED', { message: 'Danke.', now: NOW });
    expect(order).toMatchObject({ status: 'ACCEPTED', message: 'Danke.', decidedAt: NOW });
  });

  it('needs no message', () => {
    const order = orderOf('QUOTE_REQUEST', 'RECEIVED');
    order.decide('REJECTED', { now: NOW });
    expect(order).toMatchObject({ status: 'REJECTED', message: null });
  });

  it('has to be one for its kind', () => {
    const decide = (kind: OrderKind, status: 'ACCEPTED' | 'OFFER_MADE') => () =>
      orderOf(kind, 'RECEIVED').decide(status, { now: NOW });
    expect(decide('ORDER', 'OFFER_MADE')).toThrow('order.decision-does-not-fit');
    expect(decide('QUOTE_REQUEST', 'ACCEPTED')).toThrow('order.decision-does-not-fit');
  });

  it('is final', () => {
    const order = orderOf('ORDER', 'REJECTED');
    expect(() => order.decide('ACCEPTED', { now: NOW })).toThrow('order.decided');
    expect(order).toEqual(orderOf('ORDER', 'REJECTED'));
  });
});

it('carries the totals of its offer', () => {
  const request = orderOf('QUOTE_REQUEST', 'OFFER_MADE');
  request.offer('2026-12-31', { netCents: 100, vat: [], grossCents: 119 });
  expect(request).toMatchObject({
    offerValidUntil: '2026-12-31',
    totalNetCents: 100,
    totalGrossCents: 119,
  });
});

describe('Another offer', () => {
  it('can be made once the one before has expired, and is an offer like any other', () => {
    const request = orderOf('QUOTE_REQUEST', 'OFFER_MADE', '2026-11-24');
    request.decide('OFFER_MADE', { message: 'Noch einmal.', now: NOW });
    expect(request).toMatchObject({ status: 'OFFER_MADE', message: 'Noch einmal.', decidedAt: NOW });
  });

  it('cannot be made while there is one', () => {
    const request = orderOf('QUOTE_REQUEST', 'OFFER_MADE', '2026-11-25');
    expect(() => request.decide('OFFER_MADE', { now: NOW })).toThrow(
      expect.objectContaining({
        code: 'offer.still-valid',
        details: { values: { day: '2026-11-25' } },
      }) as Error,
    );
    expect(request).toEqual(orderOf('QUOTE_REQUEST', 'OFFER_MADE', '2026-11-25'));
  });

  it('cannot be the first', () => {
    expect(() => orderOf('QUOTE_REQUEST', 'RECEIVED').assertHasOffer()).toThrow('offer.missing');
    expect(() => orderOf('QUOTE_REQUEST', 'OFFER_MADE', '2026-11-24').assertHasOffer()).not.toThrow();
  });
});

describe('The answer to an offer', () => {
  const offered = (validUntil = '2026-11-25'): Order => orderOf('QUOTE_REQUEST', 'OFFER_MADE', validUntil);

  it.each(['OFFER_ACCEPTED', 'OFFER_DECLINED'] as const)('is kept with who gave it: %s', (status) => {
    const request = offered();
    request.answer(status, { byId: 'p', note: 'Gern.', now: NOW });
    expect(request).toMatchObject({ status, answeredAt: NOW, answeredById: 'p', answerNote: 'Gern.' });
  });

  it('needs no note', () => {
    const request = offered();
    request.answer('OFFER_DECLINED', { byId: 'p', now: NOW });
    expect(request.answerNote).toBeNull();
  });

  it('needs an offer', () => {
    const answer = (): void =>
      orderOf('QUOTE_REQUEST', 'RECEIVED').answer('OFFER_ACCEPTED', { byId: 'p', now: NOW });
    expect(answer).toThrow('offer.missing');
  });

  it('is final', () => {
    const request = orderOf('QUOTE_REQUEST', 'OFFER_DECLINED', '2026-12-31');
    expect(() => request.answer('OFFER_ACCEPTED', { byId: 'p', now: NOW })).toThrow('order.decided');
  });

  it('is too late for accepting once the last day is over, never for declining', () => {
    const late = offered('2026-11-24');
    expect(() => late.answer('OFFER_ACCEPTED', { byId: 'p', now: NOW })).toThrow(
      expect.objectContaining({ code: 'offer.expired', details: { values: { day: '2026-11-24' } } }) as Error,
    );
    expect(late.status).toBe('OFFER_MADE');
    late.answer('OFFER_DECLINED', { byId: 'p', now: NOW });
    expect(late.status).toBe('OFFER_DECLINED');
  });
});
