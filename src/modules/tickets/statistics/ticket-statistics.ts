import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { EACH_MONTH, monthParameters, type Months } from '../../../platform/months';
import { RUNNING_STATUSES, type TicketStatus } from '../ticket-status';

/** How many running tickets of a status were recorded when. */
export interface RunningTickets {
  readonly status: TicketStatus;
  readonly withinDay: number;
  readonly withinWeek: number;
  readonly withinMonth: number;
  readonly older: number;
  readonly total: number;
}

/** Tickets that were recorded in a month; times in minutes, null where there are none. */
export interface TicketMonth {
  readonly month: string;
  readonly recorded: number;
  readonly answered: number;
  readonly answerMedian: number | null;
  readonly answerPercentile90: number | null;
  readonly resolved: number;
  readonly resolutionMedian: number | null;
  readonly resolutionPercentile90: number | null;
}

const RUNNING = `
  SELECT s.status, count(t.id) FILTER (WHERE t.age <= interval '1 day')::int AS "withinDay",
    count(t.id) FILTER (WHERE t.age > interval '1 day' AND t.age <= interval '7 days')::int AS "withinWeek",
    count(t.id) FILTER (WHERE t.age > interval '7 days' AND t.age <= interval '30 days')::int AS "withinMonth",
    count(t.id) FILTER (WHERE t.age > interval '30 days')::int AS older, count(t.id)::int AS total
  FROM unnest($2::text[]) WITH ORDINALITY s (status, place)
  LEFT JOIN (SELECT t.id, t.status, now() - t.created_at AS age FROM tickets t
    WHERE ${tenantCondition('t')} AND ${oneOf('t.status', RUNNING_STATUSES)}) t ON t.status = s.status
  GROUP BY s.status, s.place ORDER BY s.place`;

// Sorted as they are, once for both: numbers made of them cost more than reading the rows.
const after = (moment: string): string =>
  `percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ${moment} - t.created_at)`;
const minutes = (after: string): string => `round(extract(epoch FROM ${after}) / 60)::int`;

const BY_MONTH = `
  SELECT m.month, f.recorded, f.answered,
    ${minutes('f.answer[1]')} AS "answerMedian", ${minutes('f.answer[2]')} AS "answerPercentile90",
    f.resolved, ${minutes('f.resolution[1]')} AS "resolutionMedian", ${minutes('f.resolution[2]')} AS "resolutionPercentile90"
  FROM ${EACH_MONTH} CROSS JOIN LATERAL (
    SELECT count(*)::int AS recorded, count(t.first_answered_at)::int AS answered, ${after('t.first_answered_at')} AS answer,
      count(t.solved_at)::int AS resolved, ${after('t.solved_at')} AS resolution
    FROM (SELECT t.created_at, t.first_answered_at, coalesce(t.resolved_at, t.closed_at) AS solved_at FROM tickets t
      WHERE ${tenantCondition('t')} AND t.created_at >= m.begins AND t.created_at < m.ends) t) f
  ORDER BY m.month`;

/** Figures about tickets, each table in one statement. */
@Injectable()
export class TicketStatistics {
  constructor(private readonly transactions: TransactionService) {}

  running(): Promise<RunningTickets[]> {
    return this.transactions.query<RunningTickets>(RUNNING, [
      this.transactions.tenantId,
      [...RUNNING_STATUSES],
    ]);
  }

  byMonth(months: Months): Promise<TicketMonth[]> {
    return this.transactions.query<TicketMonth>(BY_MONTH, [
      this.transactions.tenantId,
      ...monthParameters(months),
    ]);
  }
}
