import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../platform/database';
import { RUNNING_STATUSES } from './ticket-status';

/** A contact, and the text that replaces its name. */
export interface NamelessContact {
  readonly id: string;
  readonly nameless: string;
}

const OPEN = `
  SELECT count(*)::int AS total FROM tickets t
  WHERE ${tenantCondition('t')} AND t.contact_id = $2 AND ${oneOf('t.status', RUNNING_STATUSES)}`;

const ERASE = [
  `UPDATE ticket_comments t SET author_name = $3
   WHERE ${tenantCondition('t')} AND t.author_id = $2 AND t.author_kind = 'CONTACT'`,
  `UPDATE ticket_history t SET actor_name = $3
   WHERE ${tenantCondition('t')} AND t.actor_id = $2 AND t.actor_kind = 'CONTACT'`,
  `UPDATE ticket_attachments t SET uploaded_by_name = $3
   WHERE ${tenantCondition('t')} AND t.uploaded_by_id = $2 AND t.uploaded_by_kind = 'CONTACT'`,
  // Whose name it is, as of somebody who watches.
  `UPDATE ticket_history t SET old_value = CASE WHEN t.old_value IS NOT NULL THEN $3 END,
     new_value = CASE WHEN t.new_value IS NOT NULL THEN $3 END
   WHERE ${tenantCondition('t')} AND t.person_id = $2`,
];

const DROP_DRAFTS = `
  DELETE FROM ticket_attachments t
  WHERE ${tenantCondition('t')} AND t.uploaded_by_id = $2 AND t.uploaded_by_kind = 'CONTACT' AND t.ticket_id IS NULL`;

const END_WATCHING = [
  `DELETE FROM ticket_watchers t WHERE ${tenantCondition('t')} AND t.contact_id = $2`,
  `DELETE FROM unread_tickets t WHERE ${tenantCondition('t')} AND t.contact_id = $2`,
];

/** What tickets store about a contact; each call joins the transaction of its caller. */
@Injectable()
export class ContactReferences {
  constructor(private readonly transactions: TransactionService) {}

  /** How many tickets of theirs are running. */
  async countOpen(contactId: string): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(OPEN, [
      this.transactions.tenantId,
      contactId,
    ]);
    return row?.total ?? 0;
  }

  /** They see none of the tickets any more that they saw until now. */
  async endWatching(contactId: string): Promise<void> {
    const { tenantId, current } = this.transactions;
    for (const statement of END_WATCHING) await current.query(statement, [tenantId, contactId]);
  }

  /** What they wrote and sent stays with the tickets, without their name; what was for them alone goes. */
  async erase({ id, nameless }: NamelessContact): Promise<void> {
    const { tenantId, current } = this.transactions;
    await this.endWatching(id);
    await current.query(DROP_DRAFTS, [tenantId, id]);
    await this.eraseAuthor(id, nameless);
  }

  /** Takes the name from what they wrote and sent, and from what says that they watched. */
  async eraseAuthor(id: string, nameless: string): Promise<void> {
    const { tenantId, current } = this.transactions;
    for (const statement of ERASE) await current.query(statement, [tenantId, id, nameless]);
  }
}
