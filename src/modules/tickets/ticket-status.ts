/** Where a ticket stands, and where it may go from there. */
export const TICKET_STATUSES = ['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Somebody still has something to do: what the lists show by default. */
export const RUNNING_STATUSES: readonly TicketStatus[] = ['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER'];

const TRANSITIONS: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  NEW: ['IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED'],
  IN_PROGRESS: ['WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED'],
  WAITING_FOR_CUSTOMER: ['IN_PROGRESS', 'RESOLVED', 'CLOSED'],
  RESOLVED: ['IN_PROGRESS', 'CLOSED'],
  CLOSED: ['IN_PROGRESS'],
};

export function isRunning(status: TicketStatus): boolean {
  return RUNNING_STATUSES.includes(status);
}

export function mayMove(from: TicketStatus, to: TicketStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/** What the history calls a move. */
export function nameOfMove(from: TicketStatus, to: TicketStatus): 'CLOSED' | 'REOPENED' | 'STATUS_CHANGED' {
  if (to === 'CLOSED') return 'CLOSED';
  return !isRunning(from) && isRunning(to) ? 'REOPENED' : 'STATUS_CHANGED';
}

/** What is closed has to be reopened before anybody writes to the other side again. */
export function takesReplies(status: TicketStatus): boolean {
  return status !== 'CLOSED';
}

/**
 * The status that a public reply brings about. The customer's answer puts the ticket back to work, whether or not
 * somebody is assigned: NEW is for what nobody at the tenant has looked at. Their own first answer ends that.
 */
export function statusAfterReply(status: TicketStatus, author: 'STAFF' | 'CONTACT'): TicketStatus {
  if (author === 'STAFF') return status === 'NEW' ? 'IN_PROGRESS' : status;
  return status === 'WAITING_FOR_CUSTOMER' || status === 'RESOLVED' ? 'IN_PROGRESS' : status;
}
