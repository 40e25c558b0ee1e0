import { oneOf } from '../../../platform/database';
import { type Days, withinDays } from '../../../platform/http/paging/days';
import { equalities } from '../../../platform/http/paging/keyset-list';
import type { TicketPriority } from '../ticket.entity';
import { RUNNING_STATUSES, type TicketStatus } from '../ticket-status';

export interface TicketFilter {
  readonly customerId?: string;
  readonly contactId?: string;
  /** Whose it is besides, e.g. a colleague's; never widens `contactId`. */
  readonly ofContactId?: string;
  readonly created?: Days;
  /** Null: nobody's. */
  readonly assigneeId?: string | null;
  readonly categoryId?: string;
  /** Absent: all. */
  readonly status?: readonly TicketStatus[];
  readonly priority?: readonly TicketPriority[];
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
  if (created) where.push(...withinDays('t.created_at', created, parameters));
  if (assigneeId === null) where.push('t.assignee_id IS NULL');
  if (status) where.push(oneOf('t.status', status));
  if (priority) where.push(oneOf('t.priority', priority));
  return { where, parameters };
}
