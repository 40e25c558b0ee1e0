import { type RateLimiterAbstract, RateLimiterMemory } from 'rate-limiter-flexible';
import { KeyRing } from '../secrets/key-ring';
import { Limiter } from './limiter';

const keys = new KeyRing({ secretKeys: ['secret'] } as never);
const storeOf = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: 60 });

describe('A limit', () => {
  it('refuses what is too much, and says for how long', async () => {
    const limiter = new Limiter(storeOf(2), keys);
    await limiter.consume('a');
    await limiter.consume('a');
    await expect(limiter.consume('a')).rejects.toMatchObject({
      code: 'too-many-requests',
      details: { retryAfter: 60, values: { time: { de: 'in einer Minute', en: 'in a minute' } } },
    });
    await limiter.consume('b');
  });

  it('only tells, where it closes nothing', async () => {
    const limiter = new Limiter(storeOf(2), keys);
    expect([await limiter.take('a'), await limiter.take('a'), await limiter.take('a')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await limiter.take('b')).toBe(true);
    const broken = { consume: () => Promise.reject(new Error('The database is away.')) };
    const away = new Limiter(broken as unknown as RateLimiterAbstract, keys);
    await expect(away.take('a')).rejects.toThrow('The database is away.');
  });

  it('looks without counting', async () => {
    const limiter = new Limiter(storeOf(1), keys);
    await limiter.check('a');
    await limiter.check('a');
    await limiter.consume('a');
    await expect(limiter.check('a')).rejects.toMatchObject({ code: 'too-many-requests' });
    await limiter.check('b');
  });

  it('still lets through what is left', async () => {
    const limiter = new Limiter(storeOf(2), keys);
    await limiter.consume('a');
    await limiter.check('a');
  });

  it('remembers, until it is told to forget', async () => {
    const limiter = new Limiter(storeOf(1), keys);
    expect(await limiter.has('a')).toBe(false);
    await limiter.consume('a');
    expect(await limiter.has('a')).toBe(true);
    await limiter.reset('a');
    expect(await limiter.has('a')).toBe(false);
    await limiter.consume('a');
  });

  it('remembers anew each time', async () => {
    jest.useFakeTimers();
    const limiter = new Limiter(storeOf(1), keys);
    await limiter.remember('a');
    jest.advanceTimersByTime(59_000);
    await limiter.remember('a');
    jest.advanceTimersByTime(59_000);
    expect(await limiter.has('a')).toBe(true);
    jest.advanceTimersByTime(2_000);
    expect(await limiter.has('a')).toBe(false);
    jest.useRealTimers();
  });

  it('stores no address and no name', async () => {
    const store = storeOf(1);
    await new Limiter(store, keys).consume('erika@example.org');
    expect(await store.get('erika@example.org')).toBeNull();
  });

  it('says what else went wrong', async () => {
    const broken = { consume: () => Promise.reject(new Error('The database is away.')) };
    const limiter = new Limiter(broken as unknown as RateLimiterAbstract, keys);
    await expect(limiter.consume('a')).rejects.toThrow('The database is away.');
  });
});
