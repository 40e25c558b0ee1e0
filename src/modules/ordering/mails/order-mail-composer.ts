import { Injectable } from '@nestjs/common';
import type { ComposedFor, QueuedMail } from '../../../mail/composed-mail';
import { Composes } from '../../../mail/composers';
import { type ActiveRecipient, ContactsReader } from '../../contacts';
import { MailBrands } from '../../tenants';
import { pricedLines, totalsOf } from '../money/totals';
import type { Order } from '../orders/order.entity';
import { OrderParties } from '../orders/order-parties';
import { offerAcceptedMail, offerDeclinedMail, offerMadeMail, offerWithdrawnMail } from './offer.mail';
import {
  orderAcceptedMail,
  orderCancelledByCustomerMail,
  orderCancelledMail,
  orderReceivedMail,
  orderRejectedMail,
} from './order.mail';
import { type OrderFacts, OrderMailFacts } from './order-mail-facts';
import {
  addressWords,
  dayWords,
  lineWords,
  money,
  orderKindLabel,
  orderKindWord,
  vatWords,
} from './order-words';

type OrderMail = ComposedFor<typeof orderReceivedMail>;

/**
 * Writes the mails about orders when they are sent: who gets them is as it is then, what they say as it was when it
 * happened.
 */
@Injectable()
export class OrderMailComposer {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly brands: MailBrands,
    private readonly facts: OrderMailFacts,
    private readonly parties: OrderParties,
  ) {}

  @Composes(orderReceivedMail)
  composeReceipt(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutSubmitted(mail);
  }

  @Composes(orderAcceptedMail)
  composeAcceptance(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutSubmitted(mail, ({ message }) => message);
  }

  @Composes(orderRejectedMail)
  composeRejection(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutSubmitted(mail, ({ message }) => message);
  }

  @Composes(orderCancelledMail)
  composeCancellation(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutSubmitted(mail, ({ cancellationReason }) => cancellationReason);
  }

  @Composes(orderCancelledByCustomerMail)
  composeOwnCancellation(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutSubmitted(mail, ({ cancellationReason }) => cancellationReason);
  }

  @Composes(offerAcceptedMail)
  composeAcceptedOffer(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutSubmitted(mail);
  }

  @Composes(offerMadeMail)
  composeOffer(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutOffer(mail);
  }

  @Composes(offerWithdrawnMail)
  composeWithdrawal(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutOffer(mail, String(mail.payload.note ?? ''));
  }

  @Composes(offerDeclinedMail)
  composeDecline(mail: QueuedMail): Promise<OrderMail | null> {
    return this.aboutOffer(mail, String(mail.payload.note ?? ''));
  }

  private async aboutSubmitted(
    mail: QueuedMail,
    messageOf: (order: Order) => string | null = () => null,
  ): Promise<OrderMail | null> {
    const facts = await this.facts.submitted(String(mail.payload.orderId));
    return this.compose(mail, facts && { ...facts, message: messageOf(facts.order) });
  }

  /** @param message absent: the one that was sent with the offer */
  private async aboutOffer(mail: QueuedMail, message?: string): Promise<OrderMail | null> {
    const { orderId, offerVersion = 0 } = mail.payload;
    const facts = await this.facts.offered(String(orderId), Number(offerVersion));
    return this.compose(mail, facts && { ...facts, ...(message !== undefined && { message }) });
  }

  private async compose(mail: QueuedMail, facts: OrderFacts | undefined): Promise<OrderMail | null> {
    const recipient = facts && (await this.contacts.activeRecipient(mail.about));
    if (!recipient || !maySee(recipient, facts.order)) return null;
    const { order, lines, validUntil, message } = facts;
    const { name, address, language } = recipient;
    const { brand, portalUrl } = await this.brands.current();
    const priced = pricedLines(lines);
    const totals = priced && totalsOf(priced);
    const amount = (cents: number | undefined): string =>
      cents === undefined ? '' : money(cents, order.currency, language);
    return {
      to: { name, address },
      language,
      brand,
      // An order that came from an offer goes on with what was said of it.
      conversationId: order.quoteRequestId ?? order.id,
      values: {
        name,
        label: orderKindLabel(order.kind, language),
        kind: orderKindWord(order.kind, language),
        number: order.number,
        reference: order.reference ?? '',
        costCentre: order.costCentre ?? '',
        deliverTo: order.deliveryAddress ? addressWords(order.deliveryAddress, language) : '',
        lines: lineWords(lines, order.currency, language),
        net: amount(totals?.netCents),
        vat: totals ? vatWords(totals, order.currency, language) : '',
        gross: amount(totals?.grossCents),
        message: message ?? '',
        validUntil: validUntil ? dayWords(validUntil, language) : '',
        actedBy: await this.nameOf(mail.payload.actedById),
        link: `${portalUrl}/orders/${order.id}`,
      },
    };
  }

  private async nameOf(contactId: unknown): Promise<string> {
    if (typeof contactId !== 'string') return '';
    return (await this.parties.contactsOf([contactId]))(contactId).name;
  }
}

/** Their own, or the company's for its main users, as they are now. */
function maySee({ id, customerId, role }: ActiveRecipient, order: Order): boolean {
  return customerId === order.customerId && (id === order.contactId || role === 'MAIN_USER');
}
