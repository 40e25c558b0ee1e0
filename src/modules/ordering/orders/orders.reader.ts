import { Injectable } from '@nestjs/common';
import { oneOf } from '../../../platform/database/one-of';
import { tenantCondition } from '../../../platform/database/tenant-scope';
import { TransactionService } from '../../../platform/database/transaction.service';
import { OfferedArticlesReader } from '../../catalog';
import type { OrderDetailDto } from './staff-order.dto';
import type { ShopKind } from '../shop';
import { ActorOrders } from './actor-orders';
import { OrderParties } from './order-parties';
import { presentOrderDetail } from './order-row';
import { OPEN_STATUSES, type OrderKind, type OrderStatus } from './order-status';

export interface OrderSummary {
  readonly id: string;
  readonly number: string;
  readonly kind: OrderKind;
  readonly shop: ShopKind;
  readonly status: OrderStatus;
  readonly createdAt: Date;
}

const OPEN_OF_CUSTOMER = `
  SELECT t.id, t.number, t.kind, t.shop, t.status, t.created_at AS "createdAt" FROM orders t
  WHERE ${tenantCondition('t')} AND t.customer_id = $2 AND ${oneOf('t.status', OPEN_STATUSES)}
  ORDER BY t.created_at DESC, t.id DESC`;

/** What other modules may ask about orders, on behalf of staff. */
@Injectable()
export class OrdersReader {
  constructor(
    private readonly actorOrders: ActorOrders,
    private readonly parties: OrderParties,
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
    });
  }

  /** Orders and quote requests of a customer that are not settled yet, the newest first. */
  async openOrdersOf(customerId: string, limit: number): Promise<OrderSummary[]> {
    return this.transactions.query<OrderSummary>(`${OPEN_OF_CUSTOMER} LIMIT ${limit}`, [
      this.transactions.tenantId,
      customerId,
    ]);
  }
}
