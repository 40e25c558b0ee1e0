import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditVerb } from '../../../platform/audit/audited';
import type { PortalRole } from '../../../platform/context/actor';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { notFound } from '../../../platform/errors';
import { type MailDelivery, Mailer } from '../../../mail/mailer';
import { AccountsService, notInvited } from '../../auth';
import { Contact } from '../contact.entity';
import { ContactAccounts } from '../contact-accounts';
import { accessNone, contactErased } from '../contacts.errors';
import { customerChanged } from '../customer.events';
import { CustomersService } from '../customers/customers.service';
import { CREDENTIALS_MAILS } from './credentials-mails';
import { accessView, type PortalAccessView } from './portal-access';
import { awaitsCredentials, canEnd, type GiveOutcome, outcomeOf, stepTowards } from './portal-access.policy';

/** What has become of one of many, or would. */
export interface GivenAccess {
  readonly contactId: string;
  readonly outcome: GiveOutcome;
  /** When the mail leaves. */
  readonly mailAt: Date | null;
}

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
    private readonly customers: CustomersService,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
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
   * @throws notFound, customerArchived, accessEmailMissing, accessEmailTaken
   */
  activate(contactId: string, role: PortalRole): Promise<PortalAccessView> {
    return this.locked(contactId, async (contact) => {
      await this.customers.current(contact.customerId);
      const account = await this.contactAccounts.of(contactId);
      const step = stepTowards(role, account);
      if (step === 'INVITE') {
        await this.contactAccounts.invite(contact, role);
        await this.record('activated', contact, { role });
      } else if (step === 'CHANGE_ROLE') {
        await this.accounts.changeRole(contactId, role);
        await this.record('role-changed', contact, { role }, { role: account?.role });
      }
      return this.viewOf(contact);
    });
  }

  /** Ends the access and every session at once. Idempotent. @throws notFound, accessNone */
  deactivate(contactId: string): Promise<void> {
    return this.locked(contactId, async (contact) => {
      const account = await this.contactAccounts.of(contactId);
      if (!account) throw accessNone();
      if (!canEnd(account)) return;
      await this.accounts.deactivate(contactId);
      await this.record('deactivated', contact);
    });
  }

  /** Sends new credentials; those sent before are void. @throws notFound, customerArchived, notInvited */
  resendCredentials(contactId: string): Promise<PortalAccessView> {
    return this.locked(contactId, async (contact) => {
      await this.customers.current(contact.customerId);
      if (!awaitsCredentials(await this.contactAccounts.of(contactId))) throw notInvited();
      await this.accounts.resendCredentials(contactId);
      await this.record('credentials-sent', contact);
      return this.viewOf(contact);
    });
  }

  /**
   * One of many: gives access in a role, or sends credentials anew that did not arrive; whoever has access keeps it.
   * @throws notFound, customerArchived, accessEmailTaken
   */
  giveOrSendAgain(contactId: string, role: PortalRole): Promise<GivenAccess> {
    return this.locked(contactId, async (contact) => {
      await this.customers.current(contact.customerId);
      const account = await this.contactAccounts.of(contactId);
      const outcome = outcomeOf(contact, account, await this.credentialsMailOf(contactId));
      if (outcome === 'INVITED') {
        await this.contactAccounts.invite(contact, role, true);
        await this.record('activated', contact, { role });
      } else if (outcome === 'SENT_AGAIN') {
        await this.accounts.resendCredentials(contactId, true);
        await this.record('credentials-sent', contact);
      } else return { contactId, outcome, mailAt: null };
      const { notBefore = null } = (await this.credentialsMailOf(contactId)) ?? {};
      return { contactId, outcome, mailAt: notBefore };
    });
  }

  private locked<T>(id: string, work: (contact: Contact) => Promise<T>): Promise<T> {
    return this.transactions.run(async () => {
      const contact = await this.contacts.lock({ id });
      if (!contact) throw notFound();
      if (contact.erasedAt !== null) throw contactErased();
      return work(contact);
    });
  }

  private async viewOf({ id, email }: Contact): Promise<PortalAccessView> {
    const account = await this.contactAccounts.of(id);
    return accessView(email, account, await this.credentialsMailOf(id));
  }

  private async credentialsMailOf(id: string): Promise<MailDelivery | undefined> {
    return (await this.mailer.newest(CREDENTIALS_MAILS, [id])).get(id);
  }

  private async record(
    what: AuditVerb<'portal-access'>,
    { id: objectId, customerId }: Contact,
    changes: object = {},
    before?: object,
  ): Promise<void> {
    const action = `portal-access.${what}` as const;
    await this.audit.record({ action, objectType: 'Contact', objectId, changes: { ...changes }, before });
    await this.events.publish(customerChanged, {
      customerId,
      visibility: what === 'credentials-sent' ? 'INTERNAL' : 'PUBLIC',
    });
  }
}
