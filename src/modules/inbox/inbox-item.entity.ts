import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Versioned } from '../../platform/database';
import type { InboxPayload } from './arrivals/payload';
import { type InboxItemState, type InboxItemType, isOpen } from './inbox-item-type';
import { itemDecided } from './inbox.errors';
import type { Outcome } from './outcomes/outcome';

const OPEN = `state IN ('NEW', 'IN_PROGRESS')`;

/** Postkorb: one thing that a customer sent. What they sent never changes: the database refuses that, too. */
@Entity('inbox_items')
@Unique('inbox_items_subject', ['tenantId', 'subjectId'])
@Check('inbox_items_type', `type IN ('ORDER', 'QUOTE_REQUEST', 'REGISTRATION')`)
@Check(
  'inbox_items_state',
  `CASE state WHEN 'NEW' THEN assignee_id IS NULL WHEN 'IN_PROGRESS' THEN assignee_id IS NOT NULL ELSE state IN ('DONE', 'REJECTED') END AND (state IN ('DONE', 'REJECTED')) = (outcome IS NOT NULL)`,
)
@Index('inbox_items_open', ['tenantId', 'createdAt', 'id'], { where: OPEN })
@Index('inbox_items_of_assignee', ['tenantId', 'assigneeId', 'createdAt', 'id'], { where: OPEN })
@Index('inbox_items_oldest', ['tenantId', 'createdAt', 'id'])
@Index('inbox_items_of_customer', ['tenantId', 'customerId', 'createdAt', 'id'])
@Index('inbox_items_number', ['tenantId', 'number'])
@Index('inbox_items_counts', ['tenantId', 'type', 'state'])
@ForeignKey('Customer', ['tenantId', 'customerId'], ['tenantId', 'id'], { name: 'inbox_items_customer' })
@ForeignKey('Contact', ['tenantId', 'contactId'], ['tenantId', 'id'], { name: 'inbox_items_contact' })
@ForeignKey('StaffUser', ['tenantId', 'assigneeId'], ['tenantId', 'id'], { name: 'inbox_items_assignee' })
export class InboxItem extends Versioned {
  @Column({ type: 'text', update: false })
  type: InboxItemType;

  @Column('text')
  state: InboxItemState;

  /** Of the order or quote request. */
  @Column({ type: 'text', nullable: true, update: false })
  number: string | null;

  /** Id of the order, quote request or registration. */
  @Column({ type: 'uuid', name: 'subject_id', update: false })
  subjectId: string;

  /** Of a registration only once it is accepted, as is the contact. */
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  /** One line that tells items apart in a list. */
  @Column({ type: 'text', update: false })
  summary: string;

  @Column({ type: 'jsonb', update: false })
  payload: InboxPayload;

  /** When the address of a registration proved to be the person's. */
  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', update: false })
  createdAt: Date;

  /** When it was reopened, because the customer declined the offer. */
  @Column('timestamptz', { name: 'reopened_at', nullable: true })
  reopenedAt: Date | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('jsonb', { nullable: true })
  outcome: Outcome | null;

  /** @throws itemDecided */
  assignTo(staffUserId: string): void {
    this.assertOpen();
    this.assigneeId = staffUserId;
    this.state = 'IN_PROGRESS';
  }

  /** @throws itemDecided */
  release(): void {
    this.assertOpen();
    this.assigneeId = null;
    this.state = 'NEW';
  }

  /** Whoever decides has worked on it; null where the customer did it and nobody had. */
  decide(outcome: Outcome, assigneeId: string | null, now: Date): void {
    this.assigneeId = assigneeId;
    this.state = outcome.decision === 'REJECTED' ? 'REJECTED' : 'DONE';
    this.outcome = outcome;
    this.decidedAt = now;
  }

  /** New again, and anybody's: what was decided before is in the log and with the order. */
  reopen(now: Date): void {
    this.state = 'NEW';
    this.assigneeId = null;
    this.outcome = null;
    this.decidedAt = null;
    this.reopenedAt = now;
  }

  /** The assignee, unless that is the given user. */
  otherAssignee(staffUserId: string): string | undefined {
    return this.assigneeId === null || this.assigneeId === staffUserId ? undefined : this.assigneeId;
  }

  /** @throws itemDecided */
  assertOpen(): void {
    if (!isOpen(this.state)) throw itemDecided();
  }
}
