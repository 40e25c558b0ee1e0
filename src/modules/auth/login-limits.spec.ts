import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Limiter } from '../../platform/limits/limiter';
import type { LimitsService } from '../../platform/limits/limits.service';
import { KeyRing } from '../../platform/secrets/key-ring';
import { LoginLimits } from './login-limits';

const keys = new KeyRing({ secretKeys: ['secret'] } as never);

interface Attempt {
  readonly tenant: string;
  readonly email: string;
  readonly address: string;
}

const erika: Attempt = { tenant: 'musterhaus', email: 'erika@example.org', address: '192.0.2.1' };

describe('Logins', () => {
  let limits: LoginLimits;
  const windows = new Map<string, number>();

  beforeEach(() => {
    jest.useFakeTimers();
    limits = new LoginLimits({
      limiter: (keyPrefix, points, duration) => {
        windows.set(keyPrefix, duration);
        return new Limiter(new RateLimiterMemory({ keyPrefix, points, duration }), keys);
      },
    } as LimitsService);
  });
  afterEach(() => jest.useRealTimers());

  const isAllowed = (attempt: Attempt): Promise<boolean> =>
    limits.admit(attempt).then(
      () => true,
      () => false,
    );
  const fail = async (attempt: Attempt): Promise<boolean> => {
    const allowed = await isAllowed(attempt);
    if (allowed) await limits.countFailure(attempt);
    return allowed;
  };
  /** How many of the failures were looked at. */
  const failed = async (times: number, attempt: (index: number) => Attempt): Promise<number> => {
    let allowed = 0;
    for (let index = 0; index < times; index += 1) if (await fail(attempt(index))) allowed += 1;
    return allowed;
  };
  const somewhere = (index: number): string => `198.51.${index >> 8}.${index & 255}`;

  it('fail ten times at an account from one address, whatever the address does elsewhere', async () => {
    expect(await failed(12, () => erika)).toBe(10);
    expect(await isAllowed({ ...erika, address: '192.0.2.2' })).toBe(true);
    expect(await isAllowed({ ...erika, email: 'max@example.org' })).toBe(true);
    expect(await isAllowed({ ...erika, tenant: 'nordlicht' })).toBe(true);
  });

  it('may be tried again after a quarter of an hour', async () => {
    await failed(11, () => erika);
    jest.advanceTimersByTime(14 * 60_000);
    expect(await isAllowed(erika)).toBe(false);
    jest.advanceTimersByTime(2 * 60_000);
    expect(await isAllowed(erika)).toBe(true);
  });

  it('count before the password is looked at, so that guesses at once do not slip through', async () => {
    const guesses = await Promise.all(Array.from({ length: 20 }, () => isAllowed(erika)));
    expect(guesses.filter(Boolean)).toHaveLength(10);
  });

  it('fail fifty times from one address', async () => {
    expect(await failed(60, (index) => ({ ...erika, email: `${index}@example.org` }))).toBe(50);
    expect(await isAllowed({ ...erika, tenant: 'nordlicht' })).toBe(false);
    expect(await isAllowed({ ...erika, address: '192.0.2.2' })).toBe(true);
  });

  it('fail a hundred times at one account from everywhere', async () => {
    expect(await failed(110, (index) => ({ ...erika, address: somewhere(index) }))).toBe(100);
    expect(await isAllowed({ ...erika, email: 'max@example.org' })).toBe(true);
    expect(await isAllowed({ ...erika, tenant: 'nordlicht' })).toBe(true);
  });

  it('fail three thousand times at one tenant', async () => {
    const other = (index: number): Attempt => ({
      ...erika,
      email: `${index}@example.org`,
      address: somewhere(index),
    });
    expect(await failed(3_010, other)).toBe(3_000);
    expect(await isAllowed({ ...erika, tenant: 'nordlicht' })).toBe(true);
  });

  it('still work from known networks during a flood from others', async () => {
    await limits.forget(erika);
    await failed(110, (index) => ({ ...erika, address: somewhere(index) }));
    expect(await limits.admit(erika)).toBe('KNOWN');
    expect(await isAllowed({ ...erika, address: '192.0.2.2' })).toBe(false);
    expect(await limits.admit({ ...erika, email: 'max@example.org' })).toBe('UNKNOWN');
  });

  it('are remembered for a month, failures for a quarter of an hour', () => {
    expect(Object.fromEntries(windows)).toEqual({
      'login-account-address': 15 * 60,
      'login-address': 15 * 60,
      'login-account': 15 * 60,
      'login-tenant': 15 * 60,
      'login-familiar': 30 * 86_400,
    });
  });

  it('start afresh after a success', async () => {
    await failed(9, () => erika);
    await limits.forget(erika);
    expect(await failed(12, () => erika)).toBe(10);
  });
});
