import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import type { EventOf } from '../../../platform/events/domain-event';
import { OnEvent } from '../../../platform/events/event-handlers';
import type { MailTemplate } from '../../../platform/mail/mail-template';
import { Mailer } from '../../../platform/mail/mailer';
import { orderDecided, orderSubmitted } from '../events/order.events';
import { Order } from '../orders/order.entity';
import type { OrderStatus } from '../orders/order-status';
import {
  offerAcceptedMail,
  offerMadeMail,
  orderAcceptedMail,
  orderReceivedMail,
  orderRejectedMail,
} from './order.mail';

const MAIL_OF: Readonly<Partial<Record<OrderStatus, MailTemplate>>> = {
  ACCEPTED: orderAcceptedMail,
  REJECTED: orderRejectedMail,
  OFFER_MADE: offerMadeMail,
};

/** Decides which mails an event brings about; each goes to who ordered. */
@Injectable()
export class OrderMailQueue {
  constructor(
    private readonly mailer: Mailer,
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
  ) {}

  /** An order that came from an offer is confirmed as such. */
  @OnEvent(orderSubmitted)
  async onSubmitted({ orderId, contactId, eventId }: EventOf<typeof orderSubmitted>): Promise<void> {
    const order = await this.orders.findOne({ id: orderId });
    if (!order) return;
    const template = order.quoteRequestId ? offerAcceptedMail : orderReceivedMail;
    await this.mailer.queue({ template, about: contactId, payload: { orderId }, dedupeKey: eventId });
  }

  @OnEvent(orderDecided)
  async onDecided({ orderId, status, contactId, eventId }: EventOf<typeof orderDecided>): Promise<void> {
    const template = MAIL_OF[status];
    if (!template) return;
    await this.mailer.queue({ template, about: contactId, payload: { orderId }, dedupeKey: eventId });
  }
}
