import { ticketNumber, wantedNumber } from './ticket-number';

it('pads to six digits and grows beyond', () => {
  expect(ticketNumber({ year: 2026, sequence: 123 })).toBe('T-2026-000123');
  expect(ticketNumber({ year: 2026, sequence: 1234567 })).toBe('T-2026-1234567');
});

it.each([
  ['T-2026-000123', { sequence: 123, number: 'T-2026-000123' }],
  ['t-2026-123', { sequence: 123, number: 'T-2026-000123' }],
  [' 2026-123 ', { sequence: 123, number: 'T-2026-000123' }],
  ['123', { sequence: 123 }],
  ['000123', { sequence: 123 }],
  ['T-000123', { sequence: 123 }],
])('reads %p', (text, wanted) => {
  expect(wantedNumber(text)).toEqual(wanted);
});

it.each(['', 'Drucker', 'T-', '12-', '1234567890123', '2026-1-2', '-5'])('takes %p for no number', (text) => {
  expect(wantedNumber(text)).toBeUndefined();
});
