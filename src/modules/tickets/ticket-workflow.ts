import { Injectable } from '@nestjs/common';
import { EventPublisher } from '../../platform/events/event-publisher';
import { ticketStatusChanged } from './events/ticket.events';
import { TicketHistory } from './history/ticket-history';
import type { Ticket } from './ticket.entity';
import { nameOfMove, type TicketStatus } from './ticket-status';

/** Moves a ticket to another status, with everything that belongs to it but saving the ticket. */
@Injectable()
export class TicketWorkflow {
  constructor(
    private readonly history: TicketHistory,
    private readonly events: EventPublisher,
  ) {}

  /** Does nothing where the ticket is there already. @throws transitionForbidden */
  async move(ticket: Ticket, to: TicketStatus, cause: 'DECISION' | 'REPLY', now: Date): Promise<void> {
    const from = ticket.status;
    if (from === to) return;
    ticket.moveTo(to, now);
    await this.history.record(ticket.id, nameOfMove(from, to), { at: now, from, to });
    const { id: ticketId, subject } = ticket;
    await this.events.publish(ticketStatusChanged, { ticketId, subject, from, to, cause });
  }
}
