import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import { preconditionFailed } from '../../platform/errors';
import { ActorTickets } from './actor-tickets';
import { TicketCategoryNames } from './categories/ticket-category-names';
import { TicketHistory } from './history/ticket-history';
import { type Ticket, TICKET_VALUES, type TicketValues } from './ticket.entity';
import { TicketPartiesReader } from './ticket-parties';
import type { TicketStatus } from './ticket-status';
import { TicketWorkflow } from './ticket-workflow';

/** What staff change; what is absent stays. */
export interface TicketChanges extends Readonly<TicketValues> {
  readonly status?: TicketStatus;
  readonly categoryId?: string | null;
  readonly assigneeId?: string | null;
}

/** The work of staff on a ticket. */
@Injectable()
export class TicketChangesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly parties: TicketPartiesReader,
    private readonly categories: TicketCategoryNames,
    private readonly history: TicketHistory,
    private readonly workflow: TicketWorkflow,
  ) {}

  /**
   * @param version the state that the caller has read; `ANY` where nobody else can have changed it
   * @throws notFound, preconditionFailed, transitionForbidden, categoryUnknown, assigneeUnknown
   */
  change(
    id: string,
    version: number | 'ANY',
    { status, assigneeId, categoryId, ...values }: TicketChanges,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const ticket = await this.tickets.lock(id);
      if (version !== 'ANY' && ticket.version !== version) throw preconditionFailed();
      const now = new Date();
      await this.setValues(ticket, values, now);
      if (categoryId !== undefined) await this.categorise(ticket, categoryId, now);
      if (assigneeId !== undefined) await this.assign(ticket, assigneeId, now);
      if (status !== undefined) await this.workflow.move(ticket, status, 'DECISION', now);
      ticket.noteActivity(now);
      await this.tickets.save(ticket);
    });
  }

  private async setValues(ticket: Ticket, values: TicketValues, at: Date): Promise<void> {
    for (const { name, event, visibility } of TICKET_VALUES) {
      const to = values[name];
      const from = ticket[name];
      if (to === undefined || to === from) continue;
      Object.assign(ticket, { [name]: to });
      await this.history.record(ticket.id, event, { at, from, to, visibility });
    }
  }

  /** Contacts see what it is now where they see the category, but not who changed it. */
  private async categorise(ticket: Ticket, categoryId: string | null, at: Date): Promise<void> {
    const before = ticket.categoryId;
    if (categoryId === before) return;
    const to = categoryId === null ? undefined : await this.categories.chosen(categoryId);
    const from = before === null ? undefined : await this.categories.stored(before);
    ticket.categoryId = categoryId;
    const seen = from?.shownToCustomers === true || to?.shownToCustomers === true;
    await this.history.record(ticket.id, 'CATEGORY_CHANGED', {
      at,
      from: from?.name,
      to: to?.name,
      visibility: seen ? 'PUBLIC' : 'INTERNAL',
    });
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
