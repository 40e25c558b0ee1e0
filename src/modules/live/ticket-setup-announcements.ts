import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { cannedReplyChanged, ticketCategoryChanged } from '../tickets';
import { LiveAnnouncer } from './live-announcer';

/** What admins set up for tickets; of categories contacts are told, too, where they choose them. */
@Injectable()
export class TicketSetupAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(ticketCategoryChanged)
  onCategoryChanged(event: EventOf<typeof ticketCategoryChanged>): Promise<void> {
    const audience =
      event.visibility === 'PUBLIC' ? { customerId: null, everybody: true as const } : undefined;
    return this.announcer.announce(event, 'ticket-category.changed', event.categoryId, audience);
  }

  @OnEvent(cannedReplyChanged)
  onCannedReplyChanged(event: EventOf<typeof cannedReplyChanged>): Promise<void> {
    return this.announcer.announce(event, 'canned-reply.changed', event.replyId);
  }
}
