import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { TransactionService } from '../../platform/database/transaction.service';
import { type JobPayload, OnJob } from '../../platform/events/event-handlers';
import { Composes } from '../../platform/mail/composers';
import type { ComposedFor, QueuedMail } from '../../platform/mail/composed-mail';
import { MAILS_A_DAY, type Turn } from '../../platform/mail/unbidden-mail.policy';
import { UnbiddenMails } from '../../platform/mail/unbidden-mails';
import { MailBrands } from '../tenants';
import { Account } from './account.entity';
import { passwordResetMail } from './mails/password.mail';
import { OneTimeTokens } from './one-time-tokens';

export const PASSWORD_RESET_JOB = 'auth.password-reset';
/**
 * The last mail of a day is kept for places from which the owner has logged in lately: strangers who ask in their name use
 * up two, and the link that was sent last stays good for its hour.
 */
const FROM_ANYWHERE: Turn = { kind: 'PASSWORD_RESET', upTo: MAILS_A_DAY - 1 };
const FROM_A_FAMILIAR_PLACE: Turn = { kind: 'PASSWORD_RESET', upTo: MAILS_A_DAY };

interface ResetToIssue extends JobPayload {
  readonly accountId: string;
  readonly familiar: boolean;
}

/** The part of a forgotten password that nobody waits for. */
@Injectable()
export class PasswordResetMails {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tokens: OneTimeTokens,
    private readonly mails: UnbiddenMails,
    private readonly brands: MailBrands,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  @OnJob(PASSWORD_RESET_JOB)
  async issue({ tenantId, accountId, familiar }: ResetToIssue): Promise<void> {
    await this.transactions.runFor(tenantId, async () => {
      const account = await this.accounts.lock({ id: accountId, state: 'ACTIVE' });
      if (!account) return;
      const address = await this.mails.claim(account.email);
      await this.mails.queue(address, familiar ? FROM_A_FAMILIAR_PLACE : FROM_ANYWHERE, async () => {
        const token = await this.tokens.issue(accountId, 'PASSWORD_RESET');
        return { template: passwordResetMail, about: accountId, payload: { tokenId: token.id } };
      });
    });
  }

  @Composes(passwordResetMail)
  async compose(mail: QueuedMail): Promise<ComposedFor<typeof passwordResetMail> | null> {
    const account = await this.accounts.findOne({ id: mail.about, state: 'ACTIVE' });
    const token = await this.tokens.textOf(String(mail.payload.tokenId));
    if (!account || !token || !(await this.mails.leaves(mail))) return null;
    const { brand, portalUrl, defaultLanguage } = await this.brands.current();
    return {
      to: { name: account.name, address: account.email },
      language: account.language ?? defaultLanguage,
      brand,
      values: { name: account.name, link: `${portalUrl}/password#token=${token}` },
    };
  }
}
