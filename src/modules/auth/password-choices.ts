import { Injectable } from '@nestjs/common';
import type { Limiter } from '../../platform/limits/limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import { MailBrands, TenantsService } from '../tenants';
import type { Account } from './account.entity';
import { PasswordHasher } from './password-hasher';
import { assertGoodPassword } from './password-policy';
import { StrengthEstimator } from './password-strength/strength-estimator';

/** Whose password it is, and what of it is easily guessed: the person, the company, the tenant, the portal. */
export interface PasswordContext {
  readonly accountId: string;
  /** As limits on logins count it. */
  readonly login: { readonly tenant: string; readonly email: string };
  readonly words: readonly string[];
}

/** Passwords that people choose: judged, and hashed where they are good. */
@Injectable()
export class PasswordChoices {
  private readonly judged: Limiter;

  constructor(
    private readonly estimator: StrengthEstimator,
    private readonly hasher: PasswordHasher,
    private readonly brands: MailBrands,
    private readonly tenants: TenantsService,
    limits: LimitsService,
  ) {
    this.judged = limits.limiter('password-choice', 10, 15 * 60);
  }

  /** What others would try first; inside a transaction of the tenant. */
  async contextOf({ id, name, email, company }: Account): Promise<PasswordContext> {
    const { brand } = await this.brands.current();
    const tenant = await this.tenants.current();
    const words = [name, email, company, brand.portalName, brand.senderName, tenant.name, tenant.slug];
    const login = { tenant: tenant.slug, email: email.toLowerCase() };
    return { accountId: id, login, words: words.filter((word) => typeof word === 'string') };
  }

  /**
   * The hash of a good password. Whatever has to be judged counts, also what turns out to be good, and knowing the current
   * password makes up for nothing: judging costs more than most requests.
   * @throws tooManyRequests, passwordLength, passwordWeak, busy
   */
  async hashOf(password: string, { accountId, words }: PasswordContext): Promise<string> {
    await assertGoodPassword(password, words, '/newPassword', async (...question) => {
      await this.judged.consume(accountId);
      return this.estimator.strengthOf(...question);
    });
    return this.hasher.hash(password);
  }

  /** Of a generated password: its strength is not checked. */
  hashOfGiven(password: string): Promise<string> {
    return this.hasher.hash(password);
  }
}
