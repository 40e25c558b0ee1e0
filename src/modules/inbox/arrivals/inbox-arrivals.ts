import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { EventOf } from '../../../platform/events/domain-event';
import { OnEventInTransaction } from '../../../platform/events/event-handlers';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { orderSubmitted, type SubmittedOrder } from '../../ordering';
import { registrationRequested, RegistrationsService } from '../../registration';
import { inboxItemCreated } from '../events/inbox.events';
import { InboxItem } from '../inbox-item.entity';
import { sentOrder, sentRegistration } from './sent';
import { summaryOfOrder, summaryOfRegistration } from './summary';

const UNDECIDED = {
  state: 'NEW',
  assigneeId: null,
  verifiedAt: null,
  reopenedAt: null,
  decidedAt: null,
  outcome: null,
} as const;

/** Puts what customers send into the Postkorb, in the very transaction that makes it. */
@Injectable()
export class InboxArrivals {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly events: EventPublisher,
    @InjectTenantRepository(InboxItem) private readonly items: TenantRepository<InboxItem>,
  ) {}

  @OnEventInTransaction(orderSubmitted)
  async onOrder(
    { orderId, kind, customerId, contactId }: EventOf<typeof orderSubmitted>,
    submitted: SubmittedOrder,
  ): Promise<void> {
    const order = sentOrder(submitted);
    await this.enter({
      type: kind,
      number: order.number,
      subjectId: orderId,
      customerId,
      contactId,
      payload: { order },
      summary: summaryOfOrder(order),
    });
  }

  @OnEventInTransaction(registrationRequested)
  async onRegistration({ registrationId }: EventOf<typeof registrationRequested>): Promise<void> {
    const registration = sentRegistration(await this.registrations.get(registrationId));
    await this.enter({
      type: 'REGISTRATION',
      number: null,
      subjectId: registrationId,
      customerId: null,
      contactId: null,
      payload: { registration },
      summary: summaryOfRegistration(registration),
    });
  }

  private async enter(
    sent: Pick<
      InboxItem,
      'type' | 'number' | 'subjectId' | 'customerId' | 'contactId' | 'payload' | 'summary'
    >,
  ): Promise<void> {
    const { id: itemId } = this.items.insertDeferred({ ...UNDECIDED, ...sent, createdAt: new Date() });
    await this.events.publish(inboxItemCreated, { itemId });
  }
}
