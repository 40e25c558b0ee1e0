import { defineEvent } from '../../../platform/events/domain-event';
import type { TicketStatus } from '../ticket-status';
import type { Visibility } from '../ticket.policy';

/** What mails say of a ticket, as it was when it happened: staff may change it before they are sent. */
interface Titled {
  readonly ticketId: string;
  readonly subject: string;
}

export const ticketCreated = defineEvent<Titled>('ticket.created');

export const ticketCommented = defineEvent<
  Titled & {
    readonly commentId: string;
    readonly visibility: Visibility;
  }
>('ticket.commented');

export const ticketStatusChanged = defineEvent<
  Titled & {
    readonly from: TicketStatus;
    readonly to: TicketStatus;
    /** `REPLY`: a consequence of a comment, of which people hear anyhow. */
    readonly cause: 'DECISION' | 'REPLY';
  }
>('ticket.status-changed');

/** Anything else that changed; public only where the customer may know of it. */
export const ticketChanged = defineEvent<{
  readonly ticketId: string;
  readonly visibility: Visibility;
}>('ticket.changed');
