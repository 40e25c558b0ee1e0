import { oneOf } from './one-of';

describe('oneOf', () => {
  it('writes the values out', () => {
    expect(oneOf('t.status', ['NEW', 'IN_PROGRESS'])).toBe("t.status IN ('NEW', 'IN_PROGRESS')");
  });

  it.each(["NEW') OR ('' = '", 'new', ''])('refuses what may be user input: %p', (typed) => {
    expect(() => oneOf('t.status', ['NEW', typed])).toThrow('fixed values');
  });
});
