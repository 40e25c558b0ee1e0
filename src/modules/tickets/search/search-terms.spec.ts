import { searchTerms } from './search-terms';

it.each([
  ['Drucker', { before: '', beginning: 'Drucker' }],
  ['Papierstau Druck', { before: 'Papierstau', beginning: 'Druck' }],
  ['"Fehler 79" Dru', { before: '"Fehler 79"', beginning: 'Dru' }],
])('takes the last word of %p for a beginning', (text, unfinished) => {
  expect(searchTerms(text).unfinished).toEqual(unfinished);
});

it.each(['a', 'Drucker -Toner', '"kein Papier', 'Toner:*', "x'); --", ''])('leaves %p as typed', (text) => {
  expect(searchTerms(text).unfinished).toBeUndefined();
});

it('sees a number', () => {
  expect(searchTerms(' T-2026-000123 ').number).toEqual({ sequence: 123, number: 'T-2026-000123' });
});
