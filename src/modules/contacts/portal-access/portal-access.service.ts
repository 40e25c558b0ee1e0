import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { PortalRole } from '../../../platform/context/actor';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import { TransactionService } from '../../../platform/database/transaction.service';
import { notFound } from '../../../platform/errors';
import { Mailer } from '../../../platform/mail/mailer';
import { AccountsService, credentialsMail, initialPasswordMail, notInvited } from '../../auth';
import { Contact } from '../contact.entity';
import { ContactAccounts } from '../contact-accounts';
import { accessNone } from '../contacts.errors';
import { accessView, type PortalAccessView } from './portal-access';
import { awaitsCredentials, canEnd, stepTowards } from './portal-access.policy';

/**
 * Kundenportal-Zugang: none, invited, active, deactivated, and invited again. Whoever changes it holds the contact's row,
 * before anything of the account is touched.
 */
@Injectable()
export class PortalAccessService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly contactAccounts: ContactAccounts,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  /** @throws notFound */
  get(contactId: string): Promise<PortalAccessView> {
    return this.transactions.run(async () => {
      const contact = await this.contacts.findOne({ id: contactId });
      if (!contact) throw notFound();
      return this.viewOf(contact);
    });
  }

  /**
   * Gives access in a role and sends the credentials; where there is access already, changes the role only.
   * @throws notFound, accessEmailMissing, accessEmailTaken
   */
  activate(contactId: string, role: PortalRole): Promise<PortalAccessView> {
    return this.locked(contactId, async (contact) => {
      const step = stepTowards(role, await this.contactAccounts.of(contactId));
      if (step === 'INVITE') {
        await this.contactAccounts.invite(contact, role);
        await this.record('activated', contactId, { role });
      } else if (step === 'CHANGE_ROLE') {
        await this.accounts.changeRole(contactId, role);
        await this.record('role-changed', contactId, { role });
      }
      return this.viewOf(contact);
    });
  }

  /** Ends the access and every session at once; once more is fine. @throws notFound, accessNone */
  deactivate(contactId: string): Promise<void> {
    return this.locked(contactId, async () => {
      const account = await this.contactAccounts.of(contactId);
      if (!account) throw accessNone();
      if (!canEnd(account)) return;
      await this.accounts.deactivate(contactId);
      await this.record('deactivated', contactId);
    });
  }

  /** Sends new credentials; those sent before are void. @throws notFound, notInvited */
  resendCredentials(contactId: string): Promise<PortalAccessView> {
    return this.locked(contactId, async (contact) => {
      if (!awaitsCredentials(await this.contactAccounts.of(contactId))) throw notInvited();
      await this.accounts.resendCredentials(contactId);
      await this.record('credentials-sent', contactId);
      return this.viewOf(contact);
    });
  }

  private locked<T>(id: string, work: (contact: Contact) => Promise<T>): Promise<T> {
    return this.transactions.run(async () => {
      const contact = await this.contacts.lock({ id });
      if (!contact) throw notFound();
      return work(contact);
    });
  }

  private async viewOf({ id, email }: Contact): Promise<PortalAccessView> {
    const account = await this.contactAccounts.of(id);
    const byLink = await this.mailer.latest(credentialsMail, id);
    const byPassword = await this.mailer.latest(initialPasswordMail, id);
    return accessView(email, account, [byLink, byPassword]);
  }

  private record(what: string, objectId: string, changes: object = {}): Promise<void> {
    const action = `portal-access.${what}`;
    return this.audit.record({ action, objectType: 'Contact', objectId, changes: { ...changes } });
  }
}
