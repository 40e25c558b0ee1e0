import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import { ticketChanged } from '../events/ticket.events';
import { readableBy, type Visibility } from '../ticket.policy';
import { TicketHistoryEntry, type TicketHistoryEvent } from './ticket-history-entry.entity';

/** What has an event of its own. */
const ANNOUNCED: readonly TicketHistoryEvent[] = ['CREATED', 'STATUS_CHANGED', 'CLOSED', 'REOPENED'];

/** What contacts see of the history; the rest shows how the tenant works inside. */
const PUBLIC_EVENTS: readonly TicketHistoryEvent[] = [...ANNOUNCED, 'WATCHER_ADDED', 'WATCHER_REMOVED'];

/** More than anybody reads; keeps an answer bounded. */
const MOST = 1_000;

interface Change {
  readonly at: Date;
  /** For people: names, not ids. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Who may learn that something changed; where nothing is said, who sees the entry. */
  readonly visibility?: Visibility;
}

/** Writes down what happens to tickets, and reads as much of it as somebody may see. */
@Injectable()
export class TicketHistory {
  constructor(
    @InjectTenantRepository(TicketHistoryEntry)
    private readonly entries: TenantRepository<TicketHistoryEntry>,
    private readonly events: EventPublisher,
  ) {}

  /** What has no event of its own is announced from here. */
  async record(
    ticketId: string,
    event: TicketHistoryEvent,
    { at, from, to, visibility }: Change,
  ): Promise<TicketHistoryEntry> {
    const actor = currentActor();
    const isPublic = PUBLIC_EVENTS.includes(event);
    const entry = this.entries.insertDeferred({
      ticketId,
      at,
      actorId: actor.id,
      actorKind: actor.kind,
      actorName: actor.name,
      event,
      oldValue: from ?? null,
      newValue: to ?? null,
      isPublic,
    });
    if (!ANNOUNCED.includes(event)) {
      const seenBy = visibility ?? (isPublic ? 'PUBLIC' : 'INTERNAL');
      await this.events.publish(ticketChanged, { ticketId, visibility: seenBy });
    }
    return entry;
  }

  /** In the order in which it happened. */
  of(ticketId: string): Promise<TicketHistoryEntry[]> {
    const everything = readableBy(currentActor()).includes('INTERNAL');
    return this.entries.find(
      { ticketId, ...(everything ? {} : { isPublic: true }) },
      { order: { id: 'ASC' }, take: MOST },
    );
  }
}
