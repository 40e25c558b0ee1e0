import { Injectable } from '@nestjs/common';
import { currentAddress } from '../../platform/context/context';
import type { Limiter } from '../../platform/limits/limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import { emailKey } from '../../platform/text/email-address';
import { canonicalSlug } from '../../platform/text/tenant-slug';
import type { Caller } from './password-hasher';

/** The account that is tried, and from where; each spelling of the same names is the same attempt. */
export interface Attempt {
  readonly tenant: string;
  readonly email: string;
  readonly address: string;
}

const MINUTES = 60;
const DAYS = 24 * 60 * MINUTES;

export function attemptOf(tenant: string, email: string): Attempt {
  return { tenant: canonicalSlug(tenant), email: emailKey(email), address: currentAddress() };
}

/**
 * Counts failed logins. An account is protected per address first, so that a stranger's guessing does not lock its
 * owner out elsewhere; the limit over all addresses is wide and short, and does not concern addresses from which the
 * owner has logged in lately: a flood from everywhere must not keep people from their work.
 */
@Injectable()
export class LoginLimits {
  private readonly byAccountAndAddress: Limiter;
  private readonly byAddress: Limiter;
  private readonly byAccount: Limiter;
  private readonly byTenant: Limiter;
  private readonly familiar: Limiter;

  constructor(limits: LimitsService) {
    this.byAccountAndAddress = limits.limiter('login-account-address', 10, 15 * MINUTES);
    this.byAddress = limits.limiter('login-address', 50, 15 * MINUTES);
    this.byAccount = limits.limiter('login-account', 100, 15 * MINUTES);
    this.byTenant = limits.limiter('login-tenant', 3_000, 15 * MINUTES);
    // No limit at all: it only remembers.
    this.familiar = limits.limiter('login-familiar', 1_000_000, 30 * DAYS);
  }

  /**
   * Before a hash is computed; the narrowest counter is taken at once, so that parallel guesses count.
   * @returns known, where the owner has logged in from there lately
   * @throws tooManyRequests
   */
  async admit(attempt: Attempt): Promise<Caller> {
    const [isFamiliar] = await Promise.all([this.isFamiliar(attempt), this.byAddress.check(attempt.address)]);
    if (!isFamiliar) {
      for (const [limiter, key] of this.wideCounters(attempt)) await limiter.check(key);
    }
    await this.byAccountAndAddress.consume(narrowKey(attempt));
    return isFamiliar ? 'KNOWN' : 'UNKNOWN';
  }

  async countFailure(attempt: Attempt): Promise<void> {
    await this.byAddress.consume(attempt.address);
    for (const [limiter, key] of this.wideCounters(attempt)) await limiter.consume(key);
  }

  /** After a success the owner starts afresh, and the address is theirs. */
  async forget(attempt: Attempt): Promise<void> {
    await Promise.all([
      this.byAccountAndAddress.reset(narrowKey(attempt)),
      this.familiar.remember(narrowKey(attempt)),
    ]);
  }

  /** Whether the owner has logged in from there lately. */
  isFamiliar(attempt: Attempt): Promise<boolean> {
    return this.familiar.has(narrowKey(attempt));
  }

  private wideCounters({ tenant, email }: Attempt): [Limiter, string][] {
    return [
      [this.byAccount, `${tenant}/${email}`],
      [this.byTenant, tenant],
    ];
  }
}

function narrowKey({ tenant, email, address }: Attempt): string {
  return `${tenant}/${email}/${address}`;
}
