import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { OPEN_STATUSES } from './order-status';

/** An offer that waits for an answer of the customer. */
export interface OfferToAnswer {
  readonly orderId: string;
  readonly number: string;
  /** The last day, e.g. 2026-12-31. */
  readonly validUntil: string;
}

export interface OpenOrders {
  readonly openOrders: number;
  /** Those that can still be accepted, the one that ends first in front; not all where there are very many. */
  readonly offersToAnswer: readonly OfferToAnswer[];
}

const MAX_OFFERS_SHOWN = 25;

const OPEN = (scope: string): string => `
  WITH open AS (
    SELECT t.id, t.number, t.status, t.offer_valid_until, t.offer_ends_at FROM orders t
    WHERE ${tenantCondition('t')} AND t.customer_id = $2${scope} AND ${oneOf('t.status', OPEN_STATUSES)})
  SELECT (SELECT count(*)::int FROM open) AS "openOrders",
    (SELECT coalesce(json_agg(o ORDER BY o."validUntil", o."orderId"), '[]') FROM (
      SELECT id AS "orderId", number, offer_valid_until::text AS "validUntil" FROM open
      WHERE status = 'OFFER_MADE' AND offer_ends_at > now()
      ORDER BY offer_valid_until, id LIMIT ${MAX_OFFERS_SHOWN}) o) AS "offersToAnswer"`;

@Injectable()
export class OpenOrdersReader {
  constructor(private readonly transactions: TransactionService) {}

  /** Of the acting contact, in one statement. */
  async current(): Promise<OpenOrders> {
    const actor = currentActor();
    const { customerId, contactId } = scopeOf(actor);
    const [row] = await this.transactions.query<OpenOrders>(
      OPEN(contactId === undefined ? '' : ' AND t.contact_id = $3'),
      [actor.tenantId, customerId, ...(contactId === undefined ? [] : [contactId])],
    );
    return { openOrders: row?.openOrders ?? 0, offersToAnswer: row?.offersToAnswer ?? [] };
  }
}
