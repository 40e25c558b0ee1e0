import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { RUNNING_STATUSES } from '../ticket-status';

/** Whose tickets: nobody's, or those of who asks. */
export type NewsOf = 'NOBODY' | 'MINE';

/** One of the staff, and from when on they want to know. */
export interface NewsSince {
  readonly staffUserId: string;
  readonly since: Date;
}

/** A ticket at which something happened, with the latest of it. */
export interface TicketNews {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly customerId: string;
  readonly what: 'CREATED' | 'COMMENTED' | 'REOPENED' | 'ASSIGNED';
  /** Of who did it. */
  readonly actorName: string;
  readonly total: number;
}

interface Kind {
  /** Which tickets `t` count. */
  readonly tickets: string;
  /** Which comments `c` do. */
  readonly comments: string;
  readonly events: readonly string[];
}

// Internal notes and assignments concern whom the ticket is given to; what nobody has waits for what customers say.
const KINDS: Readonly<Record<NewsOf, Kind>> = {
  NOBODY: {
    tickets: `t.assignee_id IS NULL AND ${oneOf('t.status', RUNNING_STATUSES)}`,
    comments: `c.author_kind = 'CONTACT'`,
    events: ['CREATED', 'REOPENED'],
  },
  MINE: {
    tickets: 't.assignee_id = person.id',
    comments: 'true',
    events: ['CREATED', 'REOPENED', 'ASSIGNED'],
  },
};

/**
 * The latest that others did at each ticket in the time asked for. Tickets by when they last changed, which is never before
 * what is asked for; what happened by the ticket. The earliest moment asked for stands by itself besides: only so does the planner
 * see how few tickets that is.
 */
const newsFrom = ({ tickets, comments, events }: Kind): string => `
  FROM unnest($2::uuid[], $3::timestamptz[]) AS person (id, since)
  JOIN tickets t ON ${tenantCondition('t')} AND t.updated_at > $5 AND t.updated_at > person.since AND ${tickets}
  CROSS JOIN LATERAL (
    SELECT happened.* FROM (
      SELECT 'COMMENTED' AS what, c.created_at AS at, c.author_name AS actor FROM ticket_comments c
      WHERE ${tenantCondition('c')} AND c.ticket_id = t.id AND c.created_at > person.since AND c.created_at <= $4
        AND c.author_id <> person.id AND ${comments}
      UNION ALL
      SELECT h.event, h.at, h.actor_name FROM ticket_history h
      WHERE ${tenantCondition('h')} AND h.ticket_id = t.id AND h.at > person.since AND h.at <= $4
        AND h.actor_id <> person.id AND ${oneOf('h.event', events)}
    ) happened ORDER BY happened.at DESC LIMIT 1
  ) latest`;

const WHO = (kind: Kind): string => `SELECT DISTINCT person.id ${newsFrom(kind)}`;
const LIST = (kind: Kind): string => `
  SELECT t.id, t.number, t.subject, t.customer_id AS "customerId", latest.what, latest.actor AS "actorName",
    count(*) OVER ()::int AS total
  ${newsFrom(kind)} ORDER BY latest.at, t.id LIMIT $6`;

/** What happened at tickets, for mails to staff: never their own actions. */
@Injectable()
export class TicketNewsReader {
  constructor(private readonly transactions: TransactionService) {}

  /** The ids of those for whom something happened. */
  async staffWithNews(of: NewsOf, people: readonly NewsSince[], until: Date): Promise<ReadonlySet<string>> {
    if (people.length === 0) return new Set();
    const rows = await this.transactions.query<{ id: string }>(WHO(KINDS[of]), this.asked(people, until));
    return new Set(rows.map(({ id }) => id));
  }

  /** The oldest first. */
  newsFor(of: NewsOf, person: NewsSince, until: Date, limit: number): Promise<TicketNews[]> {
    return this.transactions.query<TicketNews>(LIST(KINDS[of]), [...this.asked([person], until), limit]);
  }

  private asked(people: readonly NewsSince[], until: Date): unknown[] {
    return [
      this.transactions.tenantId,
      people.map(({ staffUserId }) => staffUserId),
      people.map(({ since }) => since.toISOString()),
      until,
      new Date(Math.min(...people.map(({ since }) => since.getTime()))),
    ];
  }
}
