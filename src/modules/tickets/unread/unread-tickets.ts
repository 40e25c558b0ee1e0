import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { tenantCondition } from '../../../platform/database/tenant-scope';
import { TransactionService } from '../../../platform/database/transaction.service';
import type { Ticket } from '../ticket.entity';

type Seen = Pick<Ticket, 'id' | 'contactId' | 'publicActivityAt'>;

/** What others did on a contact's own tickets since that contact last read them. */
@Injectable()
export class UnreadTickets {
  constructor(private readonly transactions: TransactionService) {}

  /** Something happened that the ticket's contact may know of; what they did themselves is no news to them. */
  async note({ id, contactId, publicActivityAt }: Seen): Promise<void> {
    if (contactId === null || contactId === currentActor().id) return;
    await this.transactions.query(
      `INSERT INTO unread_tickets (tenant_id, contact_id, ticket_id, activity_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, contact_id, ticket_id) DO UPDATE SET activity_at = excluded.activity_at`,
      [this.transactions.tenantId, contactId, id, publicActivityAt],
    );
  }

  /** Whoever is acting has been shown the ticket as it is here; what happened after that stays unread. */
  async read({ id, contactId, publicActivityAt }: Seen): Promise<void> {
    const actor = currentActor();
    if (contactId !== actor.id) return;
    // A read that writes: not where reads may come from a replica.
    await this.transactions.queryFor(
      actor.tenantId,
      `DELETE FROM unread_tickets u
       WHERE ${tenantCondition('u')} AND u.contact_id = $2 AND u.ticket_id = $3 AND u.activity_at <= $4`,
      [actor.tenantId, actor.id, id, publicActivityAt],
    );
  }
}
