import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { inboxItemChanged, inboxItemCreated } from '../inbox';
import { LiveAnnouncer } from './live-announcer';

/** What happens in the Postkorb: for staff alone. */
@Injectable()
export class InboxAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(inboxItemCreated)
  onCreated(event: EventOf<typeof inboxItemCreated>): Promise<void> {
    return this.announcer.announce(event, 'inbox.item-created', event.itemId);
  }

  @OnEvent(inboxItemChanged)
  onChanged(event: EventOf<typeof inboxItemChanged>): Promise<void> {
    return this.announcer.announce(event, 'inbox.item-changed', event.itemId);
  }
}
