import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { ComposedFor, ComposedMail, QueuedMail } from '../../../mail/composed-mail';
import { Composes } from '../../../mail/composers';
import type { MailTemplate } from '../../../mail/mail-template';
import { ContactsReader } from '../../contacts';
import { MailBrands } from '../../tenants';
import { TicketComment } from '../ticket-comment.entity';
import { Ticket } from '../ticket.entity';
import type { TicketStatus } from '../ticket-status';
import { TicketMailRecipients } from './ticket-mail-recipients';
import {
  statusName,
  ticketMergedMail,
  ticketReceivedMail,
  ticketReplyMail,
  ticketStatusMail,
} from './ticket.mail';

interface MailContext extends Omit<ComposedMail, 'values'> {
  readonly ticket: Ticket;
  readonly common: { name: string; number: string; subject: string; link: string };
}

/**
 * Writes the mails about tickets when they are sent: to nobody who may not see the ticket any more, and saying what was
 * true when it happened.
 */
@Injectable()
export class TicketMailComposer {
  constructor(
    private readonly recipients: TicketMailRecipients,
    private readonly brands: MailBrands,
    private readonly contacts: ContactsReader,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
    @InjectTenantRepository(TicketComment) private readonly comments: TenantRepository<TicketComment>,
  ) {}

  @Composes(ticketReceivedMail)
  async composeReceipt(mail: QueuedMail): Promise<ComposedFor<typeof ticketReceivedMail> | null> {
    const found = await this.loadMailContext(mail, ticketReceivedMail);
    if (!found) return null;
    const { ticket, common, ...rest } = found;
    const { description } = ticket;
    return { ...rest, values: { ...common, description, recordedBy: await this.recorderOf(ticket) } };
  }

  @Composes(ticketReplyMail)
  async composeReply(mail: QueuedMail): Promise<ComposedFor<typeof ticketReplyMail> | null> {
    const found = await this.loadMailContext(mail, ticketReplyMail);
    const comment = await this.comments.findOne({
      id: String(mail.payload.commentId),
      ticketId: String(mail.payload.ticketId),
      visibility: 'PUBLIC',
    });
    if (!found || !comment) return null;
    const { ticket, common, ...rest } = found;
    const status = statusOf(mail, ticket, rest.language);
    return { ...rest, values: { ...common, author: comment.authorName, comment: comment.body, status } };
  }

  @Composes(ticketStatusMail)
  async composeStatus(mail: QueuedMail): Promise<ComposedFor<typeof ticketStatusMail> | null> {
    const found = await this.loadMailContext(mail, ticketStatusMail);
    if (!found) return null;
    const { ticket, common, ...rest } = found;
    return { ...rest, values: { ...common, status: statusOf(mail, ticket, rest.language) } };
  }

  /** Joins both conversations, where mail programs go by references. */
  @Composes(ticketMergedMail)
  async composeMerged(mail: QueuedMail): Promise<ComposedFor<typeof ticketMergedMail> | null> {
    const found = await this.loadMailContext(mail, ticketMergedMail);
    const into = await this.tickets.findOne({ id: String(mail.payload.intoId) });
    if (!found || !into) return null;
    const { ticket, common, ...rest } = found;
    const link = common.link.replace(ticket.id, into.id);
    const conversation = { conversationId: into.id, earlierConversationId: ticket.id };
    return { ...rest, ...conversation, values: { ...common, link, into: into.number } };
  }

  /** Whoever did it for a colleague, who would not know of it. */
  private async recorderOf({ customerId, contactId, createdById, createdByKind }: Ticket): Promise<string> {
    if (createdByKind === 'STAFF' || createdById === contactId) return '';
    const recorder = await this.contacts.contact(createdById);
    return recorder?.customerId === customerId ? recorder.name : '';
  }

  private async loadMailContext(
    { about, payload }: QueuedMail,
    template: MailTemplate,
  ): Promise<MailContext | null> {
    const ticket = await this.tickets.findOne({ id: String(payload.ticketId) });
    if (!ticket) return null;
    const { number } = ticket;
    // Absent in mails from before it went along.
    const subject = String(payload.subject ?? ticket.subject);
    const recipients = await this.recipients.of(ticket, template);
    const recipient = recipients.find(({ id }) => id === about);
    if (!recipient) return null;
    const { brand, portalUrl } = await this.brands.current();
    const { name, address, language } = recipient;
    return {
      to: { name, address },
      language,
      brand,
      conversationId: ticket.id,
      ticket,
      common: { name, number, subject, link: `${portalUrl}/tickets/${ticket.id}` },
    };
  }
}

/** The one that was chosen, as whoever gets the mail reads it; empty where none was. */
function statusOf(
  { about, payload: { to } }: QueuedMail,
  { contactId }: Ticket,
  language: 'de' | 'en',
): string {
  return to === undefined ? '' : statusName(to as TicketStatus, language, about === contactId);
}
