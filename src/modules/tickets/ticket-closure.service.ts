import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { TransactionService } from '../../platform/database';
import { SettingsService } from '../tenants';
import { ActorTickets } from './actor-tickets';
import { mayCloseAndReopen, mayManage } from './ticket.policy';
import { isRunning } from './ticket-status';
import { TicketWorkflow } from './ticket-workflow';
import { closingNotAllowed, notOwnTicket } from './tickets.errors';

/** Contacts close and reopen tickets themselves, where the tenant lets them. Both are idempotent. */
@Injectable()
export class TicketClosureService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly settings: SettingsService,
    private readonly workflow: TicketWorkflow,
  ) {}

  /** @throws notFound, notOwnTicket, closingNotAllowed */
  close(id: string): Promise<void> {
    return this.move(id, 'CLOSED');
  }

  /** What is resolved or closed goes back to work. @throws notFound, notOwnTicket, closingNotAllowed, ticketMerged */
  reopen(id: string): Promise<void> {
    return this.move(id, 'IN_PROGRESS');
  }

  private move(id: string, to: 'CLOSED' | 'IN_PROGRESS'): Promise<void> {
    return this.transactions.run(async () => {
      const ticket = await this.tickets.lock(id);
      if (!mayManage(currentActor(), ticket)) throw notOwnTicket();
      if (!mayCloseAndReopen(currentActor(), await this.settings.current())) throw closingNotAllowed();
      const done = to === 'CLOSED' ? ticket.status === 'CLOSED' : isRunning(ticket.status);
      if (done) return;
      await this.workflow.move(ticket, to, 'DECISION', new Date());
      await this.tickets.save(ticket);
    });
  }
}
