import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../../platform/database/tenant-owned.entity';
import { Ticket } from '../ticket.entity';

export const TICKET_HISTORY_EVENTS = [
  'CREATED',
  'STATUS_CHANGED',
  'CLOSED',
  'REOPENED',
  'SUBJECT_CHANGED',
  'PRIORITY_CHANGED',
  'CATEGORY_CHANGED',
  'ASSIGNED',
  'ATTACHMENT_ADDED',
  'WATCHER_ADDED',
  'WATCHER_REMOVED',
] as const;
export type TicketHistoryEvent = (typeof TICKET_HISTORY_EVENTS)[number];

/** What happened to a ticket, when and by whom; never changed. */
@Entity('ticket_history')
@Check('ticket_history_actor_kind', `actor_kind IN ('STAFF', 'CONTACT')`)
@Index('ticket_history_of_ticket', ['tenantId', 'ticketId', 'id'])
@ForeignKey(() => Ticket, ['tenantId', 'ticketId'], ['tenantId', 'id'], {
  name: 'ticket_history_ticket',
  onDelete: 'CASCADE',
})
export class TicketHistoryEntry extends TenantOwned {
  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_id' })
  actorId: string;

  @Column('text', { name: 'actor_kind' })
  actorKind: 'STAFF' | 'CONTACT';

  @Column('text', { name: 'actor_name' })
  actorName: string;

  @Column('text')
  event: TicketHistoryEvent;

  /** For people: names, not ids. */
  @Column('text', { name: 'old_value', nullable: true })
  oldValue: string | null;

  @Column('text', { name: 'new_value', nullable: true })
  newValue: string | null;

  /** Whether contacts see it. */
  @Column('boolean', { name: 'is_public' })
  isPublic: boolean;
}
