import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { Ticket } from './ticket.entity';
import { RUNNING_STATUSES, type TicketStatus } from './ticket-status';

export interface TicketSummary {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly updatedAt: Date;
}

export interface TicketOwners {
  readonly customerId: string;
  /** Null where staff recorded it for the company. */
  readonly contactId: string | null;
}

/** What other modules may ask about tickets, on behalf of staff. */
@Injectable()
export class TicketsReader {
  constructor(@InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>) {}

  /** Whose ticket it is; nothing where there is no such ticket. */
  async ownersOf(id: string): Promise<TicketOwners | undefined> {
    const ticket = await this.tickets.findOne({ id });
    return ticket ? { customerId: ticket.customerId, contactId: ticket.contactId } : undefined;
  }

  /** The running tickets of a customer, those with the latest activity first. */
  async openTicketsOf(customerId: string, limit: number): Promise<TicketSummary[]> {
    const tickets = await this.tickets.find(
      { customerId, status: In([...RUNNING_STATUSES]) },
      { order: { publicActivityAt: 'DESC', id: 'DESC' }, take: limit },
    );
    return tickets.map(({ id, number, subject, status, updatedAt }) => ({
      id,
      number,
      subject,
      status,
      updatedAt,
    }));
  }
}
