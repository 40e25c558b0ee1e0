import { Injectable } from '@nestjs/common';
import { NumberSequences } from '../../../platform/database/number-sequences';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { orderSubmitted } from '../events/order.events';
import { pricedLines, totalsOf } from '../money/totals';
import { Order } from './order.entity';
import { OrderLine } from './order-line.entity';
import { orderNumber, SEQUENCES } from './order-number';

type Generated = 'tenantId' | 'id';

/** What is known of a line before it is written. */
export type NewOrderLine = Omit<OrderLine, Generated | 'orderId' | 'position'>;

/** What whoever submits decides; number, status and totals follow from it. */
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
  | 'quoteRequestId'
> & { readonly lines: readonly NewOrderLine[] };

/** What has just been entered. */
export interface EnteredOrder {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
}

const UNDECIDED = {
  status: 'RECEIVED',
  message: null,
  decidedAt: null,
  offerValidUntil: null,
  answeredAt: null,
  answeredById: null,
  answerNote: null,
} as const;

/** Enters orders and quote requests, and tells everybody; each call joins the transaction of its caller. */
@Injectable()
export class OrderRegister {
  constructor(
    private readonly numbers: NumberSequences,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Order) private readonly orders: TenantRepository<Order>,
    @InjectTenantRepository(OrderLine) private readonly lines: TenantRepository<OrderLine>,
  ) {}

  async enter({ lines: wantedLines, ...wanted }: NewOrder): Promise<EnteredOrder> {
    const { kind, shop, customerId, contactId } = wanted;
    const createdAt = new Date();
    const priced = pricedLines(wantedLines);
    const totals = kind === 'ORDER' && priced ? totalsOf(priced) : undefined;
    // Others who need a number wait until this transaction ends: nothing slow may follow.
    const number = orderNumber(kind, createdAt, await this.numbers.next(SEQUENCES[kind]));
    const order = this.orders.append({
      ...wanted,
      ...UNDECIDED,
      number,
      createdAt,
      totalNetCents: totals?.netCents ?? null,
      totalGrossCents: totals?.grossCents ?? null,
    });
    const lines = this.lines.appendAll(
      wantedLines.map((line, index) => ({ ...line, orderId: order.id, position: index + 1 })),
    );
    await this.events.publish(orderSubmitted, { orderId: order.id, kind, shop, customerId, contactId });
    return { order, lines };
  }
}
