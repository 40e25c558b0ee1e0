import { RateLimiterMemory } from 'rate-limiter-flexible';
import { LeasedLimiter } from './leased-limiter';

/** What stands for the database: it counts the statements. */
class CountingStore extends RateLimiterMemory {
  statements = 0;

  override consume(
    ...args: Parameters<RateLimiterMemory['consume']>
  ): ReturnType<RateLimiterMemory['consume']> {
    this.statements += 1;
    return super.consume(...args);
  }
}

describe('The limit on every request', () => {
  const storeOf = (points: number): CountingStore => new CountingStore({ points, duration: 60 });
  const allowedOf = async (requests: number): Promise<number> => {
    const limiter = new LeasedLimiter(storeOf(600), 600);
    const answers = await Promise.all(Array.from({ length: requests }, () => limiter.consume('somebody')));
    return answers.filter(({ allowed }) => allowed).length;
  };
  const consume = async (limiter: LeasedLimiter, times: number, key = 'somebody'): Promise<void> => {
    for (let index = 0; index < times; index += 1) await limiter.consume(key);
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is not used up by a burst of few', async () => {
    expect(await allowedOf(50)).toBe(50);
  });

  it('holds for a burst of many', async () => {
    expect(await allowedOf(700)).toBe(600);
  });

  it('asks the database once for every 25th part', async () => {
    const store = storeOf(600);
    const limiter = new LeasedLimiter(store, 600);
    await consume(limiter, 24);
    expect(store.statements).toBe(1);
    await consume(limiter, 1);
    expect(store.statements).toBe(2);
  });

  it('is not used up by instances that are killed again and again, where it is high', async () => {
    const store = storeOf(100_000_000);
    for (let kill = 0; kill < 100; kill++) {
      expect((await new LeasedLimiter(store, 100_000_000).consume('somebody')).allowed).toBe(true);
    }
  });

  it('may be as low as one', async () => {
    const limiter = new LeasedLimiter(storeOf(1), 1);
    expect((await limiter.consume('somebody')).allowed).toBe(true);
    expect((await limiter.consume('somebody')).allowed).toBe(false);
  });

  it('tells what is left, and for how long', async () => {
    const limiter = new LeasedLimiter(storeOf(50), 50);
    expect(await limiter.consume('somebody')).toEqual({
      allowed: true,
      limit: 50,
      remaining: 49,
      resetAfter: 60,
    });
    jest.advanceTimersByTime(1_500);
    expect(await limiter.consume('somebody')).toMatchObject({ remaining: 48, resetAfter: 59 });
    await consume(limiter, 48);
    expect(await limiter.consume('somebody')).toEqual({
      allowed: false,
      limit: 50,
      remaining: 0,
      resetAfter: 59,
    });
    jest.advanceTimersByTime(58_499);
    expect(await limiter.consume('somebody')).toMatchObject({ allowed: false, resetAfter: 1 });
  });

  it('begins anew with the next window, whatever is left of the last one', async () => {
    const limiter = new LeasedLimiter(storeOf(50), 50);
    await consume(limiter, 1);
    jest.advanceTimersByTime(60_000);
    expect(await limiter.consume('somebody')).toMatchObject({ remaining: 49, resetAfter: 60 });
  });

  it('is each one’s own', async () => {
    const limiter = new LeasedLimiter(storeOf(1), 1);
    await consume(limiter, 2);
    expect((await limiter.consume('somebody else')).allowed).toBe(true);
  });

  it('keeps what is in use, however many there are', async () => {
    const store = storeOf(50);
    const limiter = new LeasedLimiter(store, 50);
    for (let index = 0; index < 10_000; index += 1) await limiter.consume(`old ${index}`);
    jest.advanceTimersByTime(30_000);
    await consume(limiter, 1);
    jest.advanceTimersByTime(30_000);
    await consume(limiter, 1, 'somebody else');
    const { statements } = store;
    await consume(limiter, 1);
    expect(store.statements).toBe(statements);
  });

  it('is not what fails where the database fails', async () => {
    const broken = { consume: () => Promise.reject(new Error('The database is away.')) };
    const limiter = new LeasedLimiter(broken, 50);
    await expect(limiter.consume('somebody')).rejects.toThrow('The database is away.');
  });
});
