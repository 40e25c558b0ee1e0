import { Injectable } from '@nestjs/common';
import type { EventEnvelope, EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { JobQueue } from '../../platform/events/job-queue';
import { inboxItemChanged, inboxItemCreated } from '../inbox';
import { ticketChanged, ticketCommented, ticketCreated, ticketStatusChanged } from '../tickets';
import { nextRound, NOTIFY_STAFF } from './rounds';

/**
 * Schedules the tenant's next round of mails after each event that may concern staff: one for all events of a short while, so that
 * a hundred tickets are one mail to each.
 */
@Injectable()
export class WorkMailOccasions {
  constructor(private readonly jobs: JobQueue) {}

  @OnEvent(ticketCreated)
  onTicketCreated(event: EventOf<typeof ticketCreated>): Promise<void> {
    return this.scheduleNotification(event);
  }

  @OnEvent(ticketCommented)
  onTicketCommented(event: EventOf<typeof ticketCommented>): Promise<void> {
    return this.scheduleNotification(event);
  }

  /** A reopened ticket. */
  @OnEvent(ticketStatusChanged)
  onTicketStatusChanged(event: EventOf<typeof ticketStatusChanged>): Promise<void> {
    return this.scheduleNotification(event);
  }

  /** A newly assigned ticket. */
  @OnEvent(ticketChanged)
  onTicketChanged(event: EventOf<typeof ticketChanged>): Promise<void> {
    return this.scheduleNotification(event);
  }

  @OnEvent(inboxItemCreated)
  onItemCreated(event: EventOf<typeof inboxItemCreated>): Promise<void> {
    return this.scheduleNotification(event);
  }

  /** A reopened item. */
  @OnEvent(inboxItemChanged)
  onItemChanged(event: EventOf<typeof inboxItemChanged>): Promise<void> {
    return this.scheduleNotification(event);
  }

  private scheduleNotification({ tenantId }: EventEnvelope): Promise<void> {
    const runAt = nextRound(new Date());
    this.jobs.add(NOTIFY_STAFF, {}, { runAt, key: `${NOTIFY_STAFF}:${tenantId}:${runAt.getTime()}` });
    return Promise.resolve();
  }
}
