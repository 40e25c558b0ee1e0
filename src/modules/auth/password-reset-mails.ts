import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { type JobPayload, OnJob } from '../../platform/events/event-handlers';
import { Composes } from '../../mail/composers';
import type { ComposedFor, QueuedMail } from '../../mail/composed-mail';
import { MAILS_A_DAY, mayBeMailed, type Turn } from '../../mail/anonymous-mail.policy';
import { AnonymousMailLimiter } from '../../mail/anonymous-mail-limiter';
import { MailBrands } from '../tenants';
import { Account } from './account.entity';
import { passwordResetMail } from './mails/password.mail';
import { OneTimeTokens } from './one-time-tokens';

export const PASSWORD_RESET_JOB = 'auth.password-reset';
/**
 * The last mail of a day is kept for places from which the owner has logged in lately. Once strangers have used up the others, the
 * link that was sent last stays good, and when it has run out there is another one that stays good for longer: whoever asks finds a
 * good link in their mailbox, or gets one.
 */
const FROM_ANYWHERE: Turn = { kind: 'PASSWORD_RESET', upTo: MAILS_A_DAY - 1 };
const FROM_A_FAMILIAR_PLACE: Turn = { kind: 'PASSWORD_RESET', upTo: MAILS_A_DAY };

const USUAL_HOURS = 1;
/** So that they are few: with two at once, at most eight a day. */
const LATE_HOURS = 4;

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
      const turn = familiar ? FROM_A_FAMILIAR_PLACE : FROM_ANYWHERE;
      const inTurn = mayBeMailed(address.mails, turn, new Date());
      const overdue = !inTurn && !(await this.tokens.hasGood(accountId));
      await this.mails.queue(address, { ...turn, overdue }, async () => {
        const hours = overdue ? LATE_HOURS : USUAL_HOURS;
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
    const { passwordUrl } = await this.brands.entranceOf(account.kind);
    const language = account.language ?? defaultLanguage;
    return {
      to: { name: account.name, address: account.email },
      language,
      brand,
      values: {
        name: account.name,
        link: `${passwordUrl}#token=${token}`,
        valid: validityIn(language, Number(mail.payload.hours ?? USUAL_HOURS)),
      },
    };
  }
}

function validityIn(language: Language, hours: number): string {
  if (language === 'de') return hours === 1 ? 'eine Stunde' : `${hours} Stunden`;
  return hours === 1 ? 'one hour' : `${hours} hours`;
}
