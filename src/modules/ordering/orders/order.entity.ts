import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Versioned } from '../../../platform/database';
import type { ErrorFactory } from '../../../platform/errors';
import { storedCents } from '../money/stored-cents';
import type { Totals } from '../money/totals';
import { hasEnded } from './offer-validity';
import {
  decisionDoesNotFit,
  offerExpired,
  offerMissing,
  offerIsWithdrawn,
  orderAlreadyDecided,
  orderBinding,
  orderUndecided,
} from '../ordering.errors';
import type { ShopKind } from '../shop';
import {
  type CancellationObjection,
  type CancellingParty,
  isBinding,
  objectionToCancelling,
} from './cancellation.policy';
import type { DeliveryAddress } from './delivery-address';
import { knowsStatus, moveBetween, type OrderKind, type OrderStatus } from './order-status';

const CANCELLATION_REFUSALS: Readonly<Record<CancellationObjection, ErrorFactory>> = {
  BINDING: orderBinding,
  UNDECIDED: orderUndecided,
  DECIDED: orderAlreadyDecided,
};

/** Bestellung or Angebotsanfrage: what a contact submitted, and what became of it. */
@Entity('orders')
@Unique('orders_number', ['tenantId', 'number'])
@Unique('orders_from_offer', ['tenantId', 'quoteRequestId'])
@Check('orders_shop', `shop IN ('ONLINE_SHOP', 'PRINTER_SHOP')`)
@Check(
  'orders_status',
  `kind = 'ORDER' AND status IN ('RECEIVED', 'ACCEPTED', 'REJECTED', 'CANCELLED')
   OR kind = 'QUOTE_REQUEST' AND status IN
     ('RECEIVED', 'REJECTED', 'CANCELLED', 'OFFER_MADE', 'OFFER_WITHDRAWN', 'OFFER_ACCEPTED', 'OFFER_DECLINED')`,
)
@Check(
  'orders_cancellation',
  `(status = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (status = 'CANCELLED') = (cancelled_by IS NOT NULL)
   AND cancelled_by IN ('CUSTOMER', 'STAFF')`,
)
@Check('orders_totals', 'total_net_cents >= 0 AND total_gross_cents >= total_net_cents')
@Index('orders_of_customer', ['tenantId', 'customerId', 'createdAt', 'id'])
@Index('orders_of_contact', ['tenantId', 'contactId', 'createdAt', 'id'])
@Index('orders_newest', ['tenantId', 'createdAt', 'id'])
@Index('orders_open', ['tenantId', 'createdAt', 'id'], { where: `status IN ('RECEIVED', 'OFFER_MADE')` })
@Index('orders_answered', ['tenantId', 'answeredById'], { where: 'answered_by_id IS NOT NULL' })
@ForeignKey('Customer', ['tenantId', 'customerId'], ['tenantId', 'id'], { name: 'orders_customer' })
@ForeignKey('Contact', ['tenantId', 'contactId'], ['tenantId', 'id'], { name: 'orders_contact' })
@ForeignKey('Order', ['tenantId', 'quoteRequestId'], ['tenantId', 'id'], { name: 'orders_quote_request' })
export class Order extends Versioned {
  @Column('text')
  number: string;

  @Column('text')
  kind: OrderKind;

  @Column('text')
  shop: ShopKind;

  @Column('uuid', { name: 'customer_id' })
  customerId: string;

  /** Who ordered; of an order that came from an offer: who had asked for it. */
  @Column('uuid', { name: 'contact_id' })
  contactId: string;

  @Column('text')
  status: OrderStatus;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text', { name: 'cost_centre', nullable: true })
  costCentre: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('jsonb', { name: 'delivery_address', nullable: true })
  deliveryAddress: DeliveryAddress | null;

  @Column('text')
  currency: string;

  /** Null for a quote request until its offer is made, as is the gross total. */
  @Column('bigint', { name: 'total_net_cents', nullable: true, transformer: storedCents })
  totalNetCents: number | null;

  @Column('bigint', { name: 'total_gross_cents', nullable: true, transformer: storedCents })
  totalGrossCents: number | null;

  /** The terms that were shown at checkout. */
  @Column('text', { name: 'terms_url', nullable: true })
  termsUrl: string | null;

  @Column('text', { name: 'terms_version', nullable: true })
  termsVersion: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Of staff to the customer, with the decision. */
  @Column('text', { nullable: true })
  message: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** The last day of the offer, e.g. 2026-12-31. */
  @Column('date', { name: 'offer_valid_until', nullable: true })
  offerValidUntil: string | null;

  /** When that day is over on the tenant's clocks; kept by the database. */
  @Column({ type: 'timestamptz', name: 'offer_ends_at', nullable: true, insert: false, update: false })
  offerEndsAt: Date | null;

  /** Counts the offers that were made: who answers one names it, so that nobody answers another than they saw. */
  @Column('integer', { name: 'offer_version', default: 0 })
  offerVersion: number;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by_id', nullable: true })
  answeredById: string | null;

  /** Of the customer, with the answer to the offer. */
  @Column('text', { name: 'answer_note', nullable: true })
  answerNote: string | null;

  /** Of an order that came from an offer. */
  @Column('uuid', { name: 'quote_request_id', nullable: true })
  quoteRequestId: string | null;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  @Column('text', { name: 'cancelled_by', nullable: true })
  cancelledBy: CancellingParty | null;

  @Column('text', { name: 'cancellation_reason', nullable: true })
  cancellationReason: string | null;

  /** Staff have decided. @throws decisionDoesNotFit, orderAlreadyDecided, orderBinding */
  decide(
    status: 'ACCEPTED' | 'REJECTED' | 'OFFER_MADE' | 'OFFER_WITHDRAWN',
    { message, now }: { message?: string; now: Date },
  ): void {
    if (!knowsStatus(this.kind, status)) throw decisionDoesNotFit();
    if (status === 'REJECTED' && this.status === 'RECEIVED' && isBinding(this)) throw orderBinding();
    this.move(status, now);
    this.message = message ?? null;
    this.decidedAt = now;
  }

  /** Another offer takes the place of the one before, with whatever was answered to that. */
  offer(validUntil: string, totals: Totals): void {
    this.offerVersion += 1;
    this.offerValidUntil = validUntil;
    this.answeredAt = this.answeredById = this.answerNote = null;
    this.carryTotals(totals);
  }

  carryTotals({ netCents, grossCents }: Totals): void {
    this.totalNetCents = netCents;
    this.totalGrossCents = grossCents;
  }

  /** The customer has answered the offer. @throws offerMissing, offerIsWithdrawn, orderAlreadyDecided, offerExpired */
  answer(
    status: 'OFFER_ACCEPTED' | 'OFFER_DECLINED',
    { byId, note, now }: { byId: string; note?: string; now: Date },
  ): void {
    this.assertOfferOpen();
    this.move(status, now);
    this.answeredAt = now;
    this.answeredById = byId;
    this.answerNote = note ?? null;
  }

  /** @throws orderBinding, orderUndecided, orderAlreadyDecided */
  cancel(party: CancellingParty, { reason, now }: { reason?: string; now: Date }): void {
    const objection = objectionToCancelling(this, party);
    if (objection) throw CANCELLATION_REFUSALS[objection]();
    this.move('CANCELLED', now);
    this.cancelledAt = now;
    this.cancelledBy = party;
    this.cancellationReason = reason ?? null;
  }

  /** There is an offer that waits for its answer. @throws offerMissing, offerIsWithdrawn, orderAlreadyDecided */
  assertOfferOpen(): void {
    if (!this.offerValidUntil) throw offerMissing();
    if (this.status === 'OFFER_WITHDRAWN') throw offerIsWithdrawn();
    if (this.status !== 'OFFER_MADE') throw orderAlreadyDecided();
  }

  /** There is an offer that another may replace: it waits for its answer, or was withdrawn. @throws offerMissing, orderAlreadyDecided */
  assertOfferReplaceable(): void {
    if (!this.offerValidUntil) throw offerMissing();
    if (this.status !== 'OFFER_MADE' && this.status !== 'OFFER_WITHDRAWN') throw orderAlreadyDecided();
  }

  /** @throws orderAlreadyDecided, offerExpired */
  private move(status: OrderStatus, now: Date): void {
    const move = moveBetween(this.kind, this.status, status);
    if (!move) throw orderAlreadyDecided();
    if (move.whileOffer === 'VALID' && hasEnded(this.offerEndsAt, now)) throw offerExpired();
    this.status = status;
  }
}
