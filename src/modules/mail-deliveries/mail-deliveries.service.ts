import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { currentActor } from '../../platform/context/context';
import { TransactionService } from '../../platform/database';
import { notFound } from '../../platform/errors';
import type { Page, PageRequest } from '../../platform/http/paging/keyset-list';
import type { MailState } from '../../mail/outgoing-mail.entity';
import { type TracedMail, UndeliveredMails } from '../../mail/undelivered-mails';
import { ContactsReader } from '../contacts';
import { StaffReader } from '../staff';

/** Whom a mail concerns, with the name of today. */
export interface MailPerson {
  readonly kind: 'CONTACT' | 'STAFF';
  readonly id: string;
  readonly name: string;
  readonly customerId: string | null;
}

export interface Addressed<Found> {
  readonly found: Found;
  readonly recipientOf: (mail: TracedMail) => MailPerson | null;
}

/** Mails that have not left: who waits for them, and another attempt. */
@Injectable()
export class MailDeliveriesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly mails: UndeliveredMails,
    private readonly contacts: ContactsReader,
    private readonly staff: StaffReader,
    private readonly audit: AuditLog,
  ) {}

  /** @param states all that are undelivered where absent */
  async page(
    states: readonly MailState[] | undefined,
    query: PageRequest,
  ): Promise<Addressed<Page<TracedMail>>> {
    const found = await this.mails.page(states, query);
    return { found, recipientOf: await this.recipientsOf(found.items) };
  }

  /** @throws notFound */
  async get(id: string): Promise<Addressed<TracedMail>> {
    const found = await this.mails.find(id);
    if (!found) throw notFound();
    return { found, recipientOf: await this.recipientsOf([found]) };
  }

  counts(): Promise<{ readonly failed: number; readonly waiting: number }> {
    return this.mails.counts();
  }

  /** Those that have left meanwhile, and what is none of the tenant's, are left out. */
  resend(ids: readonly string[]): Promise<string[]> {
    return this.transactions.run(async () => {
      const mailIds = await this.mails.resend(ids);
      const { tenantId } = currentActor();
      if (mailIds.length > 0) {
        await this.audit.record({
          action: 'mails.resent',
          objectType: 'Tenant',
          objectId: tenantId,
          changes: { mailIds },
        });
      }
      return mailIds;
    });
  }

  /** The names for a page of mails, in one query for each kind of person. */
  private async recipientsOf(mails: readonly TracedMail[]): Promise<Addressed<unknown>['recipientOf']> {
    const ids = mails.map(({ about }) => about);
    const contacts = await this.contacts.contactNames(ids);
    const staff = await this.staff.names(ids.filter((id) => !contacts.has(id)));
    return ({ about: id }) => {
      const contact = contacts.get(id);
      if (contact) return { kind: 'CONTACT', id, name: contact.name, customerId: contact.customerId };
      const name = staff.get(id);
      return name === undefined ? null : { kind: 'STAFF', id, name, customerId: null };
    };
  }
}
