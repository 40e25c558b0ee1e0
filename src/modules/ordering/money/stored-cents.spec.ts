import { storedCents } from './stored-cents';

it('keeps the largest total exactly, and none at all', () => {
  expect(storedCents.to(39_940_020_000_001)).toBe(39_940_020_000_001);
  expect(storedCents.from('39940020000001')).toBe(39_940_020_000_001);
  expect(storedCents.from('0')).toBe(0);
  expect(storedCents.to(null)).toBeNull();
  expect(storedCents.from(null)).toBeNull();
});
