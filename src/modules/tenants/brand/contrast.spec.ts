import { standsOutOnWhite } from './contrast';

// #767676 is known as the lightest grey that is allowed on white, with 4.54:1.
it.each([
  ['#000000', true],
  ['#0f5e6e', true],
  ['#767676', true],
  ['#777777', false],
  ['#ff0000', false],
  ['#ffd500', false],
  ['#ffffff', false],
])('%s on white: %s', (color, stands) => {
  expect(standsOutOnWhite(color)).toBe(stands);
});
