import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { currentActor } from '../../../platform/context/context';
import { TransactionService } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { orderCancelled } from '../orders/order.events';
import { ActorOrders } from '../orders/actor-orders';

/** Ends orders and quote requests: by customers before anybody has decided, by staff once it is a contract. */
@Injectable()
export class CancellationsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly orders: ActorOrders,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
  ) {}

  /** In the name of the caller. @throws notFound, orderAlreadyDecided, orderBinding, orderUndecided */
  cancel(orderId: string, reason?: string): Promise<void> {
    return this.transactions.run(async () => {
      const party = currentActor().kind === 'STAFF' ? 'STAFF' : 'CUSTOMER';
      const order = await this.orders.lock(orderId);
      order.cancel(party, { reason, now: new Date() });
      await this.orders.save(order);
      const { kind, status, customerId, contactId } = order;
      await this.audit.record({
        action: 'order.cancelled',
        objectType: 'Order',
        objectId: orderId,
        changes: { status, cancelledBy: party, ...(reason && { reason }) },
      });
      await this.events.publish(orderCancelled, { orderId, kind, party, reason, customerId, contactId });
    });
  }
}
