import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  oneOf,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { bestFound, type Found, type Wanted } from '../../platform/search/best-found';
import { Ticket } from './ticket.entity';
import { wantedNumber } from './ticket-number';
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

const OF_CUSTOMER = `
  FROM tickets t WHERE ${tenantCondition('t')} AND t.customer_id = $2 AND ${oneOf('t.status', RUNNING_STATUSES)}`;
const RUNNING_OF_CUSTOMER = `
  SELECT t.id, t.number, t.subject, t.status, t.updated_at AS "updatedAt" ${OF_CUSTOMER}
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

  /** For the search over everything; staff also find what is internal. */
  found(wanted: Wanted): Promise<Found[]> {
    const number = wantedNumber(wanted.words);
    const shown = { number: 't.number', title: 't.subject', customerId: 't.customer_id' };
    return bestFound(this.transactions, 'tickets', shown, wanted, [number?.sequence, number?.number]);
  }

  /** The running tickets of a customer, those with the latest activity first. */
  async openTicketsOf(customerId: string, limit: number): Promise<TicketSummary[]> {
    return this.transactions.query<TicketSummary>(`${RUNNING_OF_CUSTOMER} LIMIT ${limit}`, [
      this.transactions.tenantId,
      customerId,
    ]);
  }

  /** How many tickets of a customer are running. */
  async countOpenOf(customerId: string): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `SELECT count(*)::int AS total ${OF_CUSTOMER}`,
      [this.transactions.tenantId, customerId],
    );
    return row?.total ?? 0;
  }
}
