import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { type MailTiming, WORK_TOPICS, WorkMailChoice, type WorkTopic } from './work-mail-choice.entity';

export type WorkMails = Readonly<Record<WorkTopic, MailTiming>>;

/** A staff user who is due a mail about one kind of work: about what has happened since. */
export interface DueWorkMail {
  readonly staffUserId: string;
  readonly topic: WorkTopic;
  readonly since: Date;
}

const ALL_AT_ONCE: WorkMails = { UNASSIGNED_TICKETS: 'AT_ONCE', MY_TICKETS: 'AT_ONCE', INBOX: 'AT_ONCE' };

// Two concurrent calls wait for each other, and the second finds nothing that is due.
const TAKE_DUE = `
  WITH due AS (
    SELECT c.id, c.staff_user_id, c.topic, c.told_until FROM work_mail_choices c
    WHERE ${tenantCondition('c')} AND c.timing = $2 AND c.told_until < $3 ORDER BY c.id FOR UPDATE
  ), told AS (
    UPDATE work_mail_choices c SET told_until = $3 FROM due WHERE ${tenantCondition('c')} AND c.id = due.id
  )
  SELECT staff_user_id AS "staffUserId", topic, told_until AS since FROM due`;

/** Each staff user's own choice of notifications by mail, and when. */
@Injectable()
export class WorkMailChoices {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    @InjectTenantRepository(WorkMailChoice) private readonly choices: TenantRepository<WorkMailChoice>,
  ) {}

  async of(staffUserId: string): Promise<WorkMails> {
    const choices = await this.choices.find({ staffUserId });
    return { ...ALL_AT_ONCE, ...Object.fromEntries(choices.map(({ topic, timing }) => [topic, timing])) };
  }

  /** For a new staff user: every notification is on until switched off. */
  begin(staffUserId: string): void {
    const notifiedUntil = new Date();
    this.choices.insertAllDeferred(
      WORK_TOPICS.map((topic) => ({ staffUserId, topic, timing: ALL_AT_ONCE[topic], notifiedUntil })),
    );
  }

  /** A notification that is switched on is about what happens from now on. */
  choose(staffUserId: string, wanted: Partial<WorkMails>): Promise<void> {
    return this.transactions.run(async () => {
      const changed: Partial<Record<WorkTopic, MailTiming>> = {};
      for (const choice of await this.choices.find({ staffUserId }, { lock: true, order: { id: 'ASC' } })) {
        const timing = wanted[choice.topic];
        if (timing === undefined || timing === choice.timing) continue;
        if (choice.timing === 'NEVER') choice.notifiedUntil = new Date();
        choice.timing = timing;
        changed[choice.topic] = timing;
        await this.choices.update(choice);
      }
      if (Object.keys(changed).length === 0) return;
      await this.audit.record({
        action: 'staff-user.changed',
        objectType: 'StaffUser',
        objectId: staffUserId,
        changes: { workMails: changed },
      });
    });
  }

  /** Who is due a mail with this timing, each once: from now on they count as notified. */
  takeDue(timing: MailTiming, until: Date): Promise<DueWorkMail[]> {
    return this.transactions.current.query<DueWorkMail>(TAKE_DUE, [
      this.transactions.tenantId,
      timing,
      until,
    ]);
  }
}
