import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance } from './allowance';

/** An instance that is killed loses its lease: 25 in a minute must not use up a limit that is meant never to be reached. */
const MOST = 1_000;

interface Lease {
  points: number;
  /** Points that the database still holds after this lease. */
  readonly left: number;
  readonly endsAt: number;
  /** The database had no points left. */
  readonly refused: boolean;
}

/**
 * A limit on every request, without a statement for every request: points are leased from the database by the dozen and
 * consumed in memory. Instances together can exceed the limit by no more than one lease each.
 */
export class LeasedLimiter {
  private readonly leases = new Map<string, Lease>();
  private readonly renewals = new Map<string, Promise<Lease>>();
  private readonly size: number;

  constructor(
    private readonly store: Pick<RateLimiterAbstract, 'consume'>,
    private readonly limit: number,
  ) {
    this.size = Math.max(1, Math.min(MOST, Math.floor(limit / 25)));
  }

  async consume(key: string): Promise<Allowance> {
    for (;;) {
      const lease = this.leases.get(key);
      const usable = lease && lease.endsAt > Date.now() && lease.points > 0 ? lease : await this.renewed(key);
      if (usable.refused) return this.allowance(usable, false);
      // Other requests that waited for the same lease may have used it up.
      if (usable.points === 0) continue;
      usable.points -= 1;
      return this.allowance(usable, true);
    }
  }

  /** Requests at the same time share one lease: each with its own, a burst of few would use up the limit. */
  private renewed(key: string): Promise<Lease> {
    const underWay = this.renewals.get(key);
    if (underWay) return underWay;
    const renewal = this.take(key).finally(() => this.renewals.delete(key));
    this.renewals.set(key, renewal);
    return renewal;
  }

  private async take(key: string): Promise<Lease> {
    if (this.leases.size > 10_000) this.forgetEnded();
    const lease = await this.store.consume(key, this.size).then(
      (state) => this.leaseOf(state, this.size),
      (error: unknown) => {
        if (error instanceof RateLimiterRes) return this.leaseOf(error, 0);
        throw error;
      },
    );
    this.leases.set(key, lease);
    return lease;
  }

  private leaseOf(state: RateLimiterRes, points: number): Lease {
    return {
      points,
      left: Math.max(0, state.remainingPoints),
      endsAt: Date.now() + state.msBeforeNext,
      refused: points === 0,
    };
  }

  private allowance(lease: Lease, allowed: boolean): Allowance {
    const resetAfter = Math.max(1, Math.ceil((lease.endsAt - Date.now()) / 1000));
    return { allowed, limit: this.limit, remaining: lease.left + lease.points, resetAfter };
  }

  private forgetEnded(): void {
    const now = Date.now();
    for (const [key, { endsAt }] of this.leases) if (endsAt <= now) this.leases.delete(key);
  }
}
