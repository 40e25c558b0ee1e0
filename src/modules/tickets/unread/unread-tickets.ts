import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { tenantCondition, TransactionService } from '../../../platform/database';
import type { Ticket } from '../ticket.entity';

const LATEST =
  'ON CONFLICT (tenant_id, contact_id, ticket_id) DO UPDATE SET activity_at = excluded.activity_at';

type Seen = Pick<Ticket, 'id' | 'contactId' | 'publicActivityAt'>;

/** What others did on the tickets that a contact has or watches, since that contact last read them. */
@Injectable()
export class UnreadTickets {
  constructor(private readonly transactions: TransactionService) {}

  /** Something happened that contacts may know of; what they did themselves is no news to them. */
  note({ id, contactId, publicActivityAt }: Seen): void {
    this.transactions.current.enqueue(
      `INSERT INTO unread_tickets (tenant_id, contact_id, ticket_id, activity_at)
       SELECT $1, c.id, $3, $4 FROM (
         SELECT $2::uuid AS id UNION
         SELECT w.contact_id FROM ticket_watchers w WHERE ${tenantCondition('w')} AND w.ticket_id = $3) c
       WHERE c.id <> $5 ORDER BY c.id ${LATEST}`,
      [this.transactions.tenantId, contactId, id, publicActivityAt, currentActor().id],
    );
  }

  /** One more contact sees the ticket; unless they see to it themselves, it is news to them. */
  begin(ticket: Seen, contactId: string): void {
    if (contactId === currentActor().id) return;
    this.transactions.current.enqueue(
      `INSERT INTO unread_tickets (tenant_id, contact_id, ticket_id, activity_at) VALUES ($1, $2, $3, $4) ${LATEST}`,
      [this.transactions.tenantId, contactId, ticket.id, ticket.publicActivityAt],
    );
  }

  /** A contact does not see the ticket any more. */
  async forget(ticketId: string, contactId: string): Promise<void> {
    await this.transactions.query(
      `DELETE FROM unread_tickets u WHERE ${tenantCondition('u')} AND u.contact_id = $2 AND u.ticket_id = $3`,
      [this.transactions.tenantId, contactId, ticketId],
    );
  }

  /** Whoever is acting has been shown the ticket as it is here; what happened after that stays unread. */
  async read({ id, publicActivityAt }: Seen): Promise<void> {
    const actor = currentActor();
    if (actor.kind !== 'CONTACT') return;
    // A read that writes: not where reads may come from a replica.
    await this.transactions.queryFor(
      actor.tenantId,
      `DELETE FROM unread_tickets u
       WHERE ${tenantCondition('u')} AND u.contact_id = $2 AND u.ticket_id = $3 AND u.activity_at <= $4`,
      [actor.tenantId, actor.id, id, publicActivityAt],
    );
  }
}
