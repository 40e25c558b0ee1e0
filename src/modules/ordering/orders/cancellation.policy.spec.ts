import { isBinding, objectionToCancelling } from './cancellation.policy';
import { ORDER_KINDS, ORDER_STATUSES } from './order-status';

describe('Cancelling', () => {
  /** Every case in which nobody objects, and the objections to the others. */
  const cases = (party: 'CUSTOMER' | 'STAFF', objection: string | undefined): string[] =>
    ORDER_KINDS.flatMap((kind) =>
      ORDER_STATUSES.flatMap((status) =>
        [null, 'a'].flatMap((quoteRequestId) => {
          if (kind === 'QUOTE_REQUEST' && quoteRequestId) return [];
          const found = objectionToCancelling({ kind, status, quoteRequestId }, party);
          return found === objection ? [`${kind} ${status}${quoteRequestId ? ' from an offer' : ''}`] : [];
        }),
      ),
    );

  it('is for customers what nobody has decided', () => {
    expect(cases('CUSTOMER', undefined)).toEqual(['ORDER RECEIVED', 'QUOTE_REQUEST RECEIVED']);
    expect(cases('CUSTOMER', 'BINDING')).toEqual(['ORDER RECEIVED from an offer']);
    expect(cases('CUSTOMER', 'UNDECIDED')).toEqual([]);
  });

  it('is for staff what is agreed', () => {
    expect(cases('STAFF', undefined)).toEqual([
      'ORDER RECEIVED from an offer',
      'ORDER ACCEPTED',
      'ORDER ACCEPTED from an offer',
    ]);
    expect(cases('STAFF', 'UNDECIDED')).toEqual(['ORDER RECEIVED', 'QUOTE_REQUEST RECEIVED']);
    expect(cases('STAFF', 'BINDING')).toEqual([]);
  });

  it('does not touch what is over: each case has one answer', () => {
    for (const party of ['CUSTOMER', 'STAFF'] as const) {
      const told = [undefined, 'BINDING', 'UNDECIDED', 'DECIDED'].map((objection) => cases(party, objection));
      expect(told.flat()).toHaveLength(ORDER_STATUSES.length * 3);
    }
  });
});

it('binds what came from an accepted offer, and nothing else', () => {
  expect(isBinding({ kind: 'ORDER', quoteRequestId: 'a' })).toBe(true);
  expect(isBinding({ kind: 'ORDER', quoteRequestId: null })).toBe(false);
  expect(isBinding({ kind: 'QUOTE_REQUEST', quoteRequestId: null })).toBe(false);
});
