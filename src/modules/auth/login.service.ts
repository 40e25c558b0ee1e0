import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { TenantsService } from '../tenants';
import { Account } from './account.entity';
import { AccountFinder } from './account-finder';
import { loginFailed } from './auth.errors';
import { attemptOf, LoginLimits } from './login-limits';
import { PasswordHasher } from './password-hasher';
import { type IssuedTokens, SessionsService } from './sessions.service';

/** An account that has shown its password. */
export interface VerifiedLogin {
  readonly tenantId: string;
  readonly accountId: string;
}

@Injectable()
export class LoginService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly finder: AccountFinder,
    private readonly hasher: PasswordHasher,
    private readonly limits: LoginLimits,
    private readonly sessions: SessionsService,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /**
   * Unknown and inactive accounts and wrong passwords get the same answer after the same work.
   * @throws loginFailed, tooManyRequests, busy
   */
  async verify(tenant: string, email: string, password: string): Promise<VerifiedLogin> {
    const attempt = attemptOf(tenant, email);
    const [tenantId, caller] = await Promise.all([this.tenants.idOf(tenant), this.limits.admit(attempt)]);
    const account = tenantId
      ? await this.transactions.runFor(tenantId, () => this.finder.byEmail(email))
      : null;
    const usable = account?.canLogIn() ? account.passwordHash : null;
    if (!(await this.hasher.verify(usable, password, caller)) || !tenantId || !account) {
      await this.limits.countFailure(attempt);
      throw loginFailed();
    }
    await this.limits.forget(attempt);
    return { tenantId, accountId: account.id };
  }

  /** Opens a session of tokens. @throws loginFailed */
  open(login: VerifiedLogin): Promise<IssuedTokens> {
    return this.admit(login, (account) => this.sessions.open(account));
  }

  /**
   * Records the login and calls `begin` in the same transaction; the account is read again under a lock, because it may have
   * changed since it was verified. @throws loginFailed
   */
  admit<T>({ tenantId, accountId }: VerifiedLogin, begin: (account: Account) => Promise<T>): Promise<T> {
    return this.transactions.runFor(tenantId, async () => {
      const account = await this.accounts.lock({ id: accountId });
      if (!account?.canLogIn()) throw loginFailed();
      await this.accounts.updateWhere({ id: accountId }, { lastLoginAt: new Date() });
      return begin(account);
    });
  }
}
