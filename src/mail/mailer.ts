import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../platform/database';
import { JobQueue } from '../platform/events/job-queue';
import { newId } from '../platform/ids';
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
  /** One of many: leaves after those that are paced before it, at the pace of INVITATION_MAILS_PER_MINUTE. */
  readonly paced?: boolean;
}

/** What became of a mail. */
export interface MailDelivery {
  readonly id: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Date;
  /** Of one of many: when its turn is. */
  readonly notBefore: Date | null;
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
    @Inject(CONFIG) private readonly config: Config,
    @InjectTenantRepository(OutgoingMail) private readonly mails: TenantRepository<OutgoingMail>,
  ) {}

  /** Writes the mail into the transaction under way and returns its id, or that of the mail with the same key. */
  async queue({ template, about, payload, dedupeKey, paced = false }: MailToQueue): Promise<string> {
    const id = newId();
    const { tenantId } = this.transactions;
    const notBefore = paced ? await this.nextTurn() : undefined;
    const [written] = await this.transactions.query(
      `INSERT INTO outgoing_mails (tenant_id, id, template, about, payload, dedupe_key, not_before)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
      [tenantId, id, template.name, about, { ...payload }, dedupeKey, notBefore],
    );
    if (!written) {
      const [earlier] = await this.mails.find({ dedupeKey });
      if (!earlier) throw new Error('A mail was neither written nor there.');
      return earlier.id;
    }
    queueDelivery(this.jobs, { mailId: id, payload, runAt: notBefore });
    return id;
  }

  /** Marks failed mails of these kinds about a person as void: another one takes their place. */
  async replaceFailed(templates: readonly MailTemplate[], about: string): Promise<void> {
    await this.transactions.query(
      `UPDATE outgoing_mails m SET state = 'SUPPRESSED'
       WHERE ${tenantCondition('m')} AND m.about = $2 AND m.template = ANY($3::text[]) AND m.state = 'FAILED'`,
      [this.transactions.tenantId, about, templates.map(({ name }) => name)],
    );
  }

  /** What became of mails that have left, or never will; what still waits stays. */
  async forget(olderThanDays: number): Promise<void> {
    await this.transactions.query(
      `DELETE FROM outgoing_mails m
       WHERE ${tenantCondition('m')} AND state <> 'QUEUED' AND created_at < now() - make_interval(days => $2)`,
      [this.transactions.tenantId, olderThanDays],
    );
  }

  /** Deletes every mail about a person, also queued ones: these never leave. */
  async forgetAbout(about: string): Promise<void> {
    await this.mails.delete({ about });
  }

  /** The newest mail of some kinds about each of some people; those who had none are absent. */
  async newest(
    templates: readonly MailTemplate[],
    about: readonly string[],
  ): Promise<ReadonlyMap<string, MailDelivery>> {
    if (about.length === 0) return new Map();
    const found = await this.transactions.query<MailDelivery & { about: string }>(
      `SELECT m.* FROM unnest($2::uuid[]) AS somebody(id) CROSS JOIN LATERAL (
         SELECT t.about, t.id, t.state, t.attempts, t.created_at AS "createdAt", t.not_before AS "notBefore",
           t.sent_at AS "sentAt", t.last_error AS "lastError"
         FROM outgoing_mails t
         WHERE ${tenantCondition('t')} AND t.about = somebody.id AND t.template = ANY($3::text[])
         ORDER BY t.id DESC LIMIT 1) m`,
      [this.transactions.tenantId, [...new Set(about)], templates.map(({ name }) => name)],
    );
    return new Map(found.map((mail) => [mail.about, mail]));
  }

  /** Behind the last one that has been given a turn; two who ask at once get one after the other. */
  private async nextTurn(): Promise<Date> {
    const { tenantId } = this.transactions;
    await this.transactions.query(
      `SELECT pg_advisory_xact_lock(hashtextextended($1::text || ':paced-mails', 0))`,
      [tenantId],
    );
    const [turn] = await this.transactions.query<{ at: Date }>(
      `SELECT greatest(clock_timestamp(), max(not_before) + make_interval(secs => $2)) AS at
       FROM outgoing_mails m WHERE ${tenantCondition('m')} AND not_before IS NOT NULL`,
      [tenantId, 60 / this.config.mail.invitationsPerMinute],
    );
    if (!turn) throw new Error('There is no next turn.');
    return turn.at;
  }
}
