import { Injectable } from '@nestjs/common';
import { currentAddress } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { Account } from './account.entity';
import { passwordSetAlready, tokenInvalid } from './auth.errors';
import { LoginLimits } from './login-limits';
import { NewPassword } from './new-password';
import { OneTimeTokens } from './one-time-tokens';
import { decodeToken, type OpaqueToken } from './opaque-token';
import { PasswordChoices, type PasswordContext } from './password-choices';

/** How people set their passwords with the link from a mail. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly transactions: TransactionService,
    private readonly choices: PasswordChoices,
    private readonly tokens: OneTimeTokens,
    private readonly newPassword: NewPassword,
    private readonly logins: LoginLimits,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /**
   * Whether the token from a mail is good for a password; uses nothing up.
   * @throws tokenInvalid, passwordSetAlready
   */
  async check(text: string): Promise<void> {
    await this.find(text);
  }

  /**
   * Sets the first or a new password with the token from a mail, once; all sessions end.
   * @throws tokenInvalid, passwordSetAlready, passwordLength, passwordWeak, tooManyRequests, busy
   */
  async redeem(text: string, newPassword: string): Promise<void> {
    const { token, known } = await this.find(text);
    // Judged before the token is used up, so that a weak password costs nobody their link.
    const hash = await this.choices.hashOf(newPassword, known);
    await this.transactions.runFor(token.tenantId, async () => {
      const account = await this.accounts.lock({ id: known.accountId });
      if (!account?.takesPassword) throw tokenInvalid({ pointer: '/token' });
      if (!(await this.tokens.redeem(token))) throw await this.refusalOf(token);
      await this.newPassword.set(account, hash);
    });
    // The mail was proof enough: whoever guesses at this account elsewhere does not keep its owner out here.
    await this.logins.forget({ ...known.login, address: currentAddress() });
  }

  private async find(text: string): Promise<{ token: OpaqueToken; known: PasswordContext }> {
    const token = decodeToken(text);
    if (!token) throw tokenInvalid({ pointer: '/token' });
    const known = await this.transactions.runFor(token.tenantId, async () => {
      const good = await this.tokens.find(token);
      if (!good) throw await this.refusalOf(token);
      const account = await this.accounts.findOne({ id: good.accountId });
      return account?.takesPassword ? this.choices.contextOf(account) : undefined;
    });
    if (!known) throw tokenInvalid({ pointer: '/token' });
    return { token, known };
  }

  /** Whoever clicks a second time is told so, unless the access has ended meanwhile. */
  private async refusalOf(token: OpaqueToken): Promise<Error> {
    const redeemed = await this.tokens.findRedeemed(token);
    const account = redeemed && (await this.accounts.findOne({ id: redeemed.accountId }));
    const refusal = account?.isActive ? passwordSetAlready : tokenInvalid;
    return refusal({ pointer: '/token' });
  }
}
