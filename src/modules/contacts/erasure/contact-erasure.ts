import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { AuditLog } from '../../../platform/audit/audit-log';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { IdempotencyService } from '../../../platform/http/idempotency/idempotency.service';
import { emailKey } from '../../../platform/text/email-address';
import { Mailer } from '../../../mail/mailer';
import { AccountsService } from '../../auth';
import { SettingsService } from '../../tenants';
import { changesOf, customerChanged } from '../customer.events';
import { Contact } from '../contact.entity';

/** Stands where the name was; nobody is told apart by it. */
const NAMELESS = { de: 'Gelöschte Person', en: 'Deleted person' };

const DUE = `SELECT t.id FROM contacts t WHERE ${tenantCondition('t')} AND t.kept_until < current_date`;
const KEEP = `
  UPDATE contacts t SET kept_name = CASE WHEN $3::date IS NULL THEN NULL ELSE t.kept_name END, kept_until = $3,
    version = t.version + 1
  WHERE ${tenantCondition('t')} AND t.id = $2`;

/** What the person was called and where, and what stands there now. */
export interface ErasedPerson {
  readonly id: string;
  /** Where the person is, and has been before. */
  readonly customerIds: readonly string[];
  readonly name: string;
  /** Of the address, as it is compared; null where there was none. */
  readonly emailKey: string | null;
  readonly nameless: string;
}

/** Forgets people; each call joins the transaction of its caller. */
@Injectable()
export class ContactErasure {
  constructor(
    private readonly transactions: TransactionService,
    private readonly settings: SettingsService,
    private readonly accounts: AccountsService,
    private readonly mailer: Mailer,
    private readonly answers: IdempotencyService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  /**
   * Takes everything about the person out of the contact and the access.
   * @param contact is held
   * @param keptUntil the last day on which orders must name the person; null where there are none
   */
  async erase(contact: Contact, keptUntil: string | null): Promise<ErasedPerson> {
    const { id, customerId, formerCustomerIds, name, email } = contact;
    const nameless = await this.nameless();
    Object.assign(contact, {
      firstName: null,
      lastName: nameless,
      email: null,
      emailKey: null,
      phone: null,
      mobile: null,
      position: null,
      language: null,
      notes: null,
      ticketMails: false,
      companyMails: 'MINE',
      erasedAt: new Date(),
      keptName: keptUntil === null ? null : name,
      keptUntil,
    });
    await this.contacts.update(contact);
    await this.accounts.erase(id, nameless);
    await this.mailer.forgetAbout(id);
    await this.answers.forgetOf(id);
    await this.audit.record({ action: 'contact.erased', objectType: 'Contact', objectId: id });
    const customerIds = [customerId, ...formerCustomerIds];
    this.events.publishAll(customerChanged, changesOf(customerIds, 'PUBLIC'));
    return { id, customerIds, name, emailKey: email === null ? null : emailKey(email), nameless };
  }

  /** The ids of those whose names are kept no longer, as it was when they were erased. */
  async due(): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(DUE, [this.transactions.tenantId]);
    return rows.map(({ id }) => id);
  }

  /** Keeps the name of somebody who is erased until another day; null: not at all any more. */
  async keep(id: string, until: string | null): Promise<void> {
    await this.transactions.current.query(KEEP, [this.transactions.tenantId, id, until]);
  }

  /** The ids of those who were erased since then. */
  async erasedSince(moment: Date): Promise<string[]> {
    const contacts = await this.contacts.find({ erasedAt: MoreThan(moment) });
    return contacts.map(({ id }) => id);
  }

  /** What stands where the name was. */
  async nameless(): Promise<string> {
    return NAMELESS[(await this.settings.current()).defaultLanguage];
  }
}
