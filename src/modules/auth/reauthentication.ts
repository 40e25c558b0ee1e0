import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { unauthenticated } from '../../platform/http/http.errors';
import type { Limiter } from '../../platform/limits/limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import { Account } from './account.entity';
import { currentPasswordWrong } from './auth.errors';
import { PasswordHasher } from './password-hasher';

/** Asks who is logged in for the password once more, before what nobody may do with a session alone. */
@Injectable()
export class Reauthentication {
  private readonly guesses: Limiter;

  constructor(
    private readonly hasher: PasswordHasher,
    limits: LimitsService,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {
    this.guesses = limits.limiter('reauthentication', 10, 15 * 60);
  }

  /**
   * The caller's account, which has shown its password.
   * @throws currentPasswordWrong, tooManyRequests, busy
   */
  async confirm(currentPassword: string): Promise<Account> {
    const { id, sessionId } = currentActor();
    // Of the session, not of the account: the thief of another one could use up what the owner needs to end it.
    await this.guesses.consume(sessionId);
    const account = await this.accounts.findOne({ id });
    if (!account) throw unauthenticated();
    if (!(await this.hasher.verify(account.passwordHash, currentPassword, 'KNOWN'))) {
      throw currentPasswordWrong({ pointer: '/currentPassword' });
    }
    await this.guesses.reset(sessionId);
    return account;
  }
}
