import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { TenantOwned } from '../../platform/database';

/** Tickets that nobody has, those that somebody has, and the Postkorb. */
export const WORK_TOPICS = ['UNASSIGNED_TICKETS', 'MY_TICKETS', 'INBOX'] as const;
export type WorkTopic = (typeof WORK_TOPICS)[number];

export type MailTiming = 'AT_ONCE' | 'DAILY' | 'NEVER';

/** When a staff user is mailed about one kind of work, and up to when they have been notified. */
@Entity('work_mail_choices')
@Unique('work_mail_choices_of_staff_user', ['tenantId', 'staffUserId', 'topic'])
@Check('work_mail_choices_topic', `topic IN ('UNASSIGNED_TICKETS', 'MY_TICKETS', 'INBOX')`)
@Check('work_mail_choices_timing', `timing IN ('AT_ONCE', 'DAILY', 'NEVER')`)
@ForeignKey('StaffUser', ['tenantId', 'staffUserId'], ['tenantId', 'id'], {
  name: 'work_mail_choices_staff_user',
  onDelete: 'CASCADE',
})
export class WorkMailChoice extends TenantOwned {
  @Column('uuid', { name: 'staff_user_id' })
  staffUserId: string;

  @Column('text')
  topic: WorkTopic;

  @Column('text')
  timing: MailTiming;

  /** What happened before has been mailed, or was not wanted. */
  @Column('timestamptz', { name: 'told_until' })
  notifiedUntil: Date;
}
