import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../platform/database';
import { JobQueue } from '../platform/events/job-queue';
import { KeysetList, type Page, type PageRequest } from '../platform/http/paging/keyset-list';
import { queueDelivery } from './delivery-job';
import type { MailState } from './outgoing-mail.entity';

/** A mail and what has become of it so far; nothing of what it says. */
export interface TracedMail {
  readonly id: string;
  readonly template: string;
  /** Id of the contact, staff user or registration it concerns. */
  readonly about: string;
  readonly ticketId: string | null;
  readonly orderId: string | null;
  readonly state: MailState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `t.id, t.template, t.about, t.payload->>'ticketId' AS "ticketId", t.payload->>'orderId' AS "orderId",
  t.state, t.attempts, t.last_error AS "lastError", t.created_at AS "createdAt"`;
const UNDELIVERED = ['QUEUED', 'FAILED'];
/** A mail is overdue once it has waited longer than most do after they became due. */
const IS_OVERDUE_OR_FAILED = `(t.state = 'FAILED' OR t.last_error IS NOT NULL
  OR greatest(t.created_at, t.not_before) < now() - interval '5 minutes')`;
const SORTS = { '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' } } as const;
/** More is not counted: it is a number to look at. */
const COUNTED = 1_000;
const COUNTS = `
  SELECT count(*) FILTER (WHERE state = 'FAILED')::int AS failed, count(*) FILTER (WHERE state = 'QUEUED')::int AS waiting
  FROM (SELECT t.state FROM outgoing_mails t
    WHERE ${tenantCondition('t')} AND ${oneOf('t.state', UNDELIVERED)} AND ${IS_OVERDUE_OR_FAILED} LIMIT ${COUNTED}) found`;
/** A mail server that is slow takes no longer: what is under way is left to its end. */
const UNDER_WAY = `interval '2 minutes'`;
const RESEND = `
  UPDATE outgoing_mails t SET state = 'QUEUED', attempts = 0
  WHERE ${tenantCondition('t')} AND ${oneOf('t.state', UNDELIVERED)} AND t.id = ANY($2::uuid[])
    AND (t.state = 'FAILED' OR t.last_attempt_at IS NULL OR t.last_error IS NOT NULL
      OR t.last_attempt_at < now() - ${UNDER_WAY}) RETURNING t.id`;

/** A mail that was given up, or waits to be tried again. */
export interface UndeliveredMail {
  /** Id of the contact. */
  readonly about: string;
  readonly state: 'QUEUED' | 'FAILED';
  readonly lastError: string;
}

/**
 * SQL for the mails with a comment that have not left, as a list of `UndeliveredMail`; null where there are none.
 * @param comment an expression for its id
 * @param tenant the place of the tenant's id among the parameters
 */
export function undeliveredOfComment(comment: string, tenant: number): string {
  return `(SELECT json_agg(json_build_object('about', m.about, 'state', m.state, 'lastError', m.last_error) ORDER BY m.id)
    FROM outgoing_mails m WHERE ${tenantCondition('m', tenant)} AND m.payload->>'commentId' = (${comment})::text
      AND m.state IN ('QUEUED', 'FAILED') AND m.last_error IS NOT NULL)`;
}

/** What a mail may be about, and where its payload holds the id. */
const ID_OF_SUBJECT = { ticket: 'ticketId', order: 'orderId' } as const;
const LISTED = 20;
/** Mails with a comment are left out: they are shown at the comment. The states are written as the partial index has them. */
const ABOUT = (id: string): string => `
  SELECT t.about, t.state, t.last_error AS "lastError" FROM outgoing_mails t
  WHERE ${tenantCondition('t')} AND t.payload->>'${id}' = $2 AND t.payload->>'commentId' IS NULL
    AND t.state IN ('QUEUED', 'FAILED') AND t.last_error IS NOT NULL ORDER BY t.id LIMIT ${LISTED}`;

/** Mails that were given up or wait for long. */
@Injectable()
export class UndeliveredMails {
  constructor(
    private readonly transactions: TransactionService,
    private readonly jobs: JobQueue,
    private readonly lists: KeysetList,
  ) {}

  /** The newest first. */
  page(states: readonly MailState[] | undefined, query: PageRequest): Promise<Page<TracedMail>> {
    return this.lists.page<TracedMail, '-createdAt'>({
      select: COLUMNS,
      from: 'outgoing_mails t',
      where: [oneOf('t.state', states ?? UNDELIVERED), IS_OVERDUE_OR_FAILED],
      parameters: [],
      sorts: SORTS,
      sort: '-createdAt',
      query,
    });
  }

  /** No more than a thousand of both together. */
  async counts(): Promise<{ readonly failed: number; readonly waiting: number }> {
    const [counts] = await this.transactions.query<{ failed: number; waiting: number }>(COUNTS, [
      this.transactions.tenantId,
    ]);
    return counts ?? { failed: 0, waiting: 0 };
  }

  /** Those about a ticket or an order that have not left: receipts, and what tells how it stands. The oldest first. */
  of(subject: keyof typeof ID_OF_SUBJECT, id: string): Promise<UndeliveredMail[]> {
    const { tenantId } = this.transactions;
    return this.transactions.query<UndeliveredMail>(ABOUT(ID_OF_SUBJECT[subject]), [tenantId, id]);
  }

  /** Whatever its state. */
  async find(id: string): Promise<TracedMail | undefined> {
    const [mail] = await this.transactions.query<TracedMail>(
      `SELECT ${COLUMNS} FROM outgoing_mails t WHERE ${tenantCondition('t')} AND t.id = $2`,
      [this.transactions.tenantId, id],
    );
    return mail;
  }

  /** Tries again at once. @returns the ids of those that had not left, and are tried */
  resend(ids: readonly string[]): Promise<string[]> {
    return this.transactions.run(async () => {
      const { tenantId } = this.transactions;
      const queued = await this.transactions.query<{ id: string }>(RESEND, [tenantId, ids]);
      for (const { id } of queued) queueDelivery(this.jobs, { mailId: id });
      return queued.map(({ id }) => id);
    });
  }
}
