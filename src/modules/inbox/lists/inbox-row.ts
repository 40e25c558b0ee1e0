import type { InboxPayload } from '../arrivals/payload';
import { presentRegistrant } from './inbox-detail';
import type { InboxItemDto } from './inbox-item.dto';
import type { InboxItem } from '../inbox-item.entity';
import type { InboxParties } from './inbox-parties';

/** What the list reads of an item; what was sent only where it says who sent it. */
export interface InboxRow extends Pick<
  InboxItem,
  | 'id'
  | 'version'
  | 'type'
  | 'state'
  | 'number'
  | 'summary'
  | 'customerId'
  | 'contactId'
  | 'assigneeId'
  | 'verifiedAt'
  | 'createdAt'
  | 'reopenedAt'
  | 'decidedAt'
> {
  readonly payload: InboxPayload | null;
}

export const INBOX_COLUMNS = `t.id, t.version, t.type, t.state, t.number, t.summary, t.customer_id AS "customerId",
  t.contact_id AS "contactId", t.assignee_id AS "assigneeId", t.verified_at AS "verifiedAt",
  t.created_at AS "createdAt", t.reopened_at AS "reopenedAt", t.decided_at AS "decidedAt",
  CASE WHEN t.type = 'REGISTRATION' THEN t.payload END AS payload`;

export function presentInboxItem(
  item: InboxRow,
  { customer, contact, assignee }: InboxParties,
): InboxItemDto {
  return {
    id: item.id,
    version: item.version,
    type: item.type,
    state: item.state,
    number: item.number,
    summary: item.summary,
    customer,
    contact,
    assignee,
    ...(item.payload?.registration && { registrant: presentRegistrant(item.payload.registration) }),
    ...(item.type === 'REGISTRATION' && { verified: item.verifiedAt !== null }),
    createdAt: item.createdAt,
    reopenedAt: item.reopenedAt,
    decidedAt: item.decidedAt,
  };
}
