import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { mailDeliveryChanged } from '../../mail/mail.events';
import { offerAnswered, orderCancelled, orderDecided, orderSubmitted } from '../ordering';
import { LiveAnnouncer } from './live-announcer';

/** What happens to orders and quote requests; what becomes of mails about them is for staff alone. */
@Injectable()
export class OrderAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(orderSubmitted)
  onSubmitted(event: EventOf<typeof orderSubmitted>): Promise<void> {
    return this.announcer.announce(event, 'order.submitted', event.orderId, event);
  }

  @OnEvent(orderDecided)
  onDecided(event: EventOf<typeof orderDecided>): Promise<void> {
    return this.announcer.announce(event, 'order.decided', event.orderId, event);
  }

  @OnEvent(offerAnswered)
  onAnswered(event: EventOf<typeof offerAnswered>): Promise<void> {
    return this.announcer.announce(event, 'order.offer-answered', event.quoteRequestId, event);
  }

  @OnEvent(orderCancelled)
  onCancelled(event: EventOf<typeof orderCancelled>): Promise<void> {
    return this.announcer.announce(event, 'order.cancelled', event.orderId, event);
  }

  /** Nobody at the customer's is told: they would have got the mail. */
  @OnEvent(mailDeliveryChanged)
  async onMailDeliveryChanged(event: EventOf<typeof mailDeliveryChanged>): Promise<void> {
    if (event.orderId !== undefined) await this.announcer.announce(event, 'order.changed', event.orderId);
  }
}
