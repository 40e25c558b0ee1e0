import { oneOf } from '../../../platform/database/one-of';
import { equalities } from '../../../platform/http/paging/keyset-list';
import type { TicketPriority } from '../ticket.entity';
import { RUNNING_STATUSES, type TicketStatus } from '../ticket-status';

export interface TicketFilter {
  readonly customerId?: string;
  readonly contactId?: string;
  /** Whose it is besides, e.g. a colleague's; never widens `contactId`. */
  readonly ofContactId?: string;
  readonly created?: CreatedWithin;
  /** Null: nobody's. */
  readonly assigneeId?: string | null;
  readonly categoryId?: string;
  /** Absent: all. */
  readonly status?: readonly TicketStatus[];
  readonly priority?: readonly TicketPriority[];
}

/** Days of the tenant's calendar. */
export interface CreatedWithin {
  readonly from?: string;
  readonly until?: string;
  readonly timeZone: string;
}

/** Where nobody has said: what is running, or everything in a search. */
export function statusesFor(
  status: TicketStatus[] | undefined,
  search: string | undefined,
): readonly TicketStatus[] | undefined {
  return status ?? (search === undefined ? RUNNING_STATUSES : undefined);
}

/** Conditions of a list. */
export function conditionsFor(filter: TicketFilter): { where: string[]; parameters: unknown[] } {
  const { customerId, contactId, ofContactId, created, assigneeId, categoryId, priority, status } = filter;
  const { where, parameters } = equalities({
    't.customer_id': customerId,
    't.contact_id': contactId,
    't.assignee_id': assigneeId ?? undefined,
    't.category_id': categoryId,
  });
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  if (ofContactId) where.push(`t.contact_id = ${place(ofContactId)}`);
  if (created) {
    const { from, until, timeZone } = created;
    const beginOf = (day: string, later = 0): string =>
      `((${place(day)}::date + ${later})::timestamp AT TIME ZONE ${place(timeZone)})`;
    if (from) where.push(`t.created_at >= ${beginOf(from)}`);
    if (until) where.push(`t.created_at < ${beginOf(until, 1)}`);
  }
  if (assigneeId === null) where.push('t.assignee_id IS NULL');
  if (status) where.push(oneOf('t.status', status));
  if (priority) where.push(oneOf('t.priority', priority));
  return { where, parameters };
}
