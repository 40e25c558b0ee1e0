import { oneOf } from '../../../platform/database/one-of';
import { equalities } from '../../../platform/http/paging/keyset-list';
import type { TicketPriority } from '../ticket.entity';
import { RUNNING_STATUSES, type TicketStatus } from '../ticket-status';

export interface TicketFilter {
  readonly customerId?: string;
  readonly contactId?: string;
  /** Null: nobody's. */
  readonly assigneeId?: string | null;
  readonly category?: string;
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
  const { customerId, contactId, assigneeId, category, priority, status } = filter;
  const { where, parameters } = equalities({
    't.customer_id': customerId,
    't.contact_id': contactId,
    't.assignee_id': assigneeId ?? undefined,
    't.category': category,
  });
  if (assigneeId === null) where.push('t.assignee_id IS NULL');
  if (status) where.push(oneOf('t.status', status));
  if (priority) where.push(oneOf('t.priority', priority));
  return { where, parameters };
}
