import { defineEvent } from '../../../platform/events/domain-event';
import type { TicketStatus } from '../ticket-status';
import type { Visibility } from '../ticket.policy';

export const ticketCreated = defineEvent<{ readonly ticketId: string }>('ticket.created');

export const ticketCommented = defineEvent<{
  readonly ticketId: string;
  readonly commentId: string;
  readonly visibility: Visibility;
}>('ticket.commented');

export const ticketStatusChanged = defineEvent<{
  readonly ticketId: string;
  readonly from: TicketStatus;
  readonly to: TicketStatus;
  /** `REPLY`: a consequence of a comment, of which people hear anyhow. */
  readonly cause: 'DECISION' | 'REPLY';
}>('ticket.status-changed');

/** Anything else that changed; public only where the customer may know of it. */
export const ticketChanged = defineEvent<{
  readonly ticketId: string;
  readonly visibility: Visibility;
}>('ticket.changed');
