import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import type { EventOf } from '../../../platform/events/domain-event';
import { OnEventInTransaction } from '../../../platform/events/event-handlers';
import { offerAnswered, orderCancelled } from '../../ordering';
import { InboxItems } from '../inbox-items';
import { isOpen } from '../inbox-item-type';

/**
 * Updates the items of orders in the transaction that changes the order, so that the counts of the Postkorb are never wrong. The
 * publisher has locked the order already, as a decision does.
 */
@Injectable()
export class OrderChangeHandlers {
  constructor(private readonly items: InboxItems) {}

  /** A declined offer reopens its item: staff make another offer, or acknowledge it. */
  @OnEventInTransaction(offerAnswered)
  async onOfferAnswered({ quoteRequestId, answer }: EventOf<typeof offerAnswered>): Promise<void> {
    if (answer === 'ACCEPTED') return;
    const item = await this.items.lockFor(quoteRequestId);
    if (!item) return;
    item.reopen(new Date());
    await this.items.save(item, 'reopened', { cause: 'OFFER_DECLINED' });
  }

  /** There is nothing to decide any more. */
  @OnEventInTransaction(orderCancelled)
  async onCancelled({ orderId, reason }: EventOf<typeof orderCancelled>): Promise<void> {
    const item = await this.items.lockFor(orderId);
    if (!item || !isOpen(item.state)) return;
    const { id, name, kind } = currentActor();
    const outcome = {
      decision: 'CANCELLED',
      decidedBy: { id, name },
      ...(reason && { message: reason }),
    } as const;
    item.decide(outcome, kind === 'STAFF' ? id : item.assigneeId, new Date());
    await this.items.save(item, 'decided', outcome);
  }
}
