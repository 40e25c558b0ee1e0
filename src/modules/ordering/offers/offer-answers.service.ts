import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { currentActor } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database/transaction.service';
import { EventPublisher } from '../../../platform/events/event-publisher';
import type { PortalOrderDetailDto } from '../dto/portal-order.dto';
import { offerAnswered } from '../events/order.events';
import { ActorOrders } from '../orders/actor-orders';
import type { Order } from '../orders/order.entity';
import type { OrderLine } from '../orders/order-line.entity';
import { type NewOrderLine, OrderRegister } from '../orders/order-register';

export interface OfferAnswer {
  readonly decision: 'ACCEPTED' | 'DECLINED';
  readonly note?: string;
}

/** Contacts answer the offers that staff made them; the answer is final. */
@Injectable()
export class OfferAnswersService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly orders: ActorOrders,
    private readonly register: OrderRegister,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
  ) {}

  /**
   * What is accepted becomes an order with the prices of the offer, in the same transaction.
   * @throws notFound, offerMissing, offerExpired, orderAlreadyDecided
   */
  answer(id: string, { decision, note }: OfferAnswer): Promise<void> {
    return this.transactions.run(async () => {
      const request = await this.orders.lock(id);
      const status = `OFFER_${decision}` as const;
      request.answer(status, { byId: currentActor().id, note, now: new Date() });
      await this.orders.save(request);
      await this.audit.record({
        action: `order.offer-${decision.toLowerCase()}`,
        objectType: 'Order',
        objectId: id,
        changes: { status, ...(note && { note }) },
      });
      const accepted = decision === 'ACCEPTED' ? await this.order(request) : undefined;
      const { customerId, contactId } = request;
      await this.events.publish(offerAnswered, {
        quoteRequestId: id,
        answer: decision,
        ...(accepted && { orderId: accepted.id }),
        customerId,
        contactId,
      });
    });
  }

  private async order(request: Order): Promise<PortalOrderDetailDto> {
    const { shop, customerId, contactId, reference, costCentre, note, deliveryAddress } = request;
    const { currency, termsUrl, termsVersion } = request;
    return this.register.enter({
      kind: 'ORDER',
      shop,
      customerId,
      contactId,
      reference,
      costCentre,
      note,
      deliveryAddress,
      currency,
      termsUrl,
      termsVersion,
      quoteRequest: request,
      lines: (await this.orders.linesOf(request)).map(copyOf),
    });
  }
}

function copyOf({ tenantId: _t, id: _i, orderId: _o, position: _p, ...line }: OrderLine): NewOrderLine {
  return line;
}
