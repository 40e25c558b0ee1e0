import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { OPEN_STATUSES } from './order-status';

/** Vouchers of trade are kept for eight years from the end of the year, § 257 HGB and § 147 AO. */
const KEEP_YEARS = 8;

/** What a contact has ordered. */
export interface OrdersOfContact {
  readonly orders: number;
  readonly openOrders: number;
  /** The last day on which they must say who ordered, e.g. 2034-12-31; null where there are none. */
  readonly keptUntil: string | null;
  /** Whether that day is yet to come. */
  readonly isKept: boolean;
}

// Those that they ordered, and the offers of colleagues that they answered.
const SUMMARY = `
  SELECT count(*)::int AS orders, count(*) FILTER (WHERE ${oneOf('t.status', OPEN_STATUSES)})::int AS "openOrders",
    make_date(extract(year FROM max(greatest(t.created_at, t.decided_at, t.answered_at)))::int + ${KEEP_YEARS}, 12, 31)::text
      AS "keptUntil",
    coalesce(extract(year FROM max(greatest(t.created_at, t.decided_at, t.answered_at)))::int + ${KEEP_YEARS}
      >= extract(year FROM current_date), false) AS "isKept"
  FROM orders t
  WHERE ${tenantCondition('t')} AND (t.contact_id = $2 OR t.answered_by_id = $2)`;

const DROP_CARTS = `DELETE FROM cart_items t WHERE ${tenantCondition('t')} AND t.contact_id = $2`;

/** What the shops know of a contact; each call joins the transaction of its caller. */
@Injectable()
export class ContactOrders {
  constructor(private readonly transactions: TransactionService) {}

  async summaryOf(contactId: string): Promise<OrdersOfContact> {
    const parameters = [this.transactions.tenantId, contactId];
    const [summary] = await this.transactions.query<OrdersOfContact>(SUMMARY, parameters);
    return summary ?? { orders: 0, openOrders: 0, keptUntil: null, isKept: false };
  }

  async dropCarts(contactId: string): Promise<void> {
    await this.transactions.current.query(DROP_CARTS, [this.transactions.tenantId, contactId]);
  }
}
