import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { TransactionService } from '../../platform/database/transaction.service';
import { type JobPayload, OnJob } from '../../platform/events/event-handlers';
import { Composes } from '../../platform/mail/composers';
import type { ComposedFor, QueuedMail } from '../../platform/mail/composed-mail';
import { Mailer } from '../../platform/mail/mailer';
import { MailBrands } from '../tenants';
import { Account } from './account.entity';
import { passwordResetMail } from './mails/password.mail';
import { OneTimeTokens } from './one-time-tokens';

export const PASSWORD_RESET_JOB = 'auth.password-reset';
const DAY = 24 * 60 * 60 * 1000;
/** Nobody's mailbox is flooded by others who ask in their name. */
const MAILS_A_DAY = 3;

/** The part of a forgotten password that nobody waits for. */
@Injectable()
export class PasswordResetMails {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tokens: OneTimeTokens,
    private readonly mailer: Mailer,
    private readonly brands: MailBrands,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  @OnJob(PASSWORD_RESET_JOB)
  async issue({ tenantId, accountId }: JobPayload & { accountId: string }): Promise<void> {
    await this.transactions.runFor(tenantId, async () => {
      const account = await this.accounts.lock({ id: accountId, state: 'ACTIVE' });
      if (!account) return;
      const since = new Date(Date.now() - DAY);
      if ((await this.tokens.issuedSince(accountId, 'PASSWORD_RESET', since)) >= MAILS_A_DAY) return;
      const token = await this.tokens.issue(accountId, 'PASSWORD_RESET');
      await this.mailer.queue({
        template: passwordResetMail,
        about: accountId,
        payload: { tokenId: token.id },
      });
    });
  }

  @Composes(passwordResetMail)
  async compose({ about, payload }: QueuedMail): Promise<ComposedFor<typeof passwordResetMail> | null> {
    const account = await this.accounts.findOne({ id: about, state: 'ACTIVE' });
    const token = await this.tokens.textOf(String(payload.tokenId));
    if (!account || !token) return null;
    const { brand, portalUrl, defaultLanguage } = await this.brands.current();
    return {
      to: { name: account.name, address: account.email },
      language: account.language ?? defaultLanguage,
      brand,
      values: { name: account.name, link: `${portalUrl}/password#token=${token}` },
    };
  }
}
