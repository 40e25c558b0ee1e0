import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { RUNNING_STATUSES } from '../ticket-status';
import { ownOrWatched } from '../watchers/visible-tickets';

/** How a contact's tickets stand. */
export interface TicketCounts {
  /** All that they may see. */
  readonly running: number;
  /** Of these, those that wait for their own answer, or for a main user's because it is nobody's who is left. */
  readonly waitingForMe: number;
  readonly unread: number;
}

// The running ones of a company, or what one of them has or watches, by their indexes; what is unread is counted from its own
// small table: not what happens at a company that somebody has left.
const COUNTS = (scope: string, alsoWaits: string): string => `
  SELECT count(*)::int AS running,
    count(*) FILTER (WHERE t.status = 'WAITING_FOR_CUSTOMER' AND (t.contact_id = $3${alsoWaits}))::int AS "waitingForMe",
    (SELECT count(*)::int FROM unread_tickets u JOIN tickets news ON ${tenantCondition('news')} AND news.id = u.ticket_id
     WHERE ${tenantCondition('u')} AND u.contact_id = $3 AND news.customer_id = $2) AS unread
  FROM tickets t
  WHERE ${tenantCondition('t')} AND t.customer_id = $2${scope} AND ${oneOf('t.status', RUNNING_STATUSES)}`;

// An uncorrelated subquery: read once for all tickets.
const WITHOUT_ACTIVE_CONTACT = `t.contact_id IS NULL OR t.contact_id NOT IN (
      SELECT c.id FROM contacts c WHERE ${tenantCondition('c')} AND c.customer_id = $2 AND c.erased_at IS NULL)`;

@Injectable()
export class TicketCountsReader {
  constructor(private readonly transactions: TransactionService) {}

  /** Of the acting contact, in one statement. */
  async current(): Promise<TicketCounts> {
    const actor = currentActor();
    const { customerId, contactId } = scopeOf(actor);
    const sql =
      contactId === undefined
        ? COUNTS('', ` OR ${WITHOUT_ACTIVE_CONTACT}`)
        : COUNTS(` AND (${ownOrWatched(3, 1).join(' OR ')})`, '');
    const [counts] = await this.transactions.query<TicketCounts>(sql, [actor.tenantId, customerId, actor.id]);
    return counts ?? { running: 0, waitingForMe: 0, unread: 0 };
  }
}
