import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import { offeredLines } from '../offers/offer-prices';
import { OrderOffers } from '../offers/order-offers';
import { Order } from '../orders/order.entity';
import { OrderLine } from '../orders/order-line.entity';
import type { MailedLine } from './order-words';

/** What a mail may say of an order: only what cannot have changed since the mail was queued. */
export interface OrderFacts {
  readonly order: Order;
  readonly lines: readonly MailedLine[];
  /** Absent in mails that are about no offer. */
  readonly validUntil?: string;
  readonly message?: string | null;
}

/** Looks up what mails say. The time of sending must not show in them: a later offer has its own row and its own mail. */
@Injectable()
export class OrderMailFacts {
  constructor(
    private readonly offers: OrderOffers,
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
    @InjectTenantRepository(OrderLine) private readonly lines: TenantRepository<OrderLine>,
  ) {}

  /** As it was submitted: an order with its prices, a quote request without, whatever was offered since. */
  async submitted(orderId: string): Promise<OrderFacts | undefined> {
    const order = await this.orders.findOne({ id: orderId });
    if (!order) return undefined;
    const stored = await this.linesOf(orderId);
    const lines = order.kind === 'ORDER' ? stored : stored.map((line) => at(line, null));
    return { order, lines };
  }

  /** As it was offered with this version. */
  async offered(orderId: string, version: number): Promise<OrderFacts | undefined> {
    const order = await this.orders.findOne({ id: orderId });
    if (!order) return undefined;
    const stored = await this.linesOf(orderId);
    const offer = await this.offers.find(orderId, version);
    const priced = offer && offeredLines(stored, offer.prices);
    // An offer from before offers had versions.
    if (!priced)
      return {
        order,
        lines: stored,
        validUntil: order.offerValidUntil ?? undefined,
        message: order.message,
      };
    const { validUntil, message } = offer;
    return {
      order,
      lines: stored.map((line, index) => at(line, priced[index]?.netPriceCents ?? null)),
      validUntil,
      message,
    };
  }

  private linesOf(orderId: string): Promise<OrderLine[]> {
    return this.lines.find({ orderId }, { order: { position: 'ASC' } });
  }
}

/** The line at another price than the one that is stored; it is read for one mail and never saved. */
function at(line: OrderLine, netPriceCents: number | null): MailedLine {
  return Object.assign(line, { netPriceCents });
}
