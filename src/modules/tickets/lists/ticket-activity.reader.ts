import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { tenantCondition, TransactionService } from '../../../platform/database';

/** What a list shows of a ticket besides the ticket itself. */
export interface TicketActivity {
  readonly unread: boolean;
  /** That the customer may load. */
  readonly attachmentCount: number;
  /** Of the public ones. */
  readonly lastComment: { readonly at: Date; readonly authorKind: 'STAFF' | 'CONTACT' } | null;
}

interface ActivityRow {
  readonly id: string;
  readonly unread: boolean;
  readonly attachments: number;
  readonly comment_at: Date | null;
  readonly author_kind: 'STAFF' | 'CONTACT' | null;
}

// For each ticket of a page some index entries: the last comments from the end, and those of a few attachments.
const ACTIVITY = `
  SELECT t.id, c.created_at AS comment_at, c.author_kind,
    EXISTS (SELECT FROM unread_tickets u
      WHERE ${tenantCondition('u')} AND u.contact_id = $3 AND u.ticket_id = t.id) AS unread,
    (SELECT count(*)::int FROM ticket_attachments a
      WHERE ${tenantCondition('a')} AND a.ticket_id = t.id AND a.visibility = 'PUBLIC') AS attachments
  FROM unnest($2::uuid[]) t (id)
  LEFT JOIN LATERAL (
    SELECT k.created_at, k.author_kind FROM ticket_comments k
    WHERE ${tenantCondition('k')} AND k.ticket_id = t.id AND k.visibility = 'PUBLIC'
    ORDER BY k.created_at DESC, k.id DESC LIMIT 1) c ON true`;

/** Reads what the list of contacts shows besides, for a page of tickets in one statement. */
@Injectable()
export class TicketActivityReader {
  constructor(private readonly transactions: TransactionService) {}

  async of(ids: readonly string[]): Promise<(id: string) => TicketActivity> {
    const { id: actorId, tenantId } = currentActor();
    const rows =
      ids.length > 0 ? await this.transactions.query<ActivityRow>(ACTIVITY, [tenantId, ids, actorId]) : [];
    const activities = new Map(rows.map((row) => [row.id, activityOf(row)]));
    return (id) => activities.get(id) ?? { unread: false, attachmentCount: 0, lastComment: null };
  }
}

function activityOf({
  unread,
  attachments,
  comment_at: at,
  author_kind: authorKind,
}: ActivityRow): TicketActivity {
  return { unread, attachmentCount: attachments, lastComment: at && authorKind ? { at, authorKind } : null };
}
