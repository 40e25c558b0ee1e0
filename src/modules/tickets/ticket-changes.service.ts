import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database/transaction.service';
import { preconditionFailed } from '../../platform/errors';
import { ActorTickets } from './actor-tickets';
import { TicketHistory } from './history/ticket-history';
import type { TicketHistoryEvent } from './history/ticket-history-entry.entity';
import type { Ticket, TicketPriority } from './ticket.entity';
import { TicketPartiesReader } from './ticket-parties';
import type { TicketStatus } from './ticket-status';
import { TicketWorkflow } from './ticket-workflow';

/** What staff change; what is absent stays. */
export interface TicketChanges {
  readonly subject?: string;
  readonly status?: TicketStatus;
  readonly priority?: TicketPriority;
  readonly category?: string | null;
  readonly assigneeId?: string | null;
}

const RECORDED_AS = {
  subject: 'SUBJECT_CHANGED',
  priority: 'PRIORITY_CHANGED',
  category: 'CATEGORY_CHANGED',
} as const satisfies Record<string, TicketHistoryEvent>;

/** The work of staff on a ticket. */
@Injectable()
export class TicketChangesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly parties: TicketPartiesReader,
    private readonly history: TicketHistory,
    private readonly workflow: TicketWorkflow,
  ) {}

  /**
   * @param version the state that the caller has read; `ANY` where nobody else can have changed it
   * @throws notFound, preconditionFailed, transitionForbidden, assigneeUnknown
   */
  change(
    id: string,
    version: number | 'ANY',
    { status, assigneeId, ...values }: TicketChanges,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const ticket = await this.tickets.lock(id);
      if (version !== 'ANY' && ticket.version !== version) throw preconditionFailed();
      const now = new Date();
      await this.setValues(ticket, values, now);
      if (assigneeId !== undefined) await this.assign(ticket, assigneeId, now);
      if (status !== undefined) await this.workflow.move(ticket, status, 'DECISION', now);
      ticket.noteActivity(now);
      await this.tickets.save(ticket);
    });
  }

  private async setValues(
    ticket: Ticket,
    values: Pick<TicketChanges, keyof typeof RECORDED_AS>,
    at: Date,
  ): Promise<void> {
    for (const name of ['subject', 'priority', 'category'] as const) {
      const to = values[name];
      const from = ticket[name];
      if (to === undefined || to === from) continue;
      Object.assign(ticket, { [name]: to });
      await this.history.record(ticket.id, RECORDED_AS[name], { at, from, to });
    }
  }

  private async assign(ticket: Ticket, assigneeId: string | null, at: Date): Promise<void> {
    const before = ticket.assigneeId;
    if (assigneeId === before) return;
    const to = assigneeId === null ? null : await this.parties.assigneeName(assigneeId);
    const from = before === null ? null : await this.parties.staffName(before);
    ticket.assigneeId = assigneeId;
    await this.history.record(ticket.id, 'ASSIGNED', { at, from, to });
  }
}
