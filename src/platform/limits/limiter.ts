import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { KeyRing } from '../secrets/key-ring';
import { tooManyRequestsFor } from './refusal';

/** Counts something per key and window, for all instances together. Keys are stored as hashes. */
export class Limiter {
  constructor(
    private readonly store: RateLimiterAbstract,
    private readonly keys: KeyRing,
  ) {}

  /**
   * How many points of the window are left.
   * @throws tooManyRequests where there were none
   */
  async consume(key: string): Promise<number> {
    try {
      return (await this.store.consume(this.hashed(key))).remainingPoints;
    } catch (error) {
      throw refusal(error);
    }
  }

  /** As `consume`, for limits that close nothing: false where the window had no points left. */
  async take(key: string): Promise<boolean> {
    try {
      await this.store.consume(this.hashed(key));
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  /** As `consume`, but only looks. */
  async check(key: string): Promise<void> {
    const state = await this.store.get(this.hashed(key));
    if (state && state.remainingPoints <= 0) throw refusal(state);
  }

  /** Counts once; the window begins anew. */
  async remember(key: string): Promise<void> {
    await this.store.set(this.hashed(key), 1, this.store.duration);
  }

  /** Whether anything was counted in the window. */
  async has(key: string): Promise<boolean> {
    return (await this.store.get(this.hashed(key))) !== null;
  }

  async reset(key: string): Promise<void> {
    await this.store.delete(this.hashed(key));
  }

  private hashed(key: string): string {
    return hashedKey(this.keys, key);
  }
}

/** Without personal data: the limited keys are addresses and accounts. */
export function hashedKey(keys: KeyRing, key: string): string {
  return keys.sign('limit', key).toString('base64url');
}

function refusal(error: unknown): unknown {
  if (!(error instanceof RateLimiterRes)) return error;
  const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  return tooManyRequestsFor(seconds);
}
