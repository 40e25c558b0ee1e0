import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { EventOf } from '../../../platform/events/domain-event';
import { OnEvent } from '../../../platform/events/event-handlers';
import type { MailPayload } from '../../../mail/composed-mail';
import type { MailTemplate } from '../../../mail/mail-template';
import { Mailer } from '../../../mail/mailer';
import { ContactsReader } from '../../contacts';
import { offerAnswered, orderCancelled, orderDecided, orderSubmitted } from '../orders/order.events';
import { Order } from '../orders/order.entity';
import type { OrderStatus } from '../orders/order-status';
import { offerAcceptedMail, offerDeclinedMail, offerMadeMail, offerWithdrawnMail } from './offer.mail';
import {
  orderAcceptedMail,
  orderCancelledByCustomerMail,
  orderCancelledMail,
  orderReceivedMail,
  orderRejectedMail,
} from './order.mail';

const MAIL_OF: Readonly<Partial<Record<OrderStatus, MailTemplate>>> = {
  ACCEPTED: orderAcceptedMail,
  REJECTED: orderRejectedMail,
  OFFER_MADE: offerMadeMail,
  OFFER_WITHDRAWN: offerWithdrawnMail,
};

interface Occasion {
  readonly eventId: string;
  readonly customerId: string;
  readonly contactId: string;
  readonly actorId?: string;
}

/**
 * Decides which mails an event brings about. What customers do goes to whose order it is and to whoever did it for them;
 * what staff do to whose it is; both to the main users who want to hear of it. The payload names the facts as they were: handlers may run long after the event.
 */
@Injectable()
export class OrderMailQueue {
  constructor(
    private readonly mailer: Mailer,
    private readonly contacts: ContactsReader,
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
  ) {}

  /** An order that came from an offer is confirmed as such. */
  @OnEvent(orderSubmitted)
  async onSubmitted(event: EventOf<typeof orderSubmitted>): Promise<void> {
    const order = await this.orders.findOne({ id: event.orderId });
    if (!order) return;
    const template = order.quoteRequestId ? offerAcceptedMail : orderReceivedMail;
    await this.queueForCustomer(template, event, { orderId: event.orderId });
  }

  @OnEvent(orderDecided)
  async onDecided(event: EventOf<typeof orderDecided>): Promise<void> {
    const { orderId, status, contactId, offerVersion = 0, message = '' } = event;
    const template = MAIL_OF[status];
    if (!template) return;
    await this.queue(template, event, [contactId], {
      orderId,
      ...(status === 'OFFER_MADE' && { offerVersion }),
      ...(status === 'OFFER_WITHDRAWN' && { offerVersion, note: message }),
    });
  }

  /** What is accepted is an order, which has a mail of its own. */
  @OnEvent(offerAnswered)
  async onAnswered(event: EventOf<typeof offerAnswered>): Promise<void> {
    if (event.answer === 'ACCEPTED') return;
    const { quoteRequestId: orderId, offerVersion = 0, note = '' } = event;
    await this.queueForCustomer(offerDeclinedMail, event, { orderId, offerVersion, note });
  }

  @OnEvent(orderCancelled)
  async onCancelled(event: EventOf<typeof orderCancelled>): Promise<void> {
    const { orderId, contactId, party } = event;
    if (party === 'STAFF') return this.queue(orderCancelledMail, event, [contactId], { orderId });
    await this.queueForCustomer(orderCancelledByCustomerMail, event, { orderId });
  }

  private async queueForCustomer(
    template: MailTemplate,
    occasion: Occasion,
    payload: MailPayload,
  ): Promise<void> {
    const { contactId, actorId = contactId } = occasion;
    await this.queue(template, occasion, [contactId, actorId], { ...payload, actedById: actorId });
  }

  /** A receipt is nothing that main users must know of; what was decided is. */
  private async queue(
    template: MailTemplate,
    { eventId, customerId, contactId }: Occasion,
    concerned: readonly string[],
    payload: MailPayload,
  ): Promise<void> {
    const isImportant = template !== orderReceivedMail;
    const others = await this.contacts.companyMailRecipients(customerId, contactId, isImportant);
    for (const about of new Set([...concerned, ...others]))
      await this.mailer.queue({ template, about, payload, dedupeKey: `${eventId}:${about}` });
  }
}
