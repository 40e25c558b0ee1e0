import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { oneOf } from '../../../platform/database/one-of';
import { tenantCondition } from '../../../platform/database/tenant-scope';
import { TransactionService } from '../../../platform/database/transaction.service';
import { RUNNING_STATUSES } from '../ticket-status';
import { ownOrWatched } from '../watchers/visible-tickets';

/** How a contact's tickets stand. */
export interface TicketCounts {
  /** All that they may see. */
  readonly running: number;
  /** Of these, those that wait for their own answer, or for a main user's because nobody's name is on them. */
  readonly waitingForMe: number;
  readonly unread: number;
}

// The running ones of a company, or what one of them has or watches, by their indexes; what is unread is counted in its own small table.
const COUNTS = (scope: string): string => `
  SELECT count(*)::int AS running,
    count(*) FILTER (WHERE t.status = 'WAITING_FOR_CUSTOMER' AND (t.contact_id = $3 OR t.contact_id IS NULL))::int
      AS "waitingForMe",
    (SELECT count(*)::int FROM unread_tickets u WHERE ${tenantCondition('u')} AND u.contact_id = $3) AS unread
  FROM tickets t
  WHERE ${tenantCondition('t')} AND t.customer_id = $2${scope} AND ${oneOf('t.status', RUNNING_STATUSES)}`;

@Injectable()
export class TicketCountsReader {
  constructor(private readonly transactions: TransactionService) {}

  /** Of the acting contact, in one statement. */
  async current(): Promise<TicketCounts> {
    const actor = currentActor();
    const { customerId, contactId } = scopeOf(actor);
    const sql = COUNTS(contactId === undefined ? '' : ` AND (${ownOrWatched(3, 1).join(' OR ')})`);
    const [counts] = await this.transactions.query<TicketCounts>(sql, [actor.tenantId, customerId, actor.id]);
    return counts ?? { running: 0, waitingForMe: 0, unread: 0 };
  }
}
