import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { accountActivated } from '../auth';
import { customerChanged } from '../contacts';
import { LiveAnnouncer } from './live-announcer';

/** What changes of customers, their people, devices and shops: for staff alone, as what they keep of them is. */
@Injectable()
export class CustomerAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(customerChanged)
  onChanged(event: EventOf<typeof customerChanged>): Promise<void> {
    return this.announcer.announce(event, 'customer.changed', event.customerId);
  }

  /** A contact who was invited has come. */
  @OnEvent(accountActivated)
  async onActivated(event: EventOf<typeof accountActivated>): Promise<void> {
    if (event.customerId !== null) await this.announcer.announce(event, 'customer.changed', event.customerId);
  }
}
