import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import type { EventEnvelope } from '../../platform/events/domain-event';
import { newId } from '../../platform/ids';
import type { Announcement, LiveAudience, LiveEventType } from './live-event';
import { LIVE_CHANNEL } from './live-listener';

/** Tells every instance on this database. */
@Injectable()
export class LiveAnnouncer {
  constructor(private readonly transactions: TransactionService) {}

  /**
   * @param id of the object that something happened to
   * @param audience the contacts who may learn of it; absent: staff alone
   */
  async announce(
    { tenantId, occurredAt: at }: EventEnvelope,
    type: LiveEventType,
    id: string,
    audience?: LiveAudience,
  ): Promise<void> {
    const announcement: Announcement = {
      tenantId,
      announcementId: newId(),
      event: { type, id, at },
      // By name: further members of the caller's object are not sent.
      ...(audience && { audience: named(audience) }),
    };
    await this.transactions.query(`SELECT pg_notify($1, $2)`, [LIVE_CHANNEL, JSON.stringify(announcement)]);
  }
}

function named(audience: LiveAudience): LiveAudience {
  if ('everybody' in audience) return { customerId: audience.customerId, everybody: true };
  const { customerId, contactId, watcherIds } = audience;
  return { customerId, contactId, ...(watcherIds && watcherIds.length > 0 && { watcherIds }) };
}
