import { Injectable } from '@nestjs/common';
import type { EventEnvelope, EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { mailDeliveryChanged } from '../../mail/mail.events';
import {
  ticketChanged,
  ticketCommented,
  ticketCreated,
  ticketMoved,
  TicketsReader,
  ticketStatusChanged,
} from '../tickets';
import { LiveAnnouncer } from './live-announcer';
import type { LiveEventType } from './live-event';

/** What happens to tickets; what is internal never reaches a contact, not even as the news that something happened. */
@Injectable()
export class TicketAnnouncements {
  constructor(
    private readonly announcer: LiveAnnouncer,
    private readonly tickets: TicketsReader,
  ) {}

  @OnEvent(ticketCreated)
  onCreated(event: EventOf<typeof ticketCreated>): Promise<void> {
    return this.announce(event, 'ticket.created', 'PUBLIC');
  }

  @OnEvent(ticketCommented)
  onCommented(event: EventOf<typeof ticketCommented>): Promise<void> {
    return this.announce(event, 'ticket.commented', event.visibility);
  }

  @OnEvent(ticketStatusChanged)
  onStatusChanged(event: EventOf<typeof ticketStatusChanged>): Promise<void> {
    return this.announce(event, 'ticket.status-changed', 'PUBLIC');
  }

  /** Also to who was taken from those that watch it. */
  @OnEvent(ticketChanged)
  onChanged(event: EventOf<typeof ticketChanged>): Promise<void> {
    return this.announce(event, 'ticket.changed', event.visibility, event.formerWatcherId);
  }

  /** Nobody at the customer's is told: they would have got the mail. */
  @OnEvent(mailDeliveryChanged)
  async onMailDeliveryChanged(event: EventOf<typeof mailDeliveryChanged>): Promise<void> {
    if (event.ticketId !== undefined) await this.announcer.announce(event, 'ticket.changed', event.ticketId);
  }

  /** Also to those who do not see it any more: what they have on the screen goes. */
  @OnEvent(ticketMoved)
  async onMoved(event: EventOf<typeof ticketMoved>): Promise<void> {
    const { ticketId, fromCustomerId, fromContactId, fromWatcherIds } = event;
    const former = { customerId: fromCustomerId, contactId: fromContactId, watcherIds: fromWatcherIds };
    await this.announcer.announce(event, 'ticket.changed', ticketId, former);
    await this.announce(event, 'ticket.changed', 'PUBLIC');
  }

  private async announce(
    event: EventEnvelope & { readonly ticketId: string },
    type: LiveEventType,
    visibility: 'PUBLIC' | 'INTERNAL',
    formerWatcherId?: string,
  ): Promise<void> {
    const audience = await this.tickets.audienceOf(event.ticketId);
    const watcherIds = [...(audience?.watcherIds ?? []), ...(formerWatcherId ? [formerWatcherId] : [])];
    await this.announcer.announce(
      event,
      type,
      event.ticketId,
      audience && visibility === 'PUBLIC' ? { ...audience, watcherIds } : undefined,
    );
  }
}
