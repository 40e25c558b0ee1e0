import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { preconditionFailed } from '../../platform/errors';
import { passwordForm } from '../../platform/text/password-form';
import { Account } from './account.entity';
import { passwordUnchanged } from './auth.errors';
import { BrowserSessions } from './browser-sessions';
import { NewPassword } from './new-password';
import { PasswordChoices } from './password-choices';
import { Reauthentication } from './reauthentication';

/** How people change the passwords that they know. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly choices: PasswordChoices,
    private readonly newPassword: NewPassword,
    private readonly reauthentication: Reauthentication,
    private readonly browserSessions: BrowserSessions,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /**
   * Changes the caller's password and ends their other sessions.
   * @returns the new secret of the session, where it is a browser's
   * @throws currentPasswordWrong, passwordUnchanged, passwordLength, passwordWeak, tooManyRequests, busy
   */
  async change(currentPassword: string, newPassword: string): Promise<string | undefined> {
    const known = await this.reauthentication.confirm(currentPassword);
    if (passwordForm(newPassword) === passwordForm(currentPassword))
      throw passwordUnchanged({ pointer: '/newPassword' });
    const context = await this.transactions.run(() => this.choices.contextOf(known));
    const hash = await this.choices.hashOf(newPassword, context);
    return this.transactions.run(async () => {
      const account = await this.accounts.lock({ id: known.id });
      // A concurrent request has deactivated the account or changed the password.
      if (account?.passwordHash !== known.passwordHash) throw preconditionFailed();
      const { sessionId } = currentActor();
      await this.newPassword.set(account, hash, sessionId);
      return this.browserSessions.replaceSecret(sessionId);
    });
  }

  /** Lets the people of the demo tenants log in without reading their mail. */
  async choose(accountId: string, password: string): Promise<void> {
    const hash = await this.choices.hashOfGiven(password);
    await this.transactions.run(async () => {
      const account = await this.accounts.lock({ id: accountId });
      if (account) await this.newPassword.set(account, hash);
    });
  }
}
