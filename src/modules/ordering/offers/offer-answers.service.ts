import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { currentActor } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import type { CreatedOrder } from '../orders/submitted-order';
import { offerAnswered } from '../orders/order.events';
import { ActorOrders } from '../orders/actor-orders';
import type { Order } from '../orders/order.entity';
import type { OrderLine } from '../orders/order-line.entity';
import { type NewOrderLine, OrderCreation } from '../orders/order-creation';
import { OrderOffers } from './order-offers';

export interface OfferAnswer {
  /** The offer that the person saw. */
  readonly offerVersion: number;
  readonly decision: 'ACCEPTED' | 'DECLINED';
  readonly note?: string;
}

/**
 * Contacts answer the offers that staff made them. An offer binds while it is valid, whatever became of the shop since:
 * nothing is asked of it here (docs/adr/0009).
 */
@Injectable()
export class OfferAnswersService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly orders: ActorOrders,
    private readonly offers: OrderOffers,
    private readonly orderCreation: OrderCreation,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
  ) {}

  /**
   * What is accepted becomes an order with the prices of the offer, in the same transaction.
   * @throws notFound, offerMissing, offerIsWithdrawn, offerChanged, offerExpired, orderAlreadyDecided
   */
  answer(id: string, { decision, offerVersion, note }: OfferAnswer): Promise<void> {
    return this.transactions.run(async () => {
      const request = await this.orders.lock(id);
      request.assertOfferOpen();
      await this.offers.assertSeen(request, offerVersion);
      const status = `OFFER_${decision}` as const;
      request.answer(status, { byId: currentActor().id, note, now: new Date() });
      await this.orders.save(request);
      await this.audit.record({
        action: decision === 'ACCEPTED' ? 'order.offer-accepted' : 'order.offer-declined',
        objectType: 'Order',
        objectId: id,
        changes: { status, offerVersion, ...(note && { note }) },
      });
      const accepted = decision === 'ACCEPTED' ? await this.order(request) : undefined;
      const { customerId, contactId } = request;
      await this.events.publish(offerAnswered, {
        quoteRequestId: id,
        answer: decision,
        offerVersion,
        note,
        ...(accepted && { orderId: accepted.order.id }),
        customerId,
        contactId,
      });
    });
  }

  private async order(request: Order): Promise<CreatedOrder> {
    const { shop, customerId, contactId, reference, costCentre, deliveryAddress } = request;
    const { currency, termsUrl, termsVersion } = request;
    return this.orderCreation.create({
      kind: 'ORDER',
      shop,
      customerId,
      contactId,
      reference,
      costCentre,
      note: notesOf(request),
      deliveryAddress,
      currency,
      termsUrl,
      termsVersion,
      quoteRequest: request,
      lines: (await this.orders.linesOf(request)).map(copyOf),
    });
  }
}

/** What the customer wrote with the request and with its acceptance: both say what is wanted. */
function notesOf({ note, answerNote }: Order): string | null {
  return [note, answerNote].filter(Boolean).join('\n\n') || null;
}

function copyOf({ tenantId: _t, id: _i, orderId: _o, position: _p, ...line }: OrderLine): NewOrderLine {
  return line;
}
