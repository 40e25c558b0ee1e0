import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../database/tenant.repository';
import { tenantCondition } from '../database/tenant-scope';
import { TransactionService } from '../database/transaction.service';
import { JobQueue } from '../events/job-queue';
import { newId } from '../ids';
import type { MailPayload } from './composed-mail';
import { queueDelivery } from './delivery-job';
import type { MailTemplate } from './mail-template';
import { type MailState, OutgoingMail } from './outgoing-mail.entity';

export interface MailToQueue {
  readonly template: MailTemplate;
  /** Id of the contact, staff user or registration it concerns. */
  readonly about: string;
  readonly payload: MailPayload;
  /** A second mail of the tenant with the same key is not written. */
  readonly dedupeKey?: string;
}

/** What became of a mail. */
export interface MailDelivery {
  readonly id: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** Short, for staff; absent once it was sent. */
  readonly lastError: string | null;
}

/** Sends mail: nothing leaves before the transaction that wants it has ended, and everything leaves afterwards. */
@Injectable()
export class Mailer {
  constructor(
    private readonly transactions: TransactionService,
    private readonly jobs: JobQueue,
    @InjectTenantRepository(OutgoingMail) private readonly mails: TenantRepository<OutgoingMail>,
  ) {}

  /** Writes the mail into the transaction under way and returns its id, or that of the mail with the same key. */
  async queue({ template, about, payload, dedupeKey }: MailToQueue): Promise<string> {
    const id = newId();
    const { tenantId } = this.transactions;
    const [written] = await this.transactions.query(
      `INSERT INTO outgoing_mails (tenant_id, id, template, about, payload, dedupe_key) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [tenantId, id, template.name, about, { ...payload }, dedupeKey],
    );
    if (!written) {
      const [earlier] = await this.mails.find({ dedupeKey });
      if (!earlier) throw new Error('A mail was neither written nor there.');
      return earlier.id;
    }
    queueDelivery(this.jobs, id);
    return id;
  }

  /** What became of mails that have left, or never will; what still waits stays. */
  async forget(olderThanDays: number): Promise<void> {
    await this.transactions.query(
      `DELETE FROM outgoing_mails m
       WHERE ${tenantCondition('m')} AND state <> 'QUEUED' AND created_at < now() - make_interval(days => $2)`,
      [this.transactions.tenantId, olderThanDays],
    );
  }

  /** The newest mail of its kind about somebody. */
  async latest(template: MailTemplate, about: string): Promise<MailDelivery | undefined> {
    const [mail] = await this.mails.find(
      { about, template: template.name },
      { order: { id: 'DESC' }, take: 1 },
    );
    if (!mail) return undefined;
    const { id, state, attempts, createdAt, sentAt, lastError } = mail;
    return { id, state, attempts, createdAt, sentAt, lastError };
  }
}
