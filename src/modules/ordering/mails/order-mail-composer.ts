import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import type { ComposedFor, QueuedMail } from '../../../platform/mail/composed-mail';
import { Composes } from '../../../platform/mail/composers';
import { ContactsReader } from '../../contacts';
import { MailBrands } from '../../tenants';
import { withAgreedPrices } from '../money/agreed-prices';
import { pricedLines, totalsOf } from '../money/totals';
import { Order } from '../orders/order.entity';
import { OrderLine } from '../orders/order-line.entity';
import {
  offerAcceptedMail,
  offerMadeMail,
  orderAcceptedMail,
  orderReceivedMail,
  orderRejectedMail,
} from './order.mail';
import { dayWords, lineWords, money, thingOf, vatWords } from './order-words';

type OrderMail = ComposedFor<typeof orderReceivedMail>;

/**
 * Writes the mails about orders when they are sent: to who ordered, as long as their access is active. Prices come from
 * the order's own lines and nowhere else, so a quote request has none before its offer.
 */
@Injectable()
export class OrderMailComposer {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly brands: MailBrands,
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
    @InjectTenantRepository(OrderLine) private readonly lines: TenantRepository<OrderLine>,
  ) {}

  @Composes(orderReceivedMail)
  composeReceipt(mail: QueuedMail): Promise<OrderMail | null> {
    return this.compose(mail);
  }

  @Composes(orderAcceptedMail)
  composeAcceptance(mail: QueuedMail): Promise<OrderMail | null> {
    return this.compose(mail);
  }

  @Composes(orderRejectedMail)
  composeRejection(mail: QueuedMail): Promise<OrderMail | null> {
    return this.compose(mail);
  }

  @Composes(offerMadeMail)
  composeOffer(mail: QueuedMail): Promise<OrderMail | null> {
    return this.compose(mail);
  }

  @Composes(offerAcceptedMail)
  composeAcceptedOffer(mail: QueuedMail): Promise<OrderMail | null> {
    return this.compose(mail);
  }

  private async compose({ about, payload }: QueuedMail): Promise<OrderMail | null> {
    const id = String(payload.orderId);
    const order = await this.orders.findOne({ id, contactId: about });
    const recipient = await this.contacts.activeRecipient(about);
    if (!order || !recipient) return null;
    const { name, address, language } = recipient;
    const { brand, portalUrl } = await this.brands.current();
    const stored = await this.lines.find({ orderId: id }, { order: { position: 'ASC' } });
    const lines = withAgreedPrices(order, stored);
    const priced = pricedLines(lines);
    const totals = priced && totalsOf(priced);
    const amount = (cents: number | undefined): string =>
      cents === undefined ? '' : money(cents, order.currency, language);
    return {
      to: { name, address },
      language,
      brand,
      values: {
        name,
        thing: thingOf(order.kind, language),
        number: order.number,
        reference: order.reference ?? '',
        costCentre: order.costCentre ?? '',
        lines: lineWords(lines, order.currency, language),
        net: amount(totals?.netCents),
        vat: totals ? vatWords(totals, order.currency, language) : '',
        gross: amount(totals?.grossCents),
        message: order.message ?? '',
        validUntil: order.offerValidUntil ? dayWords(order.offerValidUntil, language) : '',
        link: `${portalUrl}/orders/${id}`,
      },
    };
  }
}
