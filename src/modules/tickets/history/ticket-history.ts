import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { EventPublisher } from '../../../platform/events/event-publisher';
import {
  chunksOf,
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { ticketChanged } from '../events/ticket.events';
import { readableBy, type Visibility } from '../ticket.policy';
import { TicketHistoryEntry, type TicketHistoryEvent } from './ticket-history-entry.entity';

/** Entries that have an event of their own. */
const WITH_OWN_EVENT: readonly TicketHistoryEvent[] = [
  'CREATED',
  'STATUS_CHANGED',
  'CLOSED',
  'REOPENED',
  'CUSTOMER_CHANGED',
];

/** What contacts see of the history; the rest shows how the tenant works inside. */
const PUBLIC_EVENTS: readonly TicketHistoryEvent[] = [
  'CREATED',
  'STATUS_CHANGED',
  'CLOSED',
  'REOPENED',
  'WATCHER_ADDED',
  'WATCHER_REMOVED',
  'MERGED_INTO',
];

const HIDE_CONTACTS = `
  UPDATE ticket_history h SET is_public = false
  WHERE ${tenantCondition('h')} AND h.ticket_id = $2 AND h.is_public
    AND (h.actor_kind = 'CONTACT' OR h.event IN ('WATCHER_ADDED', 'WATCHER_REMOVED'))`;

/** More than anybody reads; keeps an answer bounded. */
const MOST = 1_000;

interface Change {
  readonly at: Date;
  /** For people: names, not ids. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** The contact whose name it is. */
  readonly personId?: string;
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
    private readonly transactions: TransactionService,
  ) {}

  /** What has no event of its own is announced from here. */
  async record(ticketId: string, event: TicketHistoryEvent, change: Change): Promise<TicketHistoryEntry> {
    const entry = this.entries.insertDeferred(entryOf(ticketId, event, change));
    if (!WITH_OWN_EVENT.includes(event)) {
      const visibility = change.visibility ?? (entry.isPublic ? 'PUBLIC' : 'INTERNAL');
      // Who leaves by themselves knows.
      const isRemoved = event === 'WATCHER_REMOVED' && change.personId !== currentActor().id;
      const formerWatcherId = isRemoved ? change.personId : undefined;
      await this.events.publish(ticketChanged, { ticketId, visibility, formerWatcherId });
    }
    return entry;
  }

  /** As `record`, the same at many tickets in few statements. */
  recordAll(
    ticketIds: readonly string[],
    event: Exclude<
      TicketHistoryEvent,
      'CREATED' | 'STATUS_CHANGED' | 'CLOSED' | 'REOPENED' | 'CUSTOMER_CHANGED'
    >,
    change: Change & { readonly visibility: Visibility },
  ): void {
    for (const some of chunksOf(ticketIds)) {
      this.entries.insertAllDeferred(some.map((id) => entryOf(id, event, change)));
    }
    const { visibility } = change;
    this.events.publishAll(
      ticketChanged,
      ticketIds.map((ticketId) => ({ ticketId, visibility })),
    );
  }

  /** Nobody but staff reads any more what contacts did at a ticket, and what names them. */
  async hideContacts(ticketId: string): Promise<void> {
    await this.transactions.current.query(HIDE_CONTACTS, [this.transactions.tenantId, ticketId]);
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

function entryOf(ticketId: string, event: TicketHistoryEvent, { at, from, to, personId }: Change) {
  const actor = currentActor();
  return {
    ticketId,
    at,
    actorId: actor.id,
    actorKind: actor.kind,
    actorName: actor.name,
    event,
    oldValue: from ?? null,
    newValue: to ?? null,
    personId: personId ?? null,
    isPublic: PUBLIC_EVENTS.includes(event),
  };
}
