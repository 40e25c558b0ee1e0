import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { withAgreedPrices } from './agreed-prices';
import { Order } from './order.entity';
import { OrderLine } from './order-line.entity';

/** The orders that the caller may see, with their lines; others cannot be read here. */
@Injectable()
export class ActorOrders {
  constructor(
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
    @InjectTenantRepository(OrderLine) private readonly lines: TenantRepository<OrderLine>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<Order> {
    return found(await this.orders.findOne({ id, ...scopeOf(currentActor()) }));
  }

  /** As `get`, with a lock on the order until the transaction ends. @throws notFound */
  async lock(id: string): Promise<Order> {
    return found(await this.orders.lock({ id, ...scopeOf(currentActor()) }));
  }

  async linesOf(order: Order): Promise<OrderLine[]> {
    const lines = await this.lines.find({ orderId: order.id }, { order: { position: 'ASC' } });
    return withAgreedPrices(order, lines);
  }

  async save(order: Order): Promise<void> {
    await this.orders.update(order);
  }

  /** The order that an accepted offer became, or the quote request that an order came from. */
  async counterpartOf({ id, kind, quoteRequestId }: Order): Promise<Order | null> {
    if (kind === 'QUOTE_REQUEST') return this.orders.findOne({ quoteRequestId: id });
    return quoteRequestId === null ? null : this.orders.findOne({ id: quoteRequestId });
  }
}

function found(order: Order | null): Order {
  if (!order) throw notFound();
  return order;
}
