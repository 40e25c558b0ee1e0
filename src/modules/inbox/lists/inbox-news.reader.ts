import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import type { InboxItemType } from '../inbox-item-type';

/** A new or reopened item of the Postkorb that is not assigned. */
export interface InboxNews {
  readonly id: string;
  readonly type: InboxItemType;
  readonly summary: string;
  readonly number: string | null;
  readonly customerId: string | null;
  readonly total: number;
}

// Among those that are open, of which there are few.
const NEWS_FROM = `
  FROM inbox_items t WHERE ${tenantCondition('t')} AND t.state IN ('NEW', 'IN_PROGRESS') AND t.assignee_id IS NULL
    AND coalesce(t.reopened_at, t.created_at) > $2 AND coalesce(t.reopened_at, t.created_at) <= $3`;
const LATEST = `SELECT max(coalesce(t.reopened_at, t.created_at)) AS at ${NEWS_FROM}`;
const LIST = `
  SELECT t.id, t.type, t.summary, t.number, t.customer_id AS "customerId", count(*) OVER ()::int AS total
  ${NEWS_FROM} ORDER BY coalesce(t.reopened_at, t.created_at), t.id LIMIT $4`;

/** What came into the Postkorb, for mails to staff. */
@Injectable()
export class InboxNewsReader {
  constructor(private readonly transactions: TransactionService) {}

  /** When the latest came; null where nothing did. */
  async latestArrival(since: Date, until: Date): Promise<Date | null> {
    const [row] = await this.transactions.query<{ at: Date | null }>(LATEST, [
      this.transactions.tenantId,
      since,
      until,
    ]);
    return row?.at ?? null;
  }

  /** The oldest first. */
  newsFor(since: Date, until: Date, limit: number): Promise<InboxNews[]> {
    return this.transactions.query<InboxNews>(LIST, [this.transactions.tenantId, since, until, limit]);
  }
}
