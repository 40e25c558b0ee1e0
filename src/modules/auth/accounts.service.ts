import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PortalRole, StaffRole } from '../../platform/context/actor';
import type { Language } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { TransactionService } from '../../platform/database/transaction.service';
import { notFound } from '../../platform/errors';
import { emailKey } from '../../platform/text/email-address';
import { Account, type AccountKind, type AccountState } from './account.entity';
import { notInvited } from './auth.errors';
import { CredentialsService } from './credentials.service';
import { LoginAddresses } from './login-addresses';
import { OneTimeTokens } from './one-time-tokens';
import { SessionsService } from './sessions.service';

/** The person behind an account, as the module that keeps them knows them. */
export interface AccountHolder {
  readonly id: string;
  readonly kind: AccountKind;
  readonly role: StaffRole | PortalRole;
  /** Of a contact. */
  readonly customerId?: string;
  readonly email: string;
  readonly name: string;
  /** Name of a contact's company. */
  readonly company?: string;
  /** Null: the tenant's. */
  readonly language: Language | null;
}

/** What staff see of an account. */
export interface AccountView {
  readonly id: string;
  readonly state: AccountState;
  readonly role: StaffRole | PortalRole;
  readonly email: string;
  readonly name: string;
  /** Of mails to them; null: the tenant's. */
  readonly language: Language | null;
  readonly invitedAt: Date;
  readonly activatedAt: Date | null;
  readonly deactivatedAt: Date | null;
  readonly lastLoginAt: Date | null;
}

/** Gives people access and takes it away; each call joins the transaction of its caller. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly credentials: CredentialsService,
    private readonly tokens: OneTimeTokens,
    private readonly sessions: SessionsService,
    private readonly addresses: LoginAddresses,
    @InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>,
  ) {}

  /**
   * Invites somebody for the first time, or again after a deactivation, and sends them their credentials.
   * @throws emailTaken
   */
  invite(holder: AccountHolder): Promise<void> {
    return this.transactions.run(async () => {
      const account = (await this.accounts.lock({ id: holder.id })) ?? (await this.create(holder));
      const { role, name, company, language } = holder;
      Object.assign(account, { role, name, company: company ?? null, language });
      await this.addresses.change(account, holder.email);
      account.invite();
      await this.credentials.send(account);
      await this.accounts.update(account);
    });
  }

  /** @throws notFound, notInvited */
  resendCredentials(id: string): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.get(id);
      if (account.state !== 'INVITED') throw notInvited();
      await this.credentials.send(account);
      await this.accounts.update(account);
    });
  }

  /** Works on the account's next request. @throws notFound */
  changeRole(id: string, role: StaffRole | PortalRole): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.get(id);
      account.role = role;
      await this.accounts.update(account);
    });
  }

  /** Ends every session, refresh token, reset and invite token at once. */
  deactivate(id: string): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.get(id);
      account.deactivate();
      await this.accounts.update(account);
      await this.tokens.voidAll(id);
      await this.sessions.endAll(id);
    });
  }

  /** Follows a change of the person's data; a new address voids open tokens, and the person is told. @throws emailTaken */
  updateHolder(
    id: string,
    { email, name, company, language }: Omit<AccountHolder, 'id' | 'kind' | 'role'>,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.accounts.lock({ id });
      if (!account) return;
      Object.assign(account, { name, company: company ?? null, language });
      await this.addresses.change(account, email);
      await this.accounts.update(account);
    });
  }

  /** Accounts by id; people without one are absent. */
  async viewsOf(ids: readonly string[]): Promise<ReadonlyMap<string, AccountView>> {
    const accounts = ids.length > 0 ? await this.accounts.find({ id: In([...ids]) }) : [];
    return new Map(accounts.map((account) => [account.id, account]));
  }

  /** The account with a login name, whichever way that is written. */
  async byEmail(email: string): Promise<AccountView | undefined> {
    return (await this.addresses.find(email)) ?? undefined;
  }

  /** Those of a company whose access is active, for mails to them. */
  async activeOf(customerId: string): Promise<AccountView[]> {
    return this.accounts.find({ customerId, state: 'ACTIVE' });
  }

  private async get(id: string): Promise<Account> {
    const account = await this.accounts.lock({ id });
    if (!account) throw notFound();
    return account;
  }

  private async create({ customerId, company, ...holder }: AccountHolder): Promise<Account> {
    await this.addresses.assertFree(holder.id, holder.email);
    return this.accounts.insert({
      ...holder,
      emailKey: emailKey(holder.email),
      customerId: customerId ?? null,
      company: company ?? null,
      state: 'INVITED',
      passwordHash: null,
      passwordChangeRequired: false,
      initialPasswordExpiresAt: null,
      invitedAt: new Date(),
      activatedAt: null,
      deactivatedAt: null,
      lastLoginAt: null,
    });
  }
}
