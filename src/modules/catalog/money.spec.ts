import { CURRENCY, percentOf, permilleOf } from './money';

it.each([
  [0, 0],
  [7, 70],
  [8.1, 81],
  [19, 190],
  [16.3, 163],
  [100, 1000],
])('%s %% are %s per mille, there and back', (percent, permille) => {
  expect(permilleOf(percent)).toBe(permille);
  expect(percentOf(permille)).toBe(percent);
});

it('is euros', () => {
  expect(CURRENCY).toBe('EUR');
});
