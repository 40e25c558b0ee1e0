import { dayOf, hasExpired, isFutureDay } from './offer-validity';

describe('The validity of an offer', () => {
  it('is counted in days as they are in Germany', () => {
    expect(dayOf(new Date('2026-07-31T22:30:00Z'))).toBe('2026-08-01');
    expect(dayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  });

  it('lasts until the last day is over', () => {
    expect(hasExpired('2026-12-31', new Date('2026-12-31T22:59:59Z'))).toBe(false);
    expect(hasExpired('2026-12-31', new Date('2026-12-31T23:00:00Z'))).toBe(true);
  });

  it.each([
    ['2026-11-26', true],
    ['2026-11-25', false],
    ['2026-11-24', false],
    ['2026-02-30', false],
    ['2027-02-29', false],
    ['2026-13-01', false],
  ])('starts with a day to come: %s', (day, expected) => {
    expect(isFutureDay(day, new Date('2026-11-25T12:00:00Z'))).toBe(expected);
  });
});
