import { Order } from './order.entity';
import type { OrderKind, OrderStatus } from './order-status';

const NOW = new Date('2026-11-25T12:00:00Z');

const orderOf = (kind: OrderKind, status: OrderStatus, offerValidUntil: string | null = null): Order =>
  Object.assign(new Order(), {
    kind,
    status,
    offerValidUntil,
    offerEndsAt: offerValidUntil && new Date(`${offerValidUntil}T23:00:00Z`),
    offerVersion: 0,
    quoteRequestId: null,
  });

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

  it('cannot refuse what was agreed by accepting an offer', () => {
    const agreed = Object.assign(orderOf('ORDER', 'RECEIVED'), { quoteRequestId: 'a' });
    expect(() => agreed.decide('REJECTED', { now: NOW })).toThrow('order.binding');
    expect(agreed.status).toBe('RECEIVED');
    agreed.decide('ACCEPTED', { now: NOW });
    expect(() => agreed.decide('REJECTED', { now: NOW })).toThrow('order.decided');
  });
});

describe('A cancellation', () => {
  it.each(['CUSTOMER', 'STAFF'] as const)('is kept with who did it and why: %s', (party) => {
    const order = orderOf('ORDER', party === 'STAFF' ? 'ACCEPTED' : 'RECEIVED');
    order.cancel(party, { reason: 'Doppelt.', now: NOW });
    expect(order).toMatchObject({
      status: 'CANCELLED',
      cancelledAt: NOW,
      cancelledBy: party,
      cancellationReason: 'Doppelt.',
    });
  });

  it('needs no reason of the customer', () => {
    const order = orderOf('QUOTE_REQUEST', 'RECEIVED');
    order.cancel('CUSTOMER', { now: NOW });
    expect(order.cancellationReason).toBeNull();
  });

  it('is refused for what is decided, binding, or not yet agreed', () => {
    const agreed = Object.assign(orderOf('ORDER', 'RECEIVED'), { quoteRequestId: 'a' });
    expect(() => agreed.cancel('CUSTOMER', { now: NOW })).toThrow('order.binding');
    expect(() => orderOf('ORDER', 'ACCEPTED').cancel('CUSTOMER', { now: NOW })).toThrow('order.decided');
    expect(() => orderOf('ORDER', 'RECEIVED').cancel('STAFF', { now: NOW })).toThrow('order.undecided');
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

it('forgets the answer to the offer before, and counts', () => {
  const request = Object.assign(orderOf('QUOTE_REQUEST', 'OFFER_MADE'), {
    offerVersion: 1,
    answeredAt: NOW,
    answeredById: 'p',
    answerNote: 'Zu teuer.',
  });
  request.offer('2026-12-31', { netCents: 1, vat: [], grossCents: 1 });
  expect(request).toMatchObject({ offerVersion: 2, answeredAt: null, answeredById: null, answerNote: null });
});

describe('Another offer', () => {
  it.each([
    ['OFFER_MADE', '2026-11-24'],
    ['OFFER_MADE', '2026-12-31'],
    ['OFFER_WITHDRAWN', '2026-12-31'],
    ['OFFER_DECLINED', '2026-12-31'],
  ] as const)('is an offer like any other: after %s until %s', (status, validUntil) => {
    const request = orderOf('QUOTE_REQUEST', status, validUntil);
    request.decide('OFFER_MADE', { message: 'Noch einmal.', now: NOW });
    expect(request).toMatchObject({ status: 'OFFER_MADE', message: 'Noch einmal.', decidedAt: NOW });
  });

  it('takes the place of one that has no answer', () => {
    const replace =
      (status: OrderStatus, validUntil: string | null = '2026-12-31') =>
      () =>
        orderOf('QUOTE_REQUEST', status, validUntil).assertOfferReplaceable();
    expect(replace('OFFER_MADE')).not.toThrow();
    expect(replace('OFFER_WITHDRAWN')).not.toThrow();
    expect(replace('RECEIVED', null)).toThrow('offer.missing');
    expect(replace('OFFER_DECLINED')).toThrow('order.decided');
    expect(replace('OFFER_ACCEPTED')).toThrow('order.decided');
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

  it('comes too late where the offer was withdrawn', () => {
    const request = orderOf('QUOTE_REQUEST', 'OFFER_WITHDRAWN', '2026-12-31');
    expect(() => request.answer('OFFER_DECLINED', { byId: 'p', now: NOW })).toThrow('offer.withdrawn');
  });

  it('is final', () => {
    const request = orderOf('QUOTE_REQUEST', 'OFFER_DECLINED', '2026-12-31');
    expect(() => request.answer('OFFER_ACCEPTED', { byId: 'p', now: NOW })).toThrow('order.decided');
  });

  it('is too late for accepting once the last day is over, never for declining', () => {
    const late = offered('2026-11-24');
    expect(() => late.answer('OFFER_ACCEPTED', { byId: 'p', now: NOW })).toThrow(
      expect.objectContaining({ code: 'offer.expired' }) as Error,
    );
    expect(late.status).toBe('OFFER_MADE');
    late.answer('OFFER_DECLINED', { byId: 'p', now: NOW });
    expect(late.status).toBe('OFFER_DECLINED');
  });
});
