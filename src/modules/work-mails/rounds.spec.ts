import { nextRound, settledAt } from './rounds';

describe('A round of mails to staff', () => {
  it('is one for all that happens within two minutes', () => {
    const rounds = ['10:00:00.000', '10:00:01.000', '10:01:59.999'].map((time) =>
      nextRound(new Date(`2026-11-29T${time}Z`)).toISOString(),
    );
    expect(new Set(rounds)).toEqual(new Set(['2026-11-29T10:02:30.000Z']));
    expect(nextRound(new Date('2026-11-29T10:02:00.000Z')).toISOString()).toBe('2026-11-29T10:04:30.000Z');
  });

  it('tells of all for which it is held', () => {
    for (const time of ['10:00:00.000', '10:01:59.999', '10:02:00.000']) {
      const happened = new Date(`2026-11-29T${time}Z`);
      expect(settledAt(nextRound(happened)).getTime()).toBeGreaterThan(happened.getTime());
    }
  });
});
