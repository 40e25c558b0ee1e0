import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import { TransactionService } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { offerRenewed, offerWithdrawn, orderDecided } from '../orders/order.events';
import { decisionDoesNotFit, offerDateInvalid, offerIncomplete } from '../ordering.errors';
import { ActorOrders } from '../orders/actor-orders';
import type { Order } from '../orders/order.entity';
import { type OfferedPrice, offeredLines } from './offer-prices';
import { SettingsService } from '../../tenants';
import { isFutureDay } from '../orders/offer-validity';
import { OrderOffers } from './order-offers';

export interface NewOffer {
  /** The last offer that staff have seen; 0 where there was none. */
  readonly offerVersion: number;
  /** The last day on which it may be accepted, e.g. 2026-12-31. */
  readonly validUntil: string;
  readonly message?: string;
  /** One for every line of the request. */
  readonly lines: readonly OfferedPrice[];
}

export interface Withdrawal {
  readonly offerVersion: number;
  /** To the customer. */
  readonly reason?: string;
}

/** What staff decide about orders and quote requests; each decision joins the transaction of its caller. */
@Injectable()
export class OrderDecisions {
  constructor(
    private readonly transactions: TransactionService,
    private readonly orders: ActorOrders,
    private readonly offers: OrderOffers,
    private readonly settings: SettingsService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
  ) {}

  /**
   * Nobody else decides until the transaction ends. Whoever changes an order and what belongs to it comes by here first,
   * so that two of them wait for each other in one direction only.
   * @throws notFound
   */
  async hold(orderId: string): Promise<void> {
    await this.orders.lock(orderId);
  }

  /** @throws notFound, decisionDoesNotFit, orderAlreadyDecided */
  accept(orderId: string, message?: string): Promise<void> {
    return this.decide(orderId, 'order.accepted', message, async (order, now) =>
      order.decide('ACCEPTED', { message, now }),
    );
  }

  /** @throws notFound, orderAlreadyDecided, orderBinding */
  reject(orderId: string, message?: string): Promise<void> {
    return this.decide(orderId, 'order.rejected', message, async (order, now) =>
      order.decide('REJECTED', { message, now }),
    );
  }

  /**
   * The first one, or another after the customer has declined the one before.
   * @throws notFound, decisionDoesNotFit, orderAlreadyDecided, offerChanged, offerDateInvalid, offerIncomplete
   */
  makeOffer(orderId: string, offer: NewOffer): Promise<void> {
    return this.decide(orderId, 'order.offer-made', offer.message, (order, now) =>
      this.offer(order, offer, now),
    );
  }

  /**
   * Another offer in place of one that has no answer: it has expired, holds a mistake, or was withdrawn.
   * @throws notFound, offerMissing, orderAlreadyDecided, offerChanged, offerDateInvalid, offerIncomplete
   */
  renewOffer(orderId: string, offer: NewOffer): Promise<void> {
    return this.decide(orderId, 'order.offer-renewed', offer.message, async (order, now) => {
      order.assertOfferReplaceable();
      await this.offer(order, offer, now);
      await this.events.publish(offerRenewed, { quoteRequestId: orderId });
    });
  }

  /** @throws notFound, offerMissing, offerIsWithdrawn, orderAlreadyDecided, offerChanged */
  withdrawOffer(orderId: string, { offerVersion, reason }: Withdrawal): Promise<void> {
    return this.decide(orderId, 'order.offer-withdrawn', reason, async (order, now) => {
      order.assertOfferOpen();
      await this.offers.assertSeen(order, offerVersion);
      order.decide('OFFER_WITHDRAWN', { message: reason, now });
      await this.events.publish(offerWithdrawn, { quoteRequestId: orderId, reason });
    });
  }

  /** Staff leave it at that: the customer has declined, and gets no other offer. @throws notFound, decisionDoesNotFit, offerChanged */
  acknowledgeDecline(orderId: string, offerVersion: number): Promise<void> {
    return this.transactions.run(async () => {
      const order = await this.orders.lock(orderId);
      if (order.status !== 'OFFER_DECLINED') throw decisionDoesNotFit();
      await this.offers.assertSeen(order, offerVersion);
    });
  }

  private async offer(
    order: Order,
    { offerVersion, validUntil, message, lines: prices }: NewOffer,
    now: Date,
  ): Promise<void> {
    order.decide('OFFER_MADE', { message, now });
    await this.offers.assertSeen(order, offerVersion);
    const { timeZone } = await this.settings.current();
    if (!isFutureDay(validUntil, now, timeZone)) throw offerDateInvalid({ pointer: '/validUntil' });
    const priced = offeredLines(await this.orders.linesOf(order), prices);
    if (!priced) throw offerIncomplete({ pointer: '/lines' });
    await this.offers.enter(order, validUntil, priced, now);
  }

  private decide(
    orderId: string,
    action: AuditAction,
    message: string | undefined,
    change: (order: Order, now: Date) => Promise<void>,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const order = await this.orders.lock(orderId);
      await change(order, new Date());
      await this.orders.save(order);
      const { kind, status, customerId, contactId, offerValidUntil, offerVersion, totalNetCents } = order;
      await this.audit.record({
        action,
        objectType: 'Order',
        objectId: orderId,
        changes: {
          status,
          ...(message && { message }),
          ...(offerValidUntil && { offerVersion, offerValidUntil, totalNetCents }),
        },
      });
      await this.events.publish(orderDecided, {
        orderId,
        kind,
        status,
        customerId,
        contactId,
        offerVersion,
        message,
      });
    });
  }
}
