import { typedNumber } from './typed-number';

const NUMBER = { letter: 'T', year: 2026, sequence: 89 };

it.each([
  'T-2026-000089',
  ' t-2026-89 ',
  '[T-2026-000089]',
  '#T-2026-000089',
  'T-2026-000089:',
  ':T-2026-000089',
  'Ticket T-2026-000089',
  'Ticket: T-2026-000089',
  '(T-2026-000089)',
  'Ticket #T-2026-000089.',
  'Re: [T-2026-000089] Drucker im Empfang druckt nicht',
  'AW: WG: [T-2026-000089] 2 Drucker',
  'T\u20112026\u2011000089',
  'siehe „T-2026-000089“',
])('reads the whole number in %p', (text) => {
  expect(typedNumber(text, 'T')).toEqual(NUMBER);
});

it.each([
  '89',
  '000089',
  '#89',
  'Ticket 89',
  'Ticket #000089',
  'Nr. 89',
  'Ticket-Nr. 89',
  'Ticketnummer: 89',
  '[89]',
])('reads the short number in %p', (text) => {
  expect(typedNumber(text, 'T')).toEqual({ letter: undefined, year: undefined, sequence: 89 });
});

it('reads a year without a letter, and a letter without a year', () => {
  expect(typedNumber('Vorgang 2026-89', 'T')).toEqual({ ...NUMBER, letter: undefined });
  expect(typedNumber('T-89', 'T')).toEqual({ ...NUMBER, year: undefined });
});

it.each([
  'B-2026-000089',
  'Bestellung B-2026-000089',
  'Bestell-Nr.: B-2026-89',
  '[b-2026-000089] Ihre Bestellung',
])('reads numbers of another letter in %p', (text) => {
  expect(typedNumber(text, 'AB')).toEqual({ letter: 'B', year: 2026, sequence: 89 });
  expect(typedNumber(text, 'T')).toBeUndefined();
});

it.each([
  '',
  '#',
  'Ticket',
  'Drucker',
  'Fehler 79',
  'T-',
  '12-',
  '-5',
  '2026-1-2',
  'XT-2026-000089',
  'T-2026-000089-1',
  'T-2026-0000891234567',
  '1234567890123',
  'Ticketing 89',
  'Tickets in 89 Tagen',
])('takes %p for no number', (text) => {
  expect(typedNumber(text, 'T')).toBeUndefined();
});
