import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../../platform/database';
import { bestFound, type Found, type Wanted } from '../../../platform/search/best-found';
import { OfferedArticlesReader } from '../../catalog';
import { UndeliveredToContacts } from '../../contacts';
import type { OrderDetailDto } from './staff-order.dto';
import type { ShopKind } from '../shop';
import { ActorOrders } from './actor-orders';
import { OrderParties } from './order-parties';
import { presentOrderDetail } from './order-row';
import { wantedNumber } from './order-number';
import { OPEN_STATUSES, type OrderKind, type OrderStatus } from './order-status';

export interface OrderSummary {
  readonly id: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly shop: ShopKind;
  readonly status: OrderStatus;
  readonly createdAt: Date;
}

const OF_CUSTOMER = `
  FROM orders t WHERE ${tenantCondition('t')} AND t.customer_id = $2 AND ${oneOf('t.status', OPEN_STATUSES)}`;
const OPEN_OF_CUSTOMER = `
  SELECT t.id, t.number, t.kind, t.shop, t.status, t.created_at AS "createdAt" ${OF_CUSTOMER}
  ORDER BY t.created_at DESC, t.id DESC`;

/** What other modules may ask about orders, on behalf of staff. */
@Injectable()
export class OrdersReader {
  constructor(
    private readonly actorOrders: ActorOrders,
    private readonly parties: OrderParties,
    private readonly mails: UndeliveredToContacts,
    private readonly catalog: OfferedArticlesReader,
    private readonly transactions: TransactionService,
  ) {}

  /** Everything that staff may know of an order; prices always. @throws notFound */
  async forStaff(orderId: string): Promise<OrderDetailDto> {
    const order = await this.actorOrders.get(orderId);
    const lines = await this.actorOrders.linesOf(order);
    const { contactId, customerId, answeredById } = order;
    const contactOf = await this.parties.contactsOf([contactId, ...(answeredById ? [answeredById] : [])]);
    const customerOf = await this.parties.customersOf([customerId]);
    const counterpart = await this.actorOrders.counterpartOf(order);
    const listPrices = await this.catalog.listPrices(lines.map(({ articleId }) => articleId));
    const detail = presentOrderDetail(order, contactOf(contactId), lines, counterpart);
    return Object.assign(detail, {
      lines: detail.lines.map((line) =>
        Object.assign(line, { listPriceCents: listPrices.get(line.articleId) }),
      ),
      customer: customerOf(customerId),
      answeredBy: answeredById === null ? null : contactOf(answeredById),
      undelivered: await this.mails.of('order', orderId),
    });
  }

  /** For the search over everything. */
  found(wanted: Wanted): Promise<Found[]> {
    const number = wantedNumber(wanted.words);
    const shown = {
      number: 't.number',
      title: 't.reference',
      detail: 't.cost_centre',
      customerId: 't.customer_id',
    };
    return bestFound(this.transactions, 'orders', shown, wanted, [number?.sequence, number?.numbers]);
  }

  /** Orders and quote requests of a customer that are not settled yet, the newest first. */
  async openOrdersOf(customerId: string, limit: number): Promise<OrderSummary[]> {
    return this.transactions.query<OrderSummary>(`${OPEN_OF_CUSTOMER} LIMIT ${limit}`, [
      this.transactions.tenantId,
      customerId,
    ]);
  }

  /** How many of those there are. */
  async countOpenOf(customerId: string): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(
      `SELECT count(*)::int AS total ${OF_CUSTOMER}`,
      [this.transactions.tenantId, customerId],
    );
    return row?.total ?? 0;
  }
}
