import { defineEvent } from '../../../platform/events/domain-event';
import type { PortalOrderDetailDto } from '../dto/portal-order.dto';
import type { OrderKind, OrderStatus } from '../orders/order-status';
import type { ShopKind } from '../shop';

/** A cart was submitted, or an offer accepted, which makes a new order. */
export const orderSubmitted = defineEvent<
  {
    readonly orderId: string;
    readonly kind: OrderKind;
    readonly shop: ShopKind;
    readonly customerId: string;
    readonly contactId: string;
  },
  [order: PortalOrderDetailDto]
>('order.submitted');

/** Staff have accepted, rejected, or made an offer. */
export const orderDecided = defineEvent<{
  readonly orderId: string;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly customerId: string;
  readonly contactId: string;
}>('order.decided');

/** Besides `orderDecided`: an offer had expired, and staff made another. */
export const offerRenewed = defineEvent<{ readonly quoteRequestId: string }>('order.offer-renewed');

/** The customer has answered an offer; `orderId` is the order that it became. */
export const offerAnswered = defineEvent<{
  readonly quoteRequestId: string;
  readonly answer: 'ACCEPTED' | 'DECLINED';
  readonly orderId?: string;
  readonly customerId: string;
  readonly contactId: string;
}>('order.offer-answered');
