import { Injectable } from '@nestjs/common';
import { EventPublisher } from '../../platform/events/event-publisher';
import { ticketStatusChanged } from './events/ticket.events';
import { StaffReader } from '../staff';
import { TicketHistory } from './history/ticket-history';
import type { Ticket } from './ticket.entity';
import { nameOfMove, type TicketStatus } from './ticket-status';

/** Moves a ticket to another status, with everything that belongs to it but saving the ticket. */
@Injectable()
export class TicketWorkflow {
  constructor(
    private readonly history: TicketHistory,
    private readonly events: EventPublisher,
    private readonly staff: StaffReader,
  ) {}

  /** Does nothing where the ticket is there already. @throws transitionForbidden, ticketMerged */
  async move(ticket: Ticket, to: TicketStatus, cause: 'DECISION' | 'REPLY', now: Date): Promise<void> {
    const from = ticket.status;
    if (from === to) return;
    ticket.moveTo(to, now);
    const name = nameOfMove(from, to);
    await this.history.record(ticket.id, name, { at: now, from, to });
    if (name === 'REOPENED') await this.freeFromAbsent(ticket, now);
    const { id: ticketId, subject } = ticket;
    await this.events.publish(ticketStatusChanged, { ticketId, subject, from, to, cause });
  }

  /** Whoever had it has left meanwhile: it waits for anybody. */
  private async freeFromAbsent(ticket: Ticket, at: Date): Promise<void> {
    const { id, assigneeId } = ticket;
    if (assigneeId === null || (await this.staff.isAvailable(assigneeId))) return;
    const from = (await this.staff.names([assigneeId])).get(assigneeId);
    ticket.assigneeId = null;
    await this.history.record(id, 'ASSIGNED', { at, from, to: null });
  }
}
