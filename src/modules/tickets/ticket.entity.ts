import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Versioned } from '../../platform/database';
import { TicketCategory } from './categories/ticket-category.entity';
import type { TicketStatus } from './ticket-status';
import { mayMove } from './ticket-status';
import { ticketMerged, transitionForbidden } from './tickets.errors';

export const TICKET_PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

const RUNNING = `status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER')`;

/** Anfrage: what a customer wants the tenant to see to. */
@Entity('tickets')
@Unique('tickets_number', ['tenantId', 'number'])
@Check('tickets_status', `status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER', 'RESOLVED', 'CLOSED')`)
@Check('tickets_priority', `priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')`)
@Check('tickets_created_by_kind', `created_by_kind IN ('STAFF', 'CONTACT')`)
@Index('tickets_of_customer_running', ['tenantId', 'customerId', 'publicActivityAt', 'id'], {
  where: RUNNING,
})
@Index('tickets_of_customer', ['tenantId', 'customerId', 'publicActivityAt', 'id'])
@Index('tickets_of_contact', ['tenantId', 'contactId', 'publicActivityAt', 'id'])
@Index('tickets_running', ['tenantId', 'updatedAt', 'id'], { where: RUNNING })
@Index('tickets_of_assignee', ['tenantId', 'assigneeId', 'updatedAt', 'id'], { where: RUNNING })
@Index('tickets_most_urgent', { synchronize: false })
@Index('tickets_recent', ['tenantId', 'updatedAt', 'id'])
@Index('tickets_recent_of_assignee', ['tenantId', 'assigneeId', 'updatedAt', 'id'])
@Index('tickets_recent_of_customer', ['tenantId', 'customerId', 'updatedAt', 'id'])
@Index('tickets_recent_of_contact', ['tenantId', 'contactId', 'updatedAt', 'id'])
@Index('tickets_newest', ['tenantId', 'createdAt', 'id'])
@Index('tickets_newest_of_customer', ['tenantId', 'customerId', 'createdAt', 'id'])
@ForeignKey('Customer', ['tenantId', 'customerId'], ['tenantId', 'id'], { name: 'tickets_customer' })
@ForeignKey('Contact', ['tenantId', 'contactId'], ['tenantId', 'id'], { name: 'tickets_contact' })
@Index('tickets_of_device', ['tenantId', 'deviceId'], { where: 'device_id IS NOT NULL' })
@ForeignKey('Device', ['tenantId', 'deviceId'], ['tenantId', 'id'], { name: 'tickets_device' })
@Index('tickets_of_category', ['tenantId', 'categoryId', 'updatedAt', 'id'], {
  where: 'category_id IS NOT NULL',
})
@ForeignKey(() => TicketCategory, ['tenantId', 'categoryId'], ['tenantId', 'id'], {
  name: 'tickets_category',
})
@Index('tickets_merged', ['tenantId', 'mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
@ForeignKey(() => Ticket, ['tenantId', 'mergedIntoId'], ['tenantId', 'id'], { name: 'tickets_merged_into' })
@ForeignKey('StaffUser', ['tenantId', 'assigneeId'], ['tenantId', 'id'], { name: 'tickets_assignee' })
export class Ticket extends Versioned {
  @Column('text')
  number: string;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  /** Whose ticket it is; null where staff recorded it for the company. */
  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  /** What it is about, of the company's devices. */
  @Column('uuid', { name: 'device_id', nullable: true })
  deviceId: string | null;

  @Column('text')
  subject: string;

  @Column('text')
  description: string;

  @Column('text')
  status: TicketStatus;

  /** Internal once the ticket is made, as is the assignee. */
  @Column('text')
  priority: TicketPriority;

  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId: string | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column('uuid', { name: 'created_by_id' })
  createdById: string;

  @Column('text', { name: 'created_by_kind' })
  createdByKind: 'STAFF' | 'CONTACT';

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** What contacts see as the last change. Never moved by anything internal: that would tell them of it. */
  @Column('timestamptz', { name: 'public_activity_at' })
  publicActivityAt: Date;

  /** The last change of any kind, for staff. */
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** When staff first answered in public what a customer had recorded. */
  @Column('timestamptz', { name: 'first_answered_at', nullable: true })
  firstAnsweredAt: Date | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** The ticket in which it goes on, for good; never one that goes on elsewhere itself. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  /** @throws ticketMerged, transitionForbidden */
  moveTo(status: TicketStatus, now: Date): void {
    if (this.mergedIntoId !== null) throw ticketMerged();
    if (!mayMove(this.status, status)) {
      throw transitionForbidden({ values: { from: this.status, to: status } });
    }
    this.status = status;
    if (status === 'RESOLVED') this.resolvedAt = now;
    if (status === 'CLOSED') this.closedAt = now;
    if (status === 'IN_PROGRESS') this.resolvedAt = this.closedAt = null;
    this.showActivity(now);
  }

  /** Ends here and goes on there. @throws ticketMerged */
  mergeInto(id: string, now: Date): void {
    if (this.status !== 'CLOSED') this.moveTo('CLOSED', now);
    if (this.mergedIntoId !== null) throw ticketMerged();
    this.mergedIntoId = id;
    this.showActivity(now);
  }

  /** It was recorded for the wrong company. */
  goTo(
    { customerId, contactId }: Pick<Ticket, 'customerId' | 'contactId'>,
    deviceId: string | null,
    now: Date,
  ): void {
    this.customerId = customerId;
    this.contactId = contactId;
    this.deviceId = deviceId;
    this.showActivity(now);
  }

  /** Staff have answered in public. */
  answer(now: Date): void {
    if (this.createdByKind === 'CONTACT') this.firstAnsweredAt ??= now;
  }

  /** Something happened that the customer may know of. */
  showActivity(now: Date): void {
    this.publicActivityAt = now;
    this.updatedAt = now;
  }

  /** Something happened that stays among staff. */
  noteActivity(now: Date): void {
    this.updatedAt = now;
  }
}

/** What lists read of a ticket. */
export type TicketRow = Pick<
  Ticket,
  | 'id'
  | 'version'
  | 'number'
  | 'customerId'
  | 'contactId'
  | 'subject'
  | 'status'
  | 'priority'
  | 'categoryId'
  | 'assigneeId'
  | 'createdAt'
  | 'publicActivityAt'
  | 'updatedAt'
  | 'resolvedAt'
  | 'closedAt'
>;

export const TICKET_COLUMNS = `t.id, t.version, t.number, t.customer_id AS "customerId", t.contact_id AS "contactId",
  t.subject, t.status, t.priority, t.category_id AS "categoryId", t.assignee_id AS "assigneeId", t.created_at AS "createdAt",
  t.public_activity_at AS "publicActivityAt", t.updated_at AS "updatedAt", t.resolved_at AS "resolvedAt",
  t.closed_at AS "closedAt"`;

/** Fields that staff change without further effects, each with the event that the history records, and who sees what it is now. */
export const TICKET_VALUES = [
  { name: 'subject', event: 'SUBJECT_CHANGED', visibility: 'PUBLIC' },
  { name: 'priority', event: 'PRIORITY_CHANGED', visibility: 'INTERNAL' },
] as const;
export type TicketValues = Partial<Pick<Ticket, (typeof TICKET_VALUES)[number]['name']>>;
