import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { cannedReplyChanged, ticketCategoryChanged } from '../tickets';
import { LiveAnnouncer } from './live-announcer';

/** What admins set up for tickets: for staff alone. */
@Injectable()
export class TicketSetupAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(ticketCategoryChanged)
  onCategoryChanged(event: EventOf<typeof ticketCategoryChanged>): Promise<void> {
    return this.announcer.announce(event, 'ticket-category.changed', event.categoryId);
  }

  @OnEvent(cannedReplyChanged)
  onCannedReplyChanged(event: EventOf<typeof cannedReplyChanged>): Promise<void> {
    return this.announcer.announce(event, 'canned-reply.changed', event.replyId);
  }
}
