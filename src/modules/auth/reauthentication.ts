import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { currentPasswordWrong, FreshProof, NO_PROOF, type Proof } from '../../platform/http/fresh-proof';
import { unauthenticated } from '../../platform/errors';
import type { Limiter } from '../../platform/limits/limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import { Account } from './account.entity';
import { PasswordHasher } from './password-hasher';

/** Asks the logged-in user for the password again, before operations for which a session is not enough. */
@Injectable()
export class Reauthentication extends FreshProof {
  private readonly guesses: Limiter;

  constructor(
    private readonly transactions: TransactionService,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditLog,
    limits: LimitsService,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {
    super();
    this.guesses = limits.limiter('reauthentication', 10, 15 * 60);
  }

  async of(currentPassword?: string | null): Promise<Proof> {
    if (currentPassword === undefined || currentPassword === null) return NO_PROOF;
    await this.confirm(currentPassword);
    return { given: true };
  }

  /**
   * The caller's account, which has shown its password.
   * @throws currentPasswordWrong, tooManyRequests, busy
   */
  async confirm(currentPassword: string): Promise<Account> {
    const { id, sessionId } = currentActor();
    // Of the session, not of the account: the thief of another one could use up what the owner needs to end it.
    const left = await this.guesses.consume(sessionId);
    const account = await this.accounts.findOne({ id });
    if (!account) throw unauthenticated();
    if (!(await this.hasher.verify(account.passwordHash, currentPassword, 'KNOWN'))) {
      // The last guess that is looked at: those that follow are refused, and told nobody again and again.
      if (left === 0) await this.recordBlocked(account, sessionId);
      throw currentPasswordWrong({ pointer: '/currentPassword' });
    }
    await this.guesses.reset(sessionId);
    return account;
  }

  private recordBlocked({ id, name }: Account, sessionId: string): Promise<void> {
    return this.transactions.run(() =>
      this.audit.record({
        action: 'reauthentication.blocked',
        objectType: 'Account',
        objectId: id,
        actor: { id, name },
        changes: { sessionId },
      }),
    );
  }
}
