import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { TransactionService } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { preconditionFailed } from '../../../platform/errors';
import { ActorTickets } from '../actor-tickets';
import { ticketMoved } from '../events/ticket.events';
import { TicketPartiesReader } from '../ticket-parties';
import { sameCustomer } from '../tickets.errors';
import { type CompanyNames, FormerCompany } from './former-company';

/** Takes a ticket that was recorded for the wrong customer to the right one, as long as nothing was said to anybody of the first. */
@Injectable()
export class TicketMovesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly parties: TicketPartiesReader,
    private readonly former: FormerCompany,
    private readonly events: EventPublisher,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param version the state that the caller has read
   * @param contactId absent: the ticket is the company's
   * @throws notFound, preconditionFailed, sameCustomer, customerUnknown, contactUnknown, customerArchived, ticketMerged,
   * ticketHasMerged, knownToCustomer
   */
  move(id: string, version: number, customerId: string, contactId?: string): Promise<void> {
    return this.transactions.run(async () => {
      const ticket = await this.tickets.lock(id);
      if (ticket.version !== version) throw preconditionFailed();
      if (ticket.customerId === customerId) throw sameCustomer({ pointer: '/customerId' });
      const to = await this.parties.target(customerId, contactId);
      await this.former.assertNoCustomerActivity(ticket);
      const from = { customerId: ticket.customerId, contactId: ticket.contactId };
      const fromWatcherIds = await this.former.leave(id, await this.namesOf(ticket.customerId, customerId));
      const deviceId = await this.deviceAt(customerId, ticket.deviceId);
      ticket.goTo(to, deviceId, new Date());
      await this.tickets.save(ticket);
      await this.audit.record({
        action: 'ticket.moved',
        objectType: 'Ticket',
        objectId: id,
        changes: to,
        before: from,
      });
      await this.events.publish(ticketMoved, {
        ticketId: id,
        subject: ticket.subject,
        fromCustomerId: from.customerId,
        fromContactId: from.contactId,
        fromWatcherIds,
      });
    });
  }

  /** What it is about goes along only where the new customer has it. */
  private async deviceAt(customerId: string, deviceId: string | null): Promise<string | null> {
    return deviceId !== null && (await this.parties.hasDevice(customerId, deviceId)) ? deviceId : null;
  }

  private async namesOf(fromId: string, toId: string): Promise<CompanyNames> {
    const names = await this.parties.customerNames([fromId, toId]);
    return { from: names.get(fromId)?.name ?? '', to: names.get(toId)?.name ?? '' };
  }
}
