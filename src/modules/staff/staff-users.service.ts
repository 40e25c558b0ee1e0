import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log';
import type { AuditAction } from '../../platform/audit/audited';
import type { StaffRole } from '../../platform/context/actor';
import type { Language } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { demand, NO_PROOF, type Proof } from '../../platform/http/fresh-proof';
import { notFound, preconditionFailed } from '../../platform/errors';
import { KeysetList, type Page, type PageRequest } from '../../platform/http/paging/keyset-list';
import { newId } from '../../platform/ids';
import { AccountsService, type AccountView, emailTaken } from '../auth';
import { becomesAdmin, hasAdmin } from './staff-access.policy';
import { StaffUser } from './staff-user.entity';
import { staffUserChanged } from './staff-user.events';
import { lastAdmin } from './staff.errors';
import { WorkMailChoices } from './work-mail-choices';

export interface NewStaffUser {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Null: the tenant's. */
  readonly language: Language | null;
}

export interface StaffUserChanges extends Partial<NewStaffUser> {
  /** False ends the access at once, true invites again. */
  readonly active?: boolean;
}

/** A staff user with the state of their account. */
export interface StaffUserView {
  readonly user: StaffUser;
  readonly account: AccountView;
}

const BY_NAME = { by: 'search_fold(t.name)', type: 'text', direction: 'ASC' } as const;

@Injectable()
export class StaffUsersService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    private readonly lists: KeysetList,
    private readonly workMails: WorkMailChoices,
    @InjectTenantRepository(StaffUser) private readonly users: TenantRepository<StaffUser>,
  ) {}

  /** By name. */
  page(query: PageRequest): Promise<Page<StaffUserView>> {
    return this.transactions.run(async () => {
      const page = await this.lists.page<{ id: string }, 'name'>({
        select: 't.id',
        from: 'staff_users t',
        where: [],
        parameters: [],
        sorts: { name: BY_NAME },
        sort: 'name',
        query,
      });
      const ids = page.items.map(({ id }) => id);
      const views = await this.withAccounts(ids.length > 0 ? await this.users.find({ id: In(ids) }) : []);
      return { ...page, items: views.sort((a, b) => ids.indexOf(a.user.id) - ids.indexOf(b.user.id)) };
    });
  }

  /** @throws notFound */
  async get(id: string): Promise<StaffUserView> {
    return this.transactions.run(async () => {
      const user = await this.users.findOne({ id });
      const [view] = user ? await this.withAccounts([user]) : [];
      if (!view) throw notFound();
      return view;
    });
  }

  /** Invites a new staff user. @throws currentPasswordRequired for an administrator, emailTaken */
  create({ role, ...person }: NewStaffUser, proof: Proof): Promise<StaffUserView> {
    return this.transactions.run(async () => {
      if (role === 'ADMIN') demand(proof);
      const id = newId();
      await this.accounts.invite({ id, kind: 'STAFF', role, ...person });
      await this.users.insert({ id, ...person });
      this.workMails.begin(id);
      await this.record('staff-user.invited', id, { ...person, role });
      return this.get(id);
    });
  }

  /**
   * Another address and the rights of an administrator take fresh proof.
   * @throws notFound, preconditionFailed, currentPasswordRequired, emailTaken, lastAdmin
   */
  update(
    id: string,
    version: number,
    { role, active, ...person }: StaffUserChanges,
    proof: Proof,
  ): Promise<StaffUserView> {
    return this.transactions.run(async () => {
      const user = await this.users.lock({ id });
      if (!user) throw notFound();
      if (user.version !== version) throw preconditionFailed();
      const { account } = await this.get(id);
      const isMoved = person.email !== undefined && person.email !== user.email;
      if (isMoved || becomesAdmin(account, { role, active })) demand(proof);
      const access = { role: account.role, active: account.state !== 'DEACTIVATED' };
      const before = Object.assign(access, user);
      Object.assign(user, person);
      await this.users.update(user);
      await this.accounts.updateHolder(id, user);
      await this.changeAccess(user, role, active);
      await this.record('staff-user.changed', id, { ...person, ...(role && { role }), active }, before);
      await this.assertAdminLeft();
      return this.get(id);
    });
  }

  /** Ends a staff user's access at once. Idempotent. @throws notFound, lastAdmin */
  deactivate(id: string): Promise<void> {
    return this.transactions.run(async () => {
      const user = await this.users.lock({ id });
      if (!user) throw notFound();
      const { account } = await this.get(id);
      if (account.state === 'DEACTIVATED') return;
      await this.changeAccess(user, undefined, false);
      await this.users.update(user);
      await this.record('staff-user.changed', id, { active: false }, { active: true });
      await this.assertAdminLeft();
    });
  }

  /** What people choose for themselves. @throws notFound */
  chooseOwnLanguage(id: string, language: Language): Promise<void> {
    return this.transactions.run(async () => {
      const user = await this.users.lock({ id });
      if (!user) throw notFound();
      user.language = language;
      await this.users.update(user);
      await this.accounts.updateHolder(id, user);
      await this.record('staff-user.changed', id, { language });
    });
  }

  /** @throws notFound, notInvited */
  resendCredentials(id: string): Promise<StaffUserView> {
    return this.transactions.run(async () => {
      await this.get(id);
      await this.accounts.resendCredentials(id);
      await this.record('staff-user.credentials-sent', id);
      return this.get(id);
    });
  }

  /** Logs somebody out everywhere; oneself everywhere else. @throws notFound */
  endSessions(id: string): Promise<void> {
    return this.transactions.run(async () => {
      await this.get(id);
      await this.accounts.endSessions(id);
      await this.record('staff-user.logged-out', id);
    });
  }

  /**
   * For the operator, where nobody can enter any more: makes somebody an administrator and sends them new credentials; what they
   * had before ends. Nothing where there is nobody with the address, and no name under which to invite them.
   * @throws emailTaken by a contact
   */
  recover(email: string, name?: string): Promise<StaffUserView | undefined> {
    return this.transactions.run(async () => {
      const known = await this.accounts.byEmail(email);
      if (!known && !name) return undefined;
      const id =
        known?.id ??
        (await this.create({ name: name ?? '', email, role: 'ADMIN', language: null }, NO_PROOF)).user.id;
      const user = await this.users.lock({ id });
      if (!user) throw emailTaken({ pointer: '/email' });
      if (known) {
        if (known.state !== 'DEACTIVATED') await this.accounts.deactivate(id);
        await this.invite(user, 'ADMIN');
      }
      await this.record('tenant.recovered', id, { email, role: 'ADMIN' });
      return this.get(id);
    });
  }

  private async changeAccess(user: StaffUser, role?: StaffRole, active?: boolean): Promise<void> {
    const { account } = await this.get(user.id);
    if (active === false && account.state !== 'DEACTIVATED') await this.accounts.deactivate(user.id);
    if (role && role !== account.role) await this.accounts.changeRole(user.id, role);
    if (active === true && account.state === 'DEACTIVATED') {
      await this.invite(user, role ?? account.role);
    }
  }

  private invite({ id, email, name, language }: StaffUser, role: AccountView['role']): Promise<void> {
    return this.accounts.invite({ id, kind: 'STAFF', role, email, name, language });
  }

  /** Two admins who remove each other at once must not both succeed, so they queue up for one of the locks. */
  private async assertAdminLeft(): Promise<void> {
    await this.transactions.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 1))`, [
      this.transactions.tenantId,
    ]);
    const views = await this.withAccounts(await this.users.find());
    if (!hasAdmin(views.map(({ account }) => account))) throw lastAdmin();
  }

  private async withAccounts(users: StaffUser[]): Promise<StaffUserView[]> {
    const accounts = await this.accounts.viewsOf(users.map(({ id }) => id));
    return users.flatMap((user) => {
      const account = accounts.get(user.id);
      return account ? [{ user, account }] : [];
    });
  }

  private async record(
    action: AuditAction,
    objectId: string,
    changes: object = {},
    before?: object,
  ): Promise<void> {
    await this.audit.record({ action, objectType: 'StaffUser', objectId, changes: { ...changes }, before });
    await this.events.publish(staffUserChanged, { staffUserId: objectId });
  }
}
