import { defineEvent } from '../../../platform/events/domain-event';
import type { CancellingParty } from './cancellation.policy';
import type { OrderKind, OrderStatus } from './order-status';
import type { ShopKind } from '../shop';
import type { SubmittedOrder } from './submitted-order';

/** A cart was submitted, or an offer accepted, which makes a new order. */
export const orderSubmitted = defineEvent<
  {
    readonly orderId: string;
    readonly kind: OrderKind;
    readonly shop: ShopKind;
    readonly customerId: string;
    readonly contactId: string;
  },
  [order: SubmittedOrder]
>('order.submitted');

/** Staff have accepted, rejected, made an offer or withdrawn it. */
export const orderDecided = defineEvent<{
  readonly orderId: string;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly customerId: string;
  readonly contactId: string;
  /** The offer that it is about; 0 where there is none. Absent in events from before offers had versions. */
  readonly offerVersion?: number;
  /** Of staff to the customer. */
  readonly message?: string;
}>('order.decided');

/** Besides `orderDecided`: staff made another offer in place of one that nobody had answered. */
export const offerRenewed = defineEvent<{ readonly quoteRequestId: string }>('order.offer-renewed');

/** Besides `orderDecided`: staff took their offer back. */
export const offerWithdrawn = defineEvent<{ readonly quoteRequestId: string; readonly reason?: string }>(
  'order.offer-withdrawn',
);

/** The customer has answered an offer; `orderId` is the order that it became. */
export const offerAnswered = defineEvent<{
  readonly quoteRequestId: string;
  readonly answer: 'ACCEPTED' | 'DECLINED';
  /** Absent in events from before offers had versions. */
  readonly offerVersion?: number;
  /** Of the customer, with the answer. */
  readonly note?: string;
  readonly orderId?: string;
  readonly customerId: string;
  readonly contactId: string;
}>('order.offer-answered');

/** By the customer while it was undecided, or by staff although it was agreed. */
export const orderCancelled = defineEvent<{
  readonly orderId: string;
  readonly kind: OrderKind;
  readonly party: CancellingParty;
  readonly reason?: string;
  readonly customerId: string;
  readonly contactId: string;
}>('order.cancelled');
