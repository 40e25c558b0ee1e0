import { Injectable } from '@nestjs/common';
import type { PortalRole } from '../../platform/context/actor';
import { TransactionService } from '../../platform/database';
import { ContactMoves } from '../contacts';
import { ContactOrders } from '../ordering';
import { ContactReferences } from '../tickets';

/**
 * Takes a contact to another customer. Tickets, orders, devices and addresses belong to the company that they were made for: they
 * stay there, and the contact does not see them any more; what was for the contact alone at the old company ends.
 */
@Injectable()
export class ContactMoveService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly moves: ContactMoves,
    private readonly tickets: ContactReferences,
    private readonly orders: ContactOrders,
  ) {}

  /** @throws notFound, preconditionFailed, contactErased, customerUnknown, customerArchived */
  move(contactId: string, version: number, customerId: string, role: PortalRole): Promise<void> {
    return this.transactions.run(async () => {
      if (!(await this.moves.move(contactId, version, customerId, role))) return;
      await this.tickets.endWatching(contactId);
      // Prices, printers and what is on offer are those of the old company.
      await this.orders.dropCarts(contactId);
    });
  }
}
