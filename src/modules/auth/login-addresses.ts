import { Injectable } from '@nestjs/common';
import { Mailer } from '../../mail/mailer';
import { emailKey } from '../../platform/text/email-address';
import { AccountFinder } from './account-finder';
import type { Account } from './account.entity';
import { emailTaken } from './auth.errors';
import { emailChangedMail } from './mails/email-changed.mail';
import { OneTimeTokens } from './one-time-tokens';

/** The addresses with which people log in, one account each; joins the transaction of its caller. */
@Injectable()
export class LoginAddresses {
  constructor(
    private readonly finder: AccountFinder,
    private readonly tokens: OneTimeTokens,
    private readonly mailer: Mailer,
  ) {}

  /** The account with a login name, whichever way that is written. */
  find(email: string): Promise<Account | null> {
    return this.finder.byEmail(email);
  }

  /** @throws emailTaken */
  async assertFree(accountId: string, email: string): Promise<void> {
    const holder = await this.find(email);
    if (holder && holder.id !== accountId) throw emailTaken({ pointer: '/email' });
  }

  /**
   * Gives an account that is about to be stored another address, which voids its open links. Whoever has used the access is told,
   * at both addresses.
   * @throws emailTaken
   */
  async change(account: Account, email: string): Promise<void> {
    const before = account.email;
    if (before === email) return;
    await this.assertFree(account.id, email);
    await this.tokens.voidAll(account.id);
    Object.assign(account, { email, emailKey: emailKey(email) });
    // What is no address stands for one that was taken away, together with the access.
    if (account.activatedAt === null || !isAddress(email)) return;
    for (const to of [before, email].filter(isAddress)) {
      const payload = { to, before: isAddress(before) ? before : '', after: email };
      await this.mailer.queue({ template: emailChangedMail, about: account.id, payload });
    }
  }
}

function isAddress(email: string): boolean {
  return email.includes('@');
}
