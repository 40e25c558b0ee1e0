import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PortalRole } from '../../../platform/context/actor';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { DomainError, notFound } from '../../../platform/errors';
import { Mailer } from '../../../mail/mailer';
import { emailKey } from '../../../platform/text/email-address';
import { AccountsService, notInvited } from '../../auth';
import { Contact } from '../contact.entity';
import { accessEmailTaken, contactErased, customerArchived } from '../contacts.errors';
import { CustomerArchive } from '../customers/customer-archive';
import { CREDENTIALS_MAILS } from './credentials-mails';
import { type GiveOutcome, outcomeOf } from './portal-access.policy';
import { type GivenAccess, PortalAccessService } from './portal-access.service';

/** What one of many meets without harm to the others, e.g. because a colleague was faster. */
const OUTCOME_OF_ERROR: Readonly<Record<string, GiveOutcome>> = {
  [notFound.code]: 'UNKNOWN',
  [contactErased.code]: 'UNKNOWN',
  [accessEmailTaken.code]: 'EMAIL_TAKEN',
  [customerArchived.code]: 'CUSTOMER_ARCHIVED',
  [notInvited.code]: 'UNCHANGED',
};

/** Kundenportal-Zugang for many contacts at once. Idempotent. */
@Injectable()
export class SeveralAccesses {
  constructor(
    private readonly transactions: TransactionService,
    private readonly access: PortalAccessService,
    private readonly accounts: AccountsService,
    private readonly archive: CustomerArchive,
    private readonly mailer: Mailer,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  /** What would become of each; takes the same few statements, however many they are. */
  preview(contactIds: readonly string[]): Promise<GivenAccess[]> {
    return this.transactions.run(async () => {
      const ids = [...new Set(contactIds)];
      const contacts = ids.length > 0 ? await this.contacts.find({ id: In(ids) }) : [];
      const archived = await this.archive.archivedAmong(contacts.map(({ customerId }) => customerId));
      const byId = new Map(contacts.map((contact) => [contact.id, contact]));
      const accounts = await this.accounts.viewsOf(ids);
      const mails = await this.mailer.newest(CREDENTIALS_MAILS, ids);
      const holders = await this.accounts.byEmails(contacts.flatMap(({ email }) => email ?? []));
      return ids.map((contactId) => {
        const contact = byId.get(contactId);
        if (!contact || contact.erasedAt !== null) return { contactId, outcome: 'UNKNOWN', mailAt: null };
        if (archived.has(contact.customerId))
          return { contactId, outcome: 'CUSTOMER_ARCHIVED', mailAt: null };
        const outcome = outcomeOf(contact, accounts.get(contactId), mails.get(contactId));
        const holder = contact.email ? holders.get(emailKey(contact.email)) : undefined;
        const isTaken = outcome === 'INVITED' && holder !== undefined && holder.id !== contactId;
        return { contactId, outcome: isTaken ? 'EMAIL_TAKEN' : outcome, mailAt: null };
      });
    });
  }

  /** One after the other, each whole by itself: nobody waits for another's row, and what is done stays. */
  async give(contactIds: readonly string[], role: PortalRole): Promise<GivenAccess[]> {
    const given: GivenAccess[] = [];
    for (const contactId of new Set(contactIds)) given.push(await this.giveOne(contactId, role));
    return given;
  }

  private async giveOne(contactId: string, role: PortalRole): Promise<GivenAccess> {
    try {
      return await this.access.giveOrSendAgain(contactId, role);
    } catch (error) {
      const outcome = error instanceof DomainError ? OUTCOME_OF_ERROR[error.code] : undefined;
      if (!outcome) throw error;
      return { contactId, outcome, mailAt: null };
    }
  }
}
