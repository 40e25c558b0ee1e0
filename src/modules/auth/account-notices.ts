import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import type { ComposedFor, ComposedMail, QueuedMail } from '../../mail/composed-mail';
import { Composes } from '../../mail/composers';
import { MailBrands } from '../tenants';
import { Account } from './account.entity';
import { emailChangedMail } from './mails/email-changed.mail';
import { passwordChangedMail } from './mails/password.mail';
import { type OpenSession, SessionsService } from './sessions.service';

const NOWHERE = { de: 'nirgends', en: 'nowhere' };

/** Tells people what has happened to their access, so that they notice what they did not do themselves. */
@Injectable()
export class AccountNotices {
  constructor(
    private readonly brands: MailBrands,
    private readonly sessions: SessionsService,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  @Composes(passwordChangedMail)
  async composePasswordChanged({
    about,
  }: QueuedMail): Promise<ComposedFor<typeof passwordChangedMail> | null> {
    const account = await this.accounts.findOne({ id: about, state: 'ACTIVE', suspendedAt: IsNull() });
    if (!account) return null;
    const { forgotUrl: link } = await this.brands.loginPageOf(account.kind);
    return { ...(await this.to(account, account.email)), values: { name: account.name, link } };
  }

  /** Whatever the address is by now: what is told is what happened. */
  @Composes(emailChangedMail)
  async composeEmailChanged({
    about,
    payload,
  }: QueuedMail): Promise<ComposedFor<typeof emailChangedMail> | null> {
    const account = await this.accounts.findOne({ id: about });
    if (!account) return null;
    const mail = await this.to(account, String(payload.to));
    const { timeZone } = await this.brands.current();
    const sessions = await this.sessions.openOf(about);
    const values = {
      name: account.name,
      before: String(payload.before),
      after: String(payload.after),
      sessions:
        sessions.map((session) => lineOf(session, mail.language, timeZone)).join('\n') ||
        NOWHERE[mail.language],
    };
    return { ...mail, values };
  }

  private async to({ name, language }: Account, address: string): Promise<Omit<ComposedMail, 'values'>> {
    const { brand, defaultLanguage } = await this.brands.current();
    return { to: { name, address }, language: language ?? defaultLanguage, brand };
  }
}

/** What a program calls itself is left out: a thief could write to the owner with it. */
function lineOf({ address, renewedAt }: OpenSession, language: Language, timeZone: string): string {
  const when = renewedAt.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${address ?? '?'}, ${when}`;
}
