import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { TicketHistory } from '../history/ticket-history';
import type { Ticket } from '../ticket.entity';
import { knownToCustomer, ticketHasMerged, ticketMerged } from '../tickets.errors';

// Files that staff recorded it with were uploaded before it.
const CUSTOMER_ACTIVITY = `
  SELECT EXISTS (SELECT FROM ticket_comments c
      WHERE ${tenantCondition('c')} AND c.ticket_id = $2 AND c.visibility = 'PUBLIC')
    OR EXISTS (SELECT FROM ticket_attachments a
      WHERE ${tenantCondition('a')} AND a.ticket_id = $2 AND a.visibility = 'PUBLIC' AND a.created_at > $3) AS "wasShared",
    EXISTS (SELECT FROM tickets m WHERE ${tenantCondition('m')} AND m.merged_into_id = $2) AS "hasMerged"`;

const END_WATCHING = `
  DELETE FROM ticket_watchers w WHERE ${tenantCondition('w')} AND w.ticket_id = $2
  RETURNING w.contact_id AS "contactId"`;
const END_UNREAD = `DELETE FROM unread_tickets u WHERE ${tenantCondition('u')} AND u.ticket_id = $2`;

export interface CompanyNames {
  readonly from: string;
  readonly to: string;
}

/** The people of the company for which a ticket was recorded by mistake; each call joins the transaction of its caller. */
@Injectable()
export class FormerCompany {
  constructor(
    private readonly transactions: TransactionService,
    private readonly history: TicketHistory,
  ) {}

  /**
   * The locked ticket has no comment or file by them or to them, which the new company would read.
   * @throws ticketMerged, ticketHasMerged, knownToCustomer
   */
  async assertNoCustomerActivity({ id, mergedIntoId, createdByKind, createdAt }: Ticket): Promise<void> {
    if (mergedIntoId !== null) throw ticketMerged();
    const [found] = await this.transactions.current.query<{ wasShared: boolean; hasMerged: boolean }>(
      CUSTOMER_ACTIVITY,
      [this.transactions.tenantId, id, createdAt],
    );
    if (found?.hasMerged) throw ticketHasMerged();
    if (createdByKind === 'CONTACT' || found?.wasShared) throw knownToCustomer();
  }

  /**
   * None of them sees the ticket any more, and whoever sees it from now on reads nothing of them. Answers who watched it.
   * @param names of the companies, for staff
   */
  async leave(ticketId: string, names: CompanyNames): Promise<readonly string[]> {
    const { tenantId, current } = this.transactions;
    const watchers = await current.query<{ contactId: string }>(END_WATCHING, [tenantId, ticketId]);
    await current.query(END_UNREAD, [tenantId, ticketId]);
    await this.history.hideContacts(ticketId);
    await this.history.record(ticketId, 'CUSTOMER_CHANGED', { at: new Date(), ...names });
    return watchers.map(({ contactId }) => contactId);
  }
}
