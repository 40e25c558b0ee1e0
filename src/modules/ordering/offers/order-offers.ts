import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import { presentOfferChange } from '../orders/offer.dto';
import { totalsOf } from '../money/totals';
import { offerChanged } from '../ordering.errors';
import { ActorOrders } from '../orders/actor-orders';
import type { Order } from '../orders/order.entity';
import { OrderPrices } from '../orders/order-prices';
import type { PricedLine } from '../money/totals';
import { type OfferedPrice, offeredLines } from './offer-prices';
import { OrderOffer } from './order-offer.entity';

/** The offers of a quote request, every one as it was made. */
@Injectable()
export class OrderOffers {
  constructor(
    private readonly orders: ActorOrders,
    private readonly prices: OrderPrices,
    @InjectTenantRepository(OrderOffer) private readonly offers: TenantRepository<OrderOffer>,
  ) {}

  /** Writes the next one down, and its prices into the lines; joins the transaction of its caller, who saves the order. */
  async enter(
    order: Order,
    validUntil: string,
    lines: readonly (PricedLine & { readonly id: string })[],
    madeAt: Date,
  ): Promise<void> {
    order.offer(validUntil, totalsOf(lines));
    await this.prices.write(lines);
    this.offers.insertDeferred({
      orderId: order.id,
      version: order.offerVersion,
      validUntil,
      message: order.message,
      prices: lines.map(({ id, netPriceCents }): OfferedPrice => ({ lineId: id, netPriceCents })),
      madeAt,
    });
  }

  find(orderId: string, version: number): Promise<OrderOffer | null> {
    return this.offers.findOne({ orderId, version });
  }

  /**
   * Whoever acts on an offer names the one that they saw; 0 where there was none.
   * @throws offerChanged, with what they saw and what there is now
   */
  async assertSeen(order: Order, version: number): Promise<void> {
    if (order.offerVersion === version) return;
    const lines = await this.orders.linesOf(order);
    const seen = await this.find(order.id, version);
    const seenLines = seen && offeredLines(lines, seen.prices);
    throw offerChanged({
      extensions: presentOfferChange(
        order,
        lines,
        seen && seenLines ? { validUntil: seen.validUntil, lines: seenLines } : undefined,
      ),
    });
  }
}
