import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { Mailer } from '../../mail/mailer';
import { Account } from './account.entity';
import { accountActivated } from './account.events';
import { passwordChangedMail } from './mails/password.mail';
import { OneTimeTokens } from './one-time-tokens';
import { SessionsService } from './sessions.service';

/** What follows from a new password, whichever way it came: other sessions and links end, a notice goes out; the first one is news. */
@Injectable()
export class NewPassword {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tokens: OneTimeTokens,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /** Joins the caller's transaction, which holds the account's lock. */
  async set(account: Account, hash: string, keepSessionId?: string): Promise<void> {
    const isFirst = account.activatedAt === null;
    account.choosePassword(hash);
    await this.accounts.update(account);
    await this.tokens.voidAll(account.id);
    await this.sessions.endAll(account.id, keepSessionId);
    await this.audit.record({
      action: isFirst ? 'account.activated' : 'password.changed',
      objectType: 'Account',
      objectId: account.id,
    });
    if (isFirst) {
      const { id: accountId, customerId } = account;
      await this.events.publish(accountActivated, { accountId, customerId });
    } else await this.mailer.queue({ template: passwordChangedMail, about: account.id, payload: {} });
  }
}
