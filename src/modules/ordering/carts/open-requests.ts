import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { keyOf, type LineKey } from '../shop';

/** After the acceptance of an order; by then it has been delivered, or staff are asked where it is. */
const AWAITED_DAYS = 14;

/** The day since when a company waits for the same thing; nothing where it does not. */
export type OpenSince = (line: LineKey) => string | undefined;

/** Knows what a company waits for already: a gentle warning before it orders the same toner twice. */
@Injectable()
export class OpenRequests {
  constructor(private readonly transactions: TransactionService) {}

  /**
   * For these printers, the day of the first submission of the company that is still open, or was accepted a short while
   * ago, and has the same article for the same printer. Never whose it is or which: users see their own orders only.
   */
  async since(customerId: string, printerIds: readonly string[]): Promise<OpenSince> {
    if (printerIds.length === 0) return () => undefined;
    const rows = await this.transactions.query<LineKey & { since: string }>(
      `SELECT t.printer_id AS "printerId", t.article_id AS "articleId", 
         tenant_time($1, min(o.created_at))::date::text AS since
       FROM order_lines t JOIN orders o ON o.tenant_id = t.tenant_id AND o.id = t.order_id
       WHERE ${tenantCondition('t')} AND o.customer_id = $2
         AND (o.status = 'RECEIVED' OR o.status = 'OFFER_MADE' AND o.offer_ends_at > now()
           OR o.status = 'ACCEPTED' AND o.decided_at > now() - interval '${AWAITED_DAYS} days')
         AND t.printer_id = ANY($3::uuid[])
       GROUP BY t.printer_id, t.article_id`,
      [this.transactions.tenantId, customerId, [...new Set(printerIds)]],
    );
    const days = new Map(rows.map((row) => [keyOf(row), row.since]));
    return (line) => days.get(keyOf(line));
  }
}
