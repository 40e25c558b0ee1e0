import { hasEnded, isFutureDay } from './offer-validity';

describe('The validity of an offer', () => {
  it('lasts until the moment of its end', () => {
    const endsAt = new Date('2026-12-31T23:00:00Z');
    expect(hasEnded(endsAt, new Date('2026-12-31T22:59:59Z'))).toBe(false);
    expect(hasEnded(endsAt, endsAt)).toBe(true);
    expect(hasEnded(null, endsAt)).toBe(false);
  });

  it.each([
    ['2026-11-26', true],
    ['2026-11-25', false],
    ['2026-11-24', false],
  ])('starts with a day to come: %s', (day, expected) => {
    expect(isFutureDay(day, new Date('2026-11-25T12:00:00Z'), 'Europe/Berlin')).toBe(expected);
  });

  it('is counted in days as they are where the tenant is', () => {
    const evening = new Date('2026-07-31T22:30:00Z');
    expect(isFutureDay('2026-08-01', evening, 'Europe/Berlin')).toBe(false);
    expect(isFutureDay('2026-08-01', evening, 'Atlantic/Canary')).toBe(true);
  });
});
