import { RateLimiterMemory } from 'rate-limiter-flexible';
import { LeasedLimiter } from './leased-limiter';

describe('The limit on every request', () => {
  const allowedOf = async (requests: number): Promise<number> => {
    const limiter = new LeasedLimiter(new RateLimiterMemory({ points: 600, duration: 60 }), 600);
    const answers = await Promise.all(Array.from({ length: requests }, () => limiter.spend('somebody')));
    return answers.filter(({ allowed }) => allowed).length;
  };

  it('is not used up by a burst of few', async () => {
    expect(await allowedOf(50)).toBe(50);
  });

  it('holds for a burst of many', async () => {
    expect(await allowedOf(700)).toBe(600);
  });
});
