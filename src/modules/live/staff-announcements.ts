import { Injectable } from '@nestjs/common';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { accountActivated } from '../auth';
import { staffUserChanged } from '../staff';
import { LiveAnnouncer } from './live-announcer';

/** What changes of those who work for the tenant: for staff alone. */
@Injectable()
export class StaffAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(staffUserChanged)
  onChanged(event: EventOf<typeof staffUserChanged>): Promise<void> {
    return this.announcer.announce(event, 'staff-user.changed', event.staffUserId);
  }

  /** One who was invited has come. */
  @OnEvent(accountActivated)
  async onActivated(event: EventOf<typeof accountActivated>): Promise<void> {
    if (event.customerId === null)
      await this.announcer.announce(event, 'staff-user.changed', event.accountId);
  }
}
