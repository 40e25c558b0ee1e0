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
    /** The status that its author chose with it, where that is another one. */
    readonly status?: TicketStatus;
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

/** It goes on in another ticket. */
export const ticketMerged = defineEvent<Titled & { readonly intoId: string }>('ticket.merged');

/** It goes on at another customer, for whom it is new; those of the former one who saw it do not any more. */
export const ticketMoved = defineEvent<
  Titled & {
    readonly fromCustomerId: string;
    readonly fromContactId: string | null;
    readonly fromWatcherIds: readonly string[];
  }
>('ticket.moved');

/** Anything else that changed; public only where the customer may know of it. */
export const ticketChanged = defineEvent<{
  readonly ticketId: string;
  readonly visibility: Visibility;
  /** Who watched it until now. */
  readonly formerWatcherId?: string;
}>('ticket.changed');
