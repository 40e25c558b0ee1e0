import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { EventEnvelope, EventOf } from '../../../platform/events/domain-event';
import { OnEvent } from '../../../platform/events/event-handlers';
import type { MailPayload } from '../../../mail/composed-mail';
import type { MailTemplate } from '../../../mail/mail-template';
import { Mailer } from '../../../mail/mailer';
import {
  ticketCommented,
  ticketCreated,
  ticketMerged,
  ticketMoved,
  ticketStatusChanged,
} from '../events/ticket.events';
import { Ticket } from '../ticket.entity';
import { isRunning } from '../ticket-status';
import { TicketMailRecipients } from './ticket-mail-recipients';
import { ticketMergedMail, ticketReceivedMail, ticketReplyMail, ticketStatusMail } from './ticket.mail';

/**
 * Decides which mails an event brings about; what is internal brings about none. The subject goes along as it was then;
 * everything else that mails say of a ticket never changes.
 */
@Injectable()
export class TicketMailQueue {
  constructor(
    private readonly mailer: Mailer,
    private readonly recipients: TicketMailRecipients,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
  ) {}

  /** The receipt goes to whose ticket it is, even if they wrote it themselves. */
  @OnEvent(ticketCreated)
  async onCreated(event: EventOf<typeof ticketCreated>): Promise<void> {
    const { ticketId, subject } = event;
    await this.queue(ticketReceivedMail, event, { ticketId, subject });
  }

  /** For the new customer it is as if it had just been recorded, unless it is done; the former one gets no mail. */
  @OnEvent(ticketMoved)
  async onMoved(event: EventOf<typeof ticketMoved>): Promise<void> {
    const { ticketId, subject } = event;
    const ticket = await this.tickets.findOne({ id: ticketId });
    if (!ticket || !isRunning(ticket.status)) return;
    await this.queue(ticketReceivedMail, event, { ticketId, subject });
  }

  @OnEvent(ticketCommented)
  async onCommented(event: EventOf<typeof ticketCommented>): Promise<void> {
    const { ticketId, subject, commentId, visibility, status, actorId } = event;
    if (visibility !== 'PUBLIC') return;
    const payload = { ticketId, subject, commentId, ...(status && { to: status }) };
    await this.queue(ticketReplyMail, event, payload, actorId);
  }

  /** A status that a comment brought about needs no mail beside the comment's. */
  @OnEvent(ticketStatusChanged)
  async onStatusChanged(event: EventOf<typeof ticketStatusChanged>): Promise<void> {
    const { ticketId, subject, to, cause, actorId } = event;
    if (cause === 'REPLY') return;
    const payload = { ticketId, subject, to };
    await this.queue(ticketStatusMail, event, payload, actorId);
  }

  /** To those who had the ticket that ends: where it goes on. */
  @OnEvent(ticketMerged)
  async onMerged(event: EventOf<typeof ticketMerged>): Promise<void> {
    const { ticketId, subject, intoId, actorId } = event;
    await this.queue(ticketMergedMail, event, { ticketId, subject, intoId }, actorId);
  }

  /** @param actorId who did it knows of it anyhow */
  private async queue(
    template: MailTemplate,
    { eventId }: EventEnvelope,
    payload: MailPayload & { readonly ticketId: string },
    actorId?: string,
  ): Promise<void> {
    const ticket = await this.tickets.findOne({ id: payload.ticketId });
    if (!ticket) return;
    for (const { id } of await this.recipients.of(ticket, template)) {
      if (id === actorId) continue;
      await this.mailer.queue({ template, about: id, payload, dedupeKey: `${eventId}:${id}` });
    }
  }
}
