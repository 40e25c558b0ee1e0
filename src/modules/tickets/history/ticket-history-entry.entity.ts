import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import { Ticket, TICKET_VALUES } from '../ticket.entity';

export const TICKET_HISTORY_EVENTS = [
  'CREATED',
  'STATUS_CHANGED',
  'CLOSED',
  'REOPENED',
  ...TICKET_VALUES.map(({ event }) => event),
  'CATEGORY_CHANGED',
  'ASSIGNED',
  'ATTACHMENT_ADDED',
  'WATCHER_ADDED',
  'WATCHER_REMOVED',
  'MERGED',
  'MERGED_INTO',
  'CUSTOMER_CHANGED',
] as const;
export type TicketHistoryEvent = (typeof TICKET_HISTORY_EVENTS)[number];

/** What happened to a ticket, when and by whom; never changed; only the name of an erased contact leaves it, and another company does not see it. */
@Entity('ticket_history')
@Check('ticket_history_actor_kind', `actor_kind IN ('STAFF', 'CONTACT')`)
@Index('ticket_history_of_contact', ['tenantId', 'actorId'], { where: `actor_kind = 'CONTACT'` })
@Index('ticket_history_about_person', ['tenantId', 'personId'], { where: 'person_id IS NOT NULL' })
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

  /** The contact whose name the value is. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  /** Whether contacts see it. */
  @Column('boolean', { name: 'is_public' })
  isPublic: boolean;
}
