import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { EACH_MONTH, monthParameters, type Months } from '../../../platform/months';

/** What was sent in a month: orders that stand, and what became of quote requests; amounts are net. */
export interface OrderMonth {
  readonly month: string;
  readonly orders: number;
  readonly ordersNetCents: number;
  readonly quoteRequests: number;
  readonly offers: number;
  readonly offersNetCents: number;
  readonly accepted: number;
  readonly acceptedNetCents: number;
  /** Of the offers that nobody can accept any more or somebody has. */
  readonly acceptedPercent: number | null;
}

interface Ordered {
  readonly quantity: number;
  readonly orders: number;
  readonly netCents: number;
}

export interface OrderedArticle extends Ordered {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface OrderedPrinter extends Ordered {
  readonly id: string;
  readonly name: string;
  readonly model: string | null;
  readonly location: string | null;
  readonly customerId: string;
}

const MOST = 20;
const STANDS = `t.kind = 'ORDER' AND NOT ${oneOf('t.status', ['REJECTED', 'CANCELLED'])}`;
const HAS_OFFER = oneOf('t.status', ['OFFER_MADE', 'OFFER_WITHDRAWN', 'OFFER_ACCEPTED', 'OFFER_DECLINED']);
const ACCEPTED = oneOf('t.status', ['OFFER_ACCEPTED']);
const IS_OPEN = `t.status = 'OFFER_MADE' AND t.offer_valid_until >= (now() AT TIME ZONE $2::text)::date`;

const sum = (condition: string): string =>
  `coalesce(sum(t.total_net_cents) FILTER (WHERE ${condition}), 0)::float8`;
const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})::int`;

const BY_MONTH = `
  SELECT m.month, f.orders, f."ordersNetCents", f."quoteRequests", f.offers, f."offersNetCents", f.accepted, f."acceptedNetCents",
    round(100.0 * f.accepted / nullif(f.offers - f.open, 0))::int AS "acceptedPercent"
  FROM ${EACH_MONTH} CROSS JOIN LATERAL (
    SELECT ${count(STANDS)} AS orders, ${sum(STANDS)} AS "ordersNetCents", ${count(`t.kind = 'QUOTE_REQUEST'`)} AS "quoteRequests",
      ${count(HAS_OFFER)} AS offers, ${sum(HAS_OFFER)} AS "offersNetCents",
      ${count(ACCEPTED)} AS accepted, ${sum(ACCEPTED)} AS "acceptedNetCents", ${count(IS_OPEN)} AS open
    FROM orders t WHERE ${tenantCondition('t')} AND t.created_at >= m.begins AND t.created_at < m.ends) f
  ORDER BY m.month`;

const ordered = (select: string, where: string, by: string): string => `
  SELECT ${select}, sum(l.quantity)::int AS quantity, count(DISTINCT t.id)::int AS orders,
    coalesce(sum(l.quantity * l.net_price_cents::bigint), 0)::float8 AS "netCents"
  FROM (SELECT min(m.begins) AS begins, max(m.ends) AS ends FROM ${EACH_MONTH}) p
  JOIN orders t ON ${tenantCondition('t')} AND t.created_at >= p.begins AND t.created_at < p.ends AND ${STANDS}
  JOIN order_lines l ON l.tenant_id = t.tenant_id AND l.order_id = t.id
  WHERE ${where} GROUP BY ${by} ORDER BY quantity DESC, ${by} LIMIT ${MOST}`;

const ARTICLES = ordered(
  'l.article_id AS id, max(l.number) AS number, max(l.name) AS name',
  'true',
  'l.article_id',
);
const PRINTERS = ordered(
  `l.printer_id AS id, max(l.printer_name) AS name, max(l.printer_model) AS model, max(l.printer_location) AS location,
    max(t.customer_id::text)::uuid AS "customerId"`,
  'l.printer_id IS NOT NULL',
  'l.printer_id',
);

/** Figures about orders and offers, each table in one statement. */
@Injectable()
export class OrderStatistics {
  constructor(private readonly transactions: TransactionService) {}

  byMonth(months: Months): Promise<OrderMonth[]> {
    return this.read(BY_MONTH, months);
  }

  /** What was ordered most. */
  articles(months: Months): Promise<OrderedArticle[]> {
    return this.read(ARTICLES, months);
  }

  /** For what most was ordered. */
  printers(months: Months): Promise<OrderedPrinter[]> {
    return this.read(PRINTERS, months);
  }

  private read<Row extends object>(sql: string, months: Months): Promise<Row[]> {
    return this.transactions.query<Row>(sql, [this.transactions.tenantId, ...monthParameters(months)]);
  }
}
