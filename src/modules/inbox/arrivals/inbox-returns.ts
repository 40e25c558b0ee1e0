import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import type { EventOf } from '../../../platform/events/domain-event';
import { OnEventInTransaction } from '../../../platform/events/event-handlers';
import { offerAnswered, orderCancelled } from '../../ordering';
import { InboxItems } from '../inbox-items';
import { isOpen } from '../inbox-item-type';

/**
 * What customers do later that changes who has to do something: it happens in the Postkorb at the same moment, so that its
 * counts are never wrong. Whoever publishes holds the order already, as those do who decide.
 */
@Injectable()
export class InboxReturns {
  constructor(private readonly items: InboxItems) {}

  /** A declined offer comes back: somebody has to make another, or leave it at that. */
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
