import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { accountActivated } from '../auth';
import { customerChanged } from '../contacts';
import { settingsChanged } from '../tenants';
import { LiveAnnouncer } from './live-announcer';

/** What changes of customers, their people, devices and shops; contacts are told of what they see themselves. */
@Injectable()
export class CustomerAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(customerChanged)
  onChanged(event: EventOf<typeof customerChanged>): Promise<void> {
    const { customerId, visibility } = event;
    const audience = visibility === 'PUBLIC' ? { customerId, everybody: true as const } : undefined;
    return this.announcer.announce(event, 'customer.changed', customerId, audience);
  }

  /** Which shops there are and whether they show prices, and what contacts may do, is everybody's; the rest is for staff alone. */
  @OnEvent(settingsChanged)
  onSettingsChanged(event: EventOf<typeof settingsChanged>): Promise<void> {
    const audience =
      event.visibility === 'PUBLIC' ? { customerId: null, everybody: true as const } : undefined;
    return this.announcer.announce(event, 'settings.changed', event.tenantId, audience);
  }

  /** A contact who was invited has come. */
  @OnEvent(accountActivated)
  async onActivated(event: EventOf<typeof accountActivated>): Promise<void> {
    if (event.customerId !== null) await this.announcer.announce(event, 'customer.changed', event.customerId);
  }
}
