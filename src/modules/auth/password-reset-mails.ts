import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { type JobPayload, OnJob } from '../../platform/events/event-handlers';
import { Composes } from '../../mail/composers';
import type { ComposedFor, QueuedMail } from '../../mail/composed-mail';
import { MAILS_A_DAY, mayBeMailed, type SendQuota } from '../../mail/anonymous-mail.policy';
import { AnonymousMailLimiter } from '../../mail/anonymous-mail-limiter';
import { MailBrands } from '../tenants';
import { Account } from './account.entity';
import { passwordResetMail } from './mails/password.mail';
import { OneTimeTokens } from './one-time-tokens';

export const PASSWORD_RESET_JOB = 'auth.password-reset';
/**
 * The last mail of a day is reserved for networks from which the owner has logged in lately. Once requests from other networks have
 * used up the rest, the last link stays valid; after it has expired there is another one with a longer validity. So the owner
 * always has a valid link in the mailbox, or gets one.
 */
const UNKNOWN_NETWORK: SendQuota = { kind: 'PASSWORD_RESET', upTo: MAILS_A_DAY - 1 };
const KNOWN_NETWORK: SendQuota = { kind: 'PASSWORD_RESET', upTo: MAILS_A_DAY };

const VALIDITY_HOURS = 1;
/** Bounds the number of mails beyond the quota: with two at once, at most eight a day. */
const EXTENDED_VALIDITY_HOURS = 4;

interface ResetToIssue extends JobPayload {
  readonly accountId: string;
  /** Whether the owner has logged in lately from the network that asks. */
  readonly familiar: boolean;
}

/** The asynchronous part of a password reset. */
@Injectable()
export class PasswordResetMails {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tokens: OneTimeTokens,
    private readonly mails: AnonymousMailLimiter,
    private readonly brands: MailBrands,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  @OnJob(PASSWORD_RESET_JOB)
  async issue({ tenantId, accountId, familiar }: ResetToIssue): Promise<void> {
    await this.transactions.runFor(tenantId, async () => {
      const account = await this.accounts.lock({ id: accountId, state: 'ACTIVE', suspendedAt: IsNull() });
      if (!account) return;
      const address = await this.mails.claim(account.email);
      const quota = familiar ? KNOWN_NETWORK : UNKNOWN_NETWORK;
      const isWithinQuota = mayBeMailed(address.mails, quota, new Date());
      const overdue = !isWithinQuota && !(await this.tokens.hasGood(accountId));
      await this.mails.queue(address, { ...quota, overdue }, async () => {
        const hours = overdue ? EXTENDED_VALIDITY_HOURS : VALIDITY_HOURS;
        const { id: tokenId } = await this.tokens.issue(accountId, 'PASSWORD_RESET', hours);
        return { template: passwordResetMail, about: accountId, payload: { tokenId, hours } };
      });
    });
  }

  @Composes(passwordResetMail)
  async compose(mail: QueuedMail): Promise<ComposedFor<typeof passwordResetMail> | null> {
    const account = await this.accounts.findOne({ id: mail.about, state: 'ACTIVE', suspendedAt: IsNull() });
    const token = await this.tokens.textOf(String(mail.payload.tokenId));
    if (!account || !token || !(await this.mails.leaves(mail))) return null;
    const { brand, defaultLanguage } = await this.brands.current();
    const { passwordUrl } = await this.brands.loginPageOf(account.kind);
    const language = account.language ?? defaultLanguage;
    return {
      to: { name: account.name, address: account.email },
      language,
      brand,
      values: {
        name: account.name,
        link: `${passwordUrl}#token=${token}`,
        valid: validityIn(language, Number(mail.payload.hours ?? VALIDITY_HOURS)),
      },
    };
  }
}

function validityIn(language: Language, hours: number): string {
  if (language === 'de') return hours === 1 ? 'eine Stunde' : `${hours} Stunden`;
  return hours === 1 ? 'one hour' : `${hours} hours`;
}
