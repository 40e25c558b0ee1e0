import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { TransactionService } from '../../../platform/database/transaction.service';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { offerRenewed, orderDecided } from '../events/order.events';
import { totalsOf } from '../money/totals';
import { offerDateInvalid, offerIncomplete } from '../ordering.errors';
import { ActorOrders } from '../orders/actor-orders';
import type { Order } from '../orders/order.entity';
import { OrderPrices } from '../orders/order-prices';
import { type OfferedPrice, offeredLines } from './offer-prices';
import { isFutureDay } from './offer-validity';

export interface NewOffer {
  /** The last day on which it may be accepted, e.g. 2026-12-31. */
  readonly validUntil: string;
  readonly message?: string;
  /** One for every line of the request. */
  readonly lines: readonly OfferedPrice[];
}

/** What staff decide about orders and quote requests; each decision joins the transaction of its caller. */
@Injectable()
export class OrderDecisions {
  constructor(
    private readonly transactions: TransactionService,
    private readonly orders: ActorOrders,
    private readonly prices: OrderPrices,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
  ) {}

  /** @throws notFound, decisionDoesNotFit, orderAlreadyDecided */
  accept(orderId: string, message?: string): Promise<void> {
    return this.decide(orderId, 'order.accepted', message, async (order, now) =>
      order.decide('ACCEPTED', { message, now }),
    );
  }

  /** @throws notFound, orderAlreadyDecided */
  reject(orderId: string, message?: string): Promise<void> {
    return this.decide(orderId, 'order.rejected', message, async (order, now) =>
      order.decide('REJECTED', { message, now }),
    );
  }

  /** @throws notFound, decisionDoesNotFit, orderAlreadyDecided, offerDateInvalid, offerIncomplete */
  makeOffer(orderId: string, offer: NewOffer): Promise<void> {
    return this.decide(orderId, 'order.offer-made', offer.message, (order, now) =>
      this.offer(order, offer, now),
    );
  }

  /**
   * Another offer where the one before has expired without an answer.
   * @throws notFound, offerMissing, offerStillValid, orderAlreadyDecided, offerDateInvalid, offerIncomplete
   */
  renewOffer(orderId: string, offer: NewOffer): Promise<void> {
    return this.decide(orderId, 'order.offer-renewed', offer.message, async (order, now) => {
      order.assertHasOffer();
      await this.offer(order, offer, now);
      await this.events.publish(offerRenewed, { quoteRequestId: orderId });
    });
  }

  private async offer(
    order: Order,
    { validUntil, message, lines: prices }: NewOffer,
    now: Date,
  ): Promise<void> {
    order.decide('OFFER_MADE', { message, now });
    if (!isFutureDay(validUntil, now)) throw offerDateInvalid({ pointer: '/validUntil' });
    const priced = offeredLines(await this.orders.linesOf(order), prices);
    if (!priced) throw offerIncomplete({ pointer: '/lines' });
    await this.prices.write(priced);
    order.offer(validUntil, totalsOf(priced));
  }

  private decide(
    orderId: string,
    action: string,
    message: string | undefined,
    change: (order: Order, now: Date) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const order = await this.orders.lock(orderId);
      await change(order, new Date());
      await this.orders.save(order);
      const { kind, status, customerId, contactId, offerValidUntil, totalNetCents } = order;
      await this.audit.record({
        action,
        objectType: 'Order',
        objectId: orderId,
        changes: {
          status,
          ...(message && { message }),
          ...(offerValidUntil && { offerValidUntil, totalNetCents }),
        },
      });
      await this.events.publish(orderDecided, { orderId, kind, status, customerId, contactId });
    });
  }
}
