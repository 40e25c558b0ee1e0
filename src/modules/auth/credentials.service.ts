import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Composes } from '../../mail/composers';
import type { ComposedFor, QueuedMail } from '../../mail/composed-mail';
import { Mailer } from '../../mail/mailer';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import { MailBrands, SettingsService } from '../tenants';
import { Account } from './account.entity';
import { credentialsMail, initialPasswordMail } from './mails/credentials.mail';
import { OneTimeTokens } from './one-time-tokens';
import { PasswordHasher } from './password-hasher';

const VALID_HOURS = 72;

/** Sends an invited person what they need to log in for the first time. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly mailer: Mailer,
    private readonly brands: MailBrands,
    private readonly settings: SettingsService,
    private readonly tokens: OneTimeTokens,
    private readonly hasher: PasswordHasher,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /**
   * Issues a link, or an initial password where the tenant wants it so; older ones are void.
   * @param paced the mail is one of many
   */
  async send(account: Account, paced = false): Promise<void> {
    const token = await this.tokens.issue(account.id, 'FIRST_PASSWORD');
    await this.mailer.replaceFailed([credentialsMail, initialPasswordMail], account.id);
    const { credentialsMail: kind } = await this.settings.current();
    const mail = { about: account.id, payload: { tokenId: token.id }, paced };
    if (kind === 'LINK') {
      await this.mailer.queue({ template: credentialsMail, ...mail });
    } else {
      account.useInitialPassword(
        await this.hasher.hash(this.tokens.initialPassword(token.id)),
        token.expiresAt,
      );
      await this.mailer.queue({ template: initialPasswordMail, ...mail });
    }
  }

  @Composes(credentialsMail)
  async composeLink(mail: QueuedMail): Promise<ComposedFor<typeof credentialsMail> | null> {
    const { account, token } = await this.validCredentials(mail);
    if (!account || !token) return null;
    const { brand, defaultLanguage } = await this.brands.current();
    const loginPage = await this.brands.loginPageOf(account.kind);
    return {
      to: { name: account.name, address: account.email },
      language: account.language ?? defaultLanguage,
      brand,
      values: {
        name: account.name,
        login: account.email,
        portalUrl: loginPage.url,
        link: `${loginPage.passwordUrl}#token=${token}`,
        hours: VALID_HOURS,
      },
    };
  }

  @Composes(initialPasswordMail)
  async composeInitialPassword(mail: QueuedMail): Promise<ComposedFor<typeof initialPasswordMail> | null> {
    const { account, tokenId, token } = await this.validCredentials(mail);
    if (!account || !token) return null;
    const { brand, defaultLanguage } = await this.brands.current();
    const loginPage = await this.brands.loginPageOf(account.kind);
    return {
      to: { name: account.name, address: account.email },
      language: account.language ?? defaultLanguage,
      brand,
      values: {
        name: account.name,
        login: account.email,
        portalUrl: loginPage.url,
        password: this.tokens.initialPassword(tokenId),
        hours: VALID_HOURS,
      },
    };
  }

  /** Nothing where the access has ended meanwhile or the credentials are void. */
  private async validCredentials({ about, payload }: QueuedMail): Promise<{
    account: Account | null;
    tokenId: string;
    token: string | undefined;
  }> {
    const tokenId = String(payload.tokenId);
    const account = await this.accounts.findOne({ id: about, state: 'INVITED', suspendedAt: IsNull() });
    return { account, tokenId, token: await this.tokens.textOf(tokenId) };
  }
}
