import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { currentContext, type Language } from '../../platform/context/context';
import {
  InjectTenantRepository,
  queryByIds,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { byText, comparisonKey } from '../../platform/text/comparison-key';
import { AccountsService } from '../auth';
import { wants } from './company-mails';
import { ContactAccounts } from './contact-accounts';
import { Contact } from './contact.entity';

export interface CustomerName {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface ContactName {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
}

export interface ContactSummary extends ContactName {
  readonly email: string | null;
  /** In which mails to them are: their own or the tenant's. */
  readonly language: Language;
}

/** The recipient of a mail. */
export interface MailRecipient {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
}

/** A contact with active access: what the contact may see follows from it. */
export interface ActiveRecipient extends MailRecipient {
  readonly customerId: string;
  readonly role: string;
}

/** Whom a mail about a ticket concerns. */
export interface TicketMailing {
  /** Whose it is, and who watches it. */
  readonly concerned: readonly string[];
  /** Those of the company who have written to it. */
  readonly writers?: readonly string[];
  /** Nobody's name is on it: it is all main users'. */
  readonly isOfCompany: boolean;
  readonly isImportant?: boolean;
}

/** What other modules may ask about customers and contacts of the tenant. */
@Injectable()
export class ContactsReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly contactAccounts: ContactAccounts,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  async customer(id: string): Promise<(CustomerName & { readonly isArchived: boolean }) | undefined> {
    const [customer] = await queryByIds<CustomerName & { isArchived: boolean }>(
      this.transactions,
      `SELECT id, number, name, archived_at IS NOT NULL AS "isArchived"
       FROM customers t WHERE ${tenantCondition('t')} AND id = ANY($2::uuid[])`,
      [id],
    );
    return customer;
  }

  /** Unknown ids are absent. */
  async customerNames(ids: readonly string[]): Promise<ReadonlyMap<string, CustomerName>> {
    const found = await queryByIds<CustomerName>(
      this.transactions,
      `SELECT id, number, name FROM customers t WHERE ${tenantCondition('t')} AND id = ANY($2::uuid[])`,
      ids,
    );
    return new Map(found.map((customer) => [customer.id, customer]));
  }

  /** How many people of a company have access, also with an invitation. */
  withAccess(customerId: string): Promise<number> {
    return this.accounts.countOf(customerId);
  }

  /** By number, whichever way it is spelled; unknown numbers are absent. */
  async customerIds(numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await queryByIds<{ key: string; id: string }>(
      this.transactions,
      `SELECT number_key AS key, id FROM customers t WHERE ${tenantCondition('t')} AND number_key = ANY($2::text[])`,
      numbers.map(comparisonKey),
    );
    return byText(numbers, found);
  }

  contact(id: string): Promise<ContactSummary | undefined> {
    return this.transactions.run(async () => {
      const contact = await this.contacts.findOne({ id });
      if (!contact || contact.erasedAt) return undefined;
      const { customerId, name, email } = contact;
      return { id, customerId, name, email, language: await this.contactAccounts.languageOf(contact) };
    });
  }

  /** Unknown ids are absent. */
  async contactNames(ids: readonly string[]): Promise<ReadonlyMap<string, ContactName>> {
    const found = await this.named(`concat_ws(' ', first_name, last_name)`, ids);
    return new Map(found.map((contact) => [contact.id, contact]));
  }

  /** As `contactNames`, for what must be kept as it was: also of those who are forgotten. */
  async namesInRecords(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.named(`coalesce(kept_name, concat_ws(' ', first_name, last_name))`, ids);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** Not queried for the caller, whose session has it. @param name SQL */
  private async named(name: string, ids: readonly string[]): Promise<ContactName[]> {
    const acting = currentContext()?.actor;
    const found = await queryByIds<ContactName>(
      this.transactions,
      `SELECT id, customer_id AS "customerId", ${name} AS name
       FROM contacts t WHERE ${tenantCondition('t')} AND id = ANY($2::uuid[])`,
      ids.filter((id) => id !== acting?.id),
    );
    if (acting?.kind !== 'CONTACT' || !ids.includes(acting.id)) return found;
    return [...found, { id: acting.id, customerId: acting.customerId, name: acting.name }];
  }

  /** Somebody to whom mails may go, whatever they are about: their access is active. */
  activeRecipient(contactId: string): Promise<ActiveRecipient | undefined> {
    return this.transactions.run(async () => {
      const contact = await this.contacts.findOne({ id: contactId });
      const account = contact && (await this.contactAccounts.of(contactId));
      if (!contact?.email || !account?.isActive) return undefined;
      const { customerId, name, email: address } = contact;
      const language = await this.contactAccounts.languageOf(contact);
      return { id: contactId, customerId, role: account.role, name, address, language };
    });
  }

  /**
   * Who gets a mail about a ticket, as far as their access is active and they want such mails: those whom it concerns, and of the
   * main users those who have written to it or want to hear of the company's; all of them where the ticket is the company's own.
   */
  ticketMailRecipients(customerId: string, ticket: TicketMailing): Promise<MailRecipient[]> {
    const { concerned, writers = [], isOfCompany, isImportant = false } = ticket;
    return this.transactions.run(async () => {
      const roles = await this.rolesOf(customerId);
      const isMainUser = (id: string): boolean => roles.get(id) === 'MAIN_USER';
      const ids = [...roles.keys()].filter((id) => concerned.includes(id) || isMainUser(id));
      const contacts = ids.length > 0 ? await this.contacts.find({ id: In(ids), ticketMails: true }) : [];
      const isMeant = ({ id, companyMails }: Contact): boolean =>
        concerned.includes(id) || isOfCompany || writers.includes(id) || wants(companyMails, isImportant);
      const recipients: MailRecipient[] = [];
      for (const contact of contacts.filter(isMeant)) {
        const { id, name, email: address } = contact;
        const language = await this.contactAccounts.languageOf(contact);
        if (address) recipients.push({ id, name, address, language });
      }
      return recipients;
    });
  }

  /**
   * The ids of the main users who want a mail about something of a colleague's; of all main users where that colleague has no
   * access any more, as somebody has to hear of it.
   */
  companyMailRecipients(customerId: string, ownerId: string, isImportant: boolean): Promise<string[]> {
    return this.transactions.run(async () => {
      const roles = await this.rolesOf(customerId);
      const mainUsers = [...roles].filter(([, role]) => role === 'MAIN_USER').map(([id]) => id);
      const contacts = mainUsers.length > 0 ? await this.contacts.find({ id: In(mainUsers) }) : [];
      const isWanted = ({ companyMails }: Contact): boolean => wants(companyMails, isImportant);
      return contacts.filter((contact) => !roles.has(ownerId) || isWanted(contact)).map(({ id }) => id);
    });
  }

  /** Of those of a company whose access is active, by id. */
  private async rolesOf(customerId: string): Promise<ReadonlyMap<string, string>> {
    const accounts = await this.accounts.activeOf(customerId);
    return new Map(accounts.map(({ id, role }) => [id, role]));
  }
}
