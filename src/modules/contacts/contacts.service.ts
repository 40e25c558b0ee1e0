import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import type { AuditAction } from '../../platform/audit/audited';
import type { Language } from '../../platform/context/context';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  type TenantRepository,
  TransactionService,
  waitingBriefly,
} from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { NO_PROOF, type Proof } from '../../platform/http/fresh-proof';
import { notFound, preconditionFailed } from '../../platform/errors';
import { changedFields } from '../../platform/changed-fields';
import { emailKey } from '../../platform/text/email-address';
import type { CompanyMails } from './company-mails';
import { ContactAccounts } from './contact-accounts';
import { Contact } from './contact.entity';
import { contactEmailTaken, contactErased } from './contacts.errors';
import { customerChanged } from './customer.events';
import { CustomersService } from './customers/customers.service';

/** What people enter about a contact. */
export interface ContactValues {
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly position: string | null;
  /** Null: the tenant's. */
  readonly language: Language | null;
  readonly notes: string | null;
  readonly ticketMails: boolean;
  readonly companyMails: CompanyMails;
}

export type NewContact = Partial<ContactValues> & Pick<ContactValues, 'lastName'>;

const EMPTY = {
  firstName: null,
  email: null,
  phone: null,
  mobile: null,
  position: null,
  language: null,
  notes: null,
  ticketMails: true,
  companyMails: 'MINE' as const,
};
/** Of what staff keep of a contact; colleagues read the names at tickets and orders, and everybody their own address. */
const SEEN_BY_COLLEAGUES = ['firstName', 'lastName', 'email'];
const DUPLICATES = { contacts_email: () => contactEmailTaken({ pointer: '/email' }) };

@Injectable()
export class ContactsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: CustomersService,
    private readonly accounts: ContactAccounts,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<Contact> {
    const contact = await this.contacts.findOne({ id });
    if (!contact) throw notFound();
    return contact;
  }

  /** Locks the contact until the transaction ends. */
  lock(id: string): Promise<Contact | null> {
    return this.contacts.lock({ id });
  }

  /** As `lock`, for whoever has read this state of somebody who is not forgotten. @throws notFound, preconditionFailed, contactErased */
  async hold(id: string, version: number): Promise<Contact> {
    const contact = await this.lock(id);
    if (!contact) throw notFound();
    if (contact.version !== version) throw preconditionFailed();
    if (contact.erasedAt !== null) throw contactErased();
    return contact;
  }

  /** @throws notFound where there is no such customer, customerArchived, contactEmailTaken */
  create(customerId: string, wanted: NewContact): Promise<Contact> {
    return this.transactions.run(async () => {
      await this.customers.current(customerId);
      const given = changedFields<ContactValues>({ ...EMPTY, lastName: '' }, wanted);
      const contact = await mapUniqueViolation(DUPLICATES, () =>
        this.contacts.insert({ ...EMPTY, ...withKey(given), customerId }),
      );
      await this.record('contact.created', contact, { ...given, customerId });
      return contact;
    });
  }

  /**
   * The portal access follows; once it has been used, another address takes fresh proof.
   * @throws notFound, preconditionFailed, contactErased, contactEmailTaken, contactEmailNeeded, emailTaken, currentPasswordRequired, recordBusy
   */
  update(id: string, version: number, wanted: Partial<ContactValues>, proof: Proof): Promise<Contact> {
    return waitingBriefly(this.transactions, async () => {
      return this.change(await this.hold(id, version), wanted, proof);
    });
  }

  /** What people choose for themselves; nobody else's choice is overwritten by it, so no version is asked for. */
  chooseOwn(
    id: string,
    wanted: Partial<Pick<ContactValues, 'language' | 'ticketMails' | 'companyMails'>>,
  ): Promise<Contact> {
    return this.transactions.run(async () => {
      const contact = await this.lock(id);
      if (!contact) throw notFound();
      return this.change(contact, wanted, NO_PROOF);
    });
  }

  private async change(contact: Contact, wanted: Partial<ContactValues>, proof: Proof): Promise<Contact> {
    const changes = changedFields<ContactValues>(contact, wanted);
    if (Object.keys(changes).length === 0) return contact;
    Object.assign(contact, withKey(changes));
    await mapUniqueViolation(DUPLICATES, () => this.contacts.update(contact));
    await this.accounts.follow(contact, 'email' in changes, proof);
    await this.record('contact.changed', contact, changes);
    return contact;
  }

  private async record(action: AuditAction, { id, customerId }: Contact, changes: object): Promise<void> {
    await this.audit.record({ action, objectType: 'Contact', objectId: id, changes: { ...changes } });
    const isSeen = action === 'contact.changed' && SEEN_BY_COLLEAGUES.some((field) => field in changes);
    await this.events.publish(customerChanged, { customerId, visibility: isSeen ? 'PUBLIC' : 'INTERNAL' });
  }
}

/** An address goes with its key. */
function withKey(values: Partial<ContactValues>): Partial<ContactValues> & Pick<Contact, 'emailKey'> {
  const { email } = values;
  return email === undefined ? values : { ...values, emailKey: email === null ? null : emailKey(email) };
}
