import { Injectable } from '@nestjs/common';
import type { EventEnvelope, EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { JobQueue } from '../../platform/events/job-queue';
import { inboxItemChanged, inboxItemCreated } from '../inbox';
import { ticketChanged, ticketCommented, ticketCreated, ticketStatusChanged } from '../tickets';
import { nextRound, TELL_STAFF } from './rounds';

/**
 * After whatever may be news for staff, the tenant's next round is held: one for all that happens in a short while, so that a
 * hundred tickets are one mail to each.
 */
@Injectable()
export class WorkMailOccasions {
  constructor(private readonly jobs: JobQueue) {}

  @OnEvent(ticketCreated)
  onTicketCreated(event: EventOf<typeof ticketCreated>): Promise<void> {
    return this.tellSoon(event);
  }

  @OnEvent(ticketCommented)
  onTicketCommented(event: EventOf<typeof ticketCommented>): Promise<void> {
    return this.tellSoon(event);
  }

  /** A ticket that is open again. */
  @OnEvent(ticketStatusChanged)
  onTicketStatusChanged(event: EventOf<typeof ticketStatusChanged>): Promise<void> {
    return this.tellSoon(event);
  }

  /** A ticket that somebody was given. */
  @OnEvent(ticketChanged)
  onTicketChanged(event: EventOf<typeof ticketChanged>): Promise<void> {
    return this.tellSoon(event);
  }

  @OnEvent(inboxItemCreated)
  onItemCreated(event: EventOf<typeof inboxItemCreated>): Promise<void> {
    return this.tellSoon(event);
  }

  /** Something that came back. */
  @OnEvent(inboxItemChanged)
  onItemChanged(event: EventOf<typeof inboxItemChanged>): Promise<void> {
    return this.tellSoon(event);
  }

  private tellSoon({ tenantId }: EventEnvelope): Promise<void> {
    const runAt = nextRound(new Date());
    this.jobs.add(TELL_STAFF, {}, { runAt, key: `${TELL_STAFF}:${tenantId}:${runAt.getTime()}` });
    return Promise.resolve();
  }
}
