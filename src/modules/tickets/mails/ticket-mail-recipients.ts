import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import type { MailTemplate } from '../../../mail/mail-template';
import { ContactsReader, type MailRecipient } from '../../contacts';
import type { Ticket } from '../ticket.entity';
import { TicketWatchers } from '../watchers/ticket-watchers';
import { ticketMergedMail, ticketReceivedMail, ticketStatusMail } from './ticket.mail';

const WRITERS = `
  SELECT DISTINCT c.author_id AS id FROM ticket_comments c
  WHERE ${tenantCondition('c')} AND c.ticket_id = $2 AND c.author_kind = 'CONTACT'`;

/** Who gets a mail about a ticket, as things are now: asked when it is queued, and again when it is sent. */
@Injectable()
export class TicketMailRecipients {
  constructor(
    private readonly transactions: TransactionService,
    private readonly contacts: ContactsReader,
    private readonly watchers: TicketWatchers,
  ) {}

  /** The receipt concerns only whose ticket it is; what follows those who watch it as well, and main users who joined in. */
  async of(ticket: Ticket, template: MailTemplate): Promise<MailRecipient[]> {
    const { customerId, contactId } = ticket;
    // Whose it was may have left, or is forgotten: somebody has to hear of it.
    const isOfCompany =
      contactId === null || (await this.contacts.contact(contactId))?.customerId !== customerId;
    if (template === ticketReceivedMail) {
      return this.contacts.ticketMailRecipients(customerId, {
        concerned: isOfCompany ? [] : [contactId],
        isOfCompany,
      });
    }
    return this.contacts.ticketMailRecipients(customerId, {
      concerned: await this.watchers.andContactOf(ticket),
      writers: await this.writersOf(ticket.id),
      isOfCompany,
      isImportant: template === ticketStatusMail || template === ticketMergedMail,
    });
  }

  private async writersOf(ticketId: string): Promise<string[]> {
    const writers = await this.transactions.query<{ id: string }>(WRITERS, [
      this.transactions.tenantId,
      ticketId,
    ]);
    return writers.map(({ id }) => id);
  }
}
