import { Injectable } from '@nestjs/common';
import { oneOf } from '../../platform/database/one-of';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { tenantCondition } from '../../platform/database/tenant-scope';
import { TransactionService } from '../../platform/database/transaction.service';
import { Ticket } from './ticket.entity';
import { TicketWatchers } from './watchers/ticket-watchers';
import { RUNNING_STATUSES, type TicketStatus } from './ticket-status';

export interface TicketSummary {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly updatedAt: Date;
}

/** Who may learn of a ticket, besides staff. */
export interface TicketAudience {
  readonly customerId: string;
  /** Null where staff recorded it for the company. */
  readonly contactId: string | null;
  /** Contacts who watch it. */
  readonly watcherIds: readonly string[];
}

const RUNNING_OF_CUSTOMER = `
  SELECT t.id, t.number, t.subject, t.status, t.updated_at AS "updatedAt" FROM tickets t
  WHERE ${tenantCondition('t')} AND t.customer_id = $2 AND ${oneOf('t.status', RUNNING_STATUSES)}
  ORDER BY t.public_activity_at DESC, t.id DESC`;

/** What other modules may ask about tickets, on behalf of staff. */
@Injectable()
export class TicketsReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly watchers: TicketWatchers,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
  ) {}

  /** Nothing where there is no such ticket. */
  async audienceOf(id: string): Promise<TicketAudience | undefined> {
    const ticket = await this.tickets.findOne({ id });
    if (!ticket) return undefined;
    const { customerId, contactId } = ticket;
    return { customerId, contactId, watcherIds: await this.watchers.of(id) };
  }

  /** The running tickets of a customer, those with the latest activity first. */
  async openTicketsOf(customerId: string, limit: number): Promise<TicketSummary[]> {
    return this.transactions.query<TicketSummary>(`${RUNNING_OF_CUSTOMER} LIMIT ${limit}`, [
      this.transactions.tenantId,
      customerId,
    ]);
  }
}
