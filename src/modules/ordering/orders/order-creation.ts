import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, NumberSequences, type TenantRepository } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { orderSubmitted } from './order.events';
import { withAgreedPrices } from './agreed-prices';
import { pricedLines, totalsOf } from '../money/totals';
import { Order } from './order.entity';
import { OrderLine } from './order-line.entity';
import { orderNumber, SEQUENCES } from './order-number';
import { OrderParties } from './order-parties';
import { type CreatedOrder, submittedOrder } from './submitted-order';

type Generated = 'tenantId' | 'id';

/** What is known of a line before it is written. */
export type NewOrderLine = Omit<OrderLine, Generated | 'orderId' | 'position'>;

/** The submitted data; number, status and totals are derived from it. */
export type NewOrder = Pick<
  Order,
  | 'kind'
  | 'shop'
  | 'customerId'
  | 'contactId'
  | 'reference'
  | 'costCentre'
  | 'note'
  | 'deliveryAddress'
  | 'currency'
  | 'termsUrl'
  | 'termsVersion'
> & {
  /** Whose offer was accepted. */
  readonly quoteRequest: Order | null;
  readonly lines: readonly NewOrderLine[];
};

const UNDECIDED = {
  status: 'RECEIVED',
  message: null,
  decidedAt: null,
  offerValidUntil: null,
  offerVersion: 0,
  answeredAt: null,
  answeredById: null,
  answerNote: null,
  cancelledAt: null,
  cancelledBy: null,
  cancellationReason: null,
} as const;

/** Creates orders and quote requests and publishes their event; each call joins the transaction of its caller. */
@Injectable()
export class OrderCreation {
  constructor(
    private readonly numbers: NumberSequences,
    private readonly parties: OrderParties,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
    @InjectTenantRepository(OrderLine) private readonly lines: TenantRepository<OrderLine>,
  ) {}

  async create({ lines: wantedLines, quoteRequest, ...wanted }: NewOrder): Promise<CreatedOrder> {
    const { kind, shop, customerId, contactId } = wanted;
    const createdAt = new Date();
    const priced = pricedLines(wantedLines);
    const totals = kind === 'ORDER' && priced ? totalsOf(priced) : undefined;
    const contactOf = await this.parties.contactsOf([contactId]);
    // Concurrent creations wait for the number until this transaction ends, so no query follows it.
    const next = await this.numbers.nextInYear(SEQUENCES[kind], createdAt);
    const order = this.orders.insertDeferred({
      ...wanted,
      ...UNDECIDED,
      quoteRequestId: quoteRequest?.id ?? null,
      number: orderNumber(kind, next),
      createdAt,
      totalNetCents: totals?.netCents ?? null,
      totalGrossCents: totals?.grossCents ?? null,
    });
    const lines = this.lines.insertAllDeferred(
      wantedLines.map((line, index) => ({ ...line, orderId: order.id, position: index + 1 })),
    );
    const created = {
      order,
      contact: contactOf(contactId),
      lines: withAgreedPrices(order, lines),
      quoteRequest,
    };
    await this.events.publish(
      orderSubmitted,
      { orderId: order.id, kind, shop, customerId, contactId },
      submittedOrder(created),
    );
    return created;
  }
}
