import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { PortalRole, StaffRole } from '../../platform/context/actor';
import { currentActor, type Language } from '../../platform/context/context';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
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

/** Where somebody goes on. */
export interface AccountMove {
  readonly customerId: string;
  readonly company: string;
  readonly role: PortalRole;
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
  /** In use, and not at rest with the whole company. */
  readonly isActive: boolean;
}

const COUNT = `
  SELECT count(*)::int AS total FROM accounts t
  WHERE ${tenantCondition('t')} AND t.customer_id = $2 AND t.state <> 'DEACTIVATED'`;

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
   * @param paced the mail is one of many
   * @throws emailTaken
   */
  invite(holder: AccountHolder, paced = false): Promise<void> {
    return this.transactions.run(async () => {
      const account = (await this.accounts.lock({ id: holder.id })) ?? (await this.create(holder));
      const { role, name, company, language } = holder;
      Object.assign(account, { role, name, company: company ?? null, language });
      await this.addresses.change(account, holder.email);
      account.invite();
      await this.credentials.send(account, paced);
      await this.accounts.update(account);
    });
  }

  /** @param paced the mail is one of many @throws notFound, notInvited */
  resendCredentials(id: string, paced = false): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.get(id);
      if (account.state !== 'INVITED') throw notInvited();
      await this.credentials.send(account, paced);
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

  /** Forgets who had an access; what is left of it cannot be used, and keeps no address from others. */
  erase(id: string, nameless: string): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.accounts.lock({ id });
      if (!account) return;
      account.deactivate();
      Object.assign(account, { name: nameless, email: id, emailKey: id, company: null, language: null });
      await this.accounts.update(account);
      await this.tokens.deleteAll(id);
      await this.sessions.deleteAll(id);
    });
  }

  /** The person goes on at another company, in whatever role is given; every session ends. */
  moveTo(id: string, { customerId, company, role }: AccountMove): Promise<void> {
    return this.transactions.run(async () => {
      const account = await this.accounts.lock({ id });
      if (!account) return;
      Object.assign(account, { customerId, company, role, suspendedAt: null });
      await this.accounts.update(account);
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

  /** All of the caller's, except the session of the request. */
  async endSessions(id: string): Promise<void> {
    await this.sessions.endAll(id, currentActor().sessionId);
  }

  /** Follows changes of the names and languages of many people, whose addresses stay. */
  async followNames(holders: readonly Pick<AccountHolder, 'id' | 'name' | 'language'>[]): Promise<void> {
    if (holders.length === 0) return;
    await this.transactions.query(
      `UPDATE accounts a SET name = h.name, language = h.language
       FROM jsonb_to_recordset($2::jsonb) AS h(id uuid, name text, language text)
       WHERE ${tenantCondition('a')} AND a.id = h.id AND (a.name, a.language) IS DISTINCT FROM (h.name, h.language)`,
      [this.transactions.tenantId, JSON.stringify(holders)],
    );
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

  /** The accounts that log in with one of some addresses, by the key of the address. */
  async byEmails(emails: readonly string[]): Promise<ReadonlyMap<string, AccountView>> {
    if (emails.length === 0) return new Map();
    const accounts = await this.accounts.find({ emailKey: In(emails.map(emailKey)) });
    return new Map(accounts.map((account) => [emailKey(account.email), account]));
  }

  /** Those of a company whose access is active, for mails to them. */
  async activeOf(customerId: string): Promise<AccountView[]> {
    return this.accounts.find({ customerId, state: 'ACTIVE', suspendedAt: IsNull() });
  }

  /** How many of a company have access, also where it is not used yet or rests. */
  async countOf(customerId: string): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(COUNT, [
      this.transactions.tenantId,
      customerId,
    ]);
    return row?.total ?? 0;
  }

  /** Lets every access of a company rest and ends its sessions; each keeps its state for the day when it goes on. */
  async suspendAllOf(customerId: string): Promise<void> {
    await this.accounts.updateWhere({ customerId, suspendedAt: IsNull() }, { suspendedAt: () => 'now()' });
    await this.sessions.endAllOfCompany(customerId);
  }

  /** Ends that rest; sessions that have ended stay so. */
  async resumeAllOf(customerId: string): Promise<void> {
    await this.accounts.updateWhere({ customerId }, { suspendedAt: null });
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
      suspendedAt: null,
    });
  }
}
