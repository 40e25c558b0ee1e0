import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import type { EventEnvelope } from '../../../platform/events/domain-event';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { inboxItemChanged } from '../events/inbox.events';
import { InboxNote, type InboxNoteEvent } from './inbox-note.entity';

/** Strangers cause some of them: an item takes so many of a kind and no more. */
const MAX_OF_A_KIND = 20;

/** Notes that the program writes. */
@Injectable()
export class SystemNotes {
  constructor(
    private readonly transactions: TransactionService,
    private readonly events: EventPublisher,
    @InjectTenantRepository(InboxNote) private readonly notes: TenantRepository<InboxNote>,
  ) {}

  /** Once for each event, however often its handler runs. */
  async add(
    itemId: string,
    { eventId, occurredAt }: EventEnvelope,
    event: InboxNoteEvent,
    body: string | null,
  ): Promise<void> {
    if (await this.notes.exists({ id: eventId })) return;
    if ((await this.countOf(itemId, event)) >= MAX_OF_A_KIND) return;
    await this.notes.insert({
      id: eventId,
      itemId,
      event,
      authorId: null,
      authorName: null,
      body,
      createdAt: new Date(occurredAt),
    });
    await this.events.publish(inboxItemChanged, { itemId });
  }

  private async countOf(itemId: string, event: InboxNoteEvent): Promise<number> {
    const [row] = await this.transactions.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM inbox_notes t WHERE ${tenantCondition('t')} AND item_id = $2 AND event = $3`,
      [this.transactions.tenantId, itemId, event],
    );
    return row?.n ?? 0;
  }
}
