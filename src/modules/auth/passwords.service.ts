import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { TransactionService } from '../../platform/database/transaction.service';
import { preconditionFailed } from '../../platform/http/http.errors';
import { passwordForm } from '../../platform/text/password-form';
import { Account } from './account.entity';
import { passwordUnchanged, tokenInvalid } from './auth.errors';
import { NewPassword } from './new-password';
import { OneTimeTokens } from './one-time-tokens';
import { decodeToken } from './opaque-token';
import { PasswordHasher } from './password-hasher';
import { assertGoodPassword } from './password-policy';
import { Reauthentication } from './reauthentication';

/** How people set their passwords: by themselves, or with a link from a mail. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly hasher: PasswordHasher,
    private readonly tokens: OneTimeTokens,
    private readonly newPassword: NewPassword,
    private readonly reauthentication: Reauthentication,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /**
   * Changes the caller's password and ends their other sessions.
   * @throws currentPasswordWrong, passwordUnchanged, passwordLength, passwordWeak
   */
  async change(currentPassword: string, newPassword: string): Promise<void> {
    const known = await this.reauthentication.confirm(currentPassword);
    if (passwordForm(newPassword) === passwordForm(currentPassword))
      throw passwordUnchanged({ pointer: '/newPassword' });
    await assertGoodPassword(newPassword, await this.newPassword.contextOf(known), '/newPassword');
    const hash = await this.hasher.hash(newPassword);
    await this.transactions.run(async () => {
      const account = await this.accounts.lock({ id: known.id });
      // Somebody else was faster: deactivated, or another password.
      if (account?.passwordHash !== known.passwordHash) throw preconditionFailed();
      await this.newPassword.set(account, hash, currentActor().sessionId);
    });
  }

  /**
   * Sets the first or a new password with the token from a mail, once; all sessions end.
   * @throws tokenInvalid, passwordLength, passwordWeak
   */
  async setByToken(text: string, newPassword: string): Promise<void> {
    const token = decodeToken(text);
    if (!token) throw tokenInvalid({ pointer: '/token' });
    const known = await this.transactions.runFor(token.tenantId, async () => {
      const good = await this.tokens.find(token);
      const account = good && (await this.accounts.findOne({ id: good.accountId }));
      return account && { id: account.id, context: await this.newPassword.contextOf(account) };
    });
    if (!known) throw tokenInvalid({ pointer: '/token' });
    // Judged before the token is used up, so that a weak password costs nobody their link.
    await assertGoodPassword(newPassword, known.context, '/newPassword');
    const hash = await this.hasher.hash(newPassword);
    await this.transactions.runFor(token.tenantId, async () => {
      const account = await this.accounts.lock({ id: known.id });
      if (!account || account.state === 'DEACTIVATED' || !(await this.tokens.redeem(token))) {
        throw tokenInvalid({ pointer: '/token' });
      }
      await this.newPassword.set(account, hash);
    });
  }

  /** Lets the people of the demo tenants log in without reading their mail. */
  async choose(accountId: string, password: string): Promise<void> {
    const hash = await this.hasher.hash(password);
    await this.transactions.run(async () => {
      const account = await this.accounts.lock({ id: accountId });
      if (account) await this.newPassword.set(account, hash);
    });
  }
}
