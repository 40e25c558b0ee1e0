import { orderNumber, wantedNumber } from './order-number';

describe('Numbers of orders and quote requests', () => {
  it('tell the kind, the year and the sequence', () => {
    expect(orderNumber('ORDER', { year: 2026, sequence: 123 })).toBe('B-2026-000123');
    expect(orderNumber('QUOTE_REQUEST', { year: 2026, sequence: 1_234_567 })).toBe('A-2026-1234567');
  });

  it.each([
    ['B-2026-000123', { sequence: 123, numbers: ['B-2026-000123'] }],
    [' a-2026-123 ', { sequence: 123, numbers: ['A-2026-000123'] }],
    ['2026-123', { sequence: 123, numbers: ['B-2026-000123', 'A-2026-000123'] }],
    ['123', { sequence: 123 }],
    ['B-123', undefined],
    ['PO 4711', undefined],
    ['1234567890123', undefined],
  ])('reads what somebody types: %s', (typed, wanted) => {
    expect(wantedNumber(typed)).toEqual(wanted);
  });
});
