import type { NamedContact } from './order-parties';
import type { PortalOrderDetailDto, PortalOrderDto } from './portal-order.dto';
import { presentCancellation } from './cancellation.dto';
import { presentTotals } from '../money/money.dto';
import { presentOffer } from './offer.dto';
import { presentAddress } from './order-parts.dto';
import { type CreatedOrder, viewOfLine } from './submitted-order';
import { agreedTotals } from './agreed-prices';
import { pricedLines, totalsOf } from '../money/totals';
import type { Order } from './order.entity';
import type { OrderLine } from './order-line.entity';

/** What the lists read of an order. */
export type OrderRow = Pick<
  Order,
  | 'id'
  | 'number'
  | 'kind'
  | 'shop'
  | 'status'
  | 'customerId'
  | 'contactId'
  | 'reference'
  | 'createdAt'
  | 'decidedAt'
  | 'currency'
  | 'totalNetCents'
  | 'totalGrossCents'
  | 'offerValidUntil'
  | 'offerEndsAt'
  | 'offerVersion'
  | 'quoteRequestId'
>;

// A number holds every total that there can be exactly; as bigint the driver would give it as text.
export const ORDER_COLUMNS = `t.id, t.number, t.kind, t.shop, t.status, t.customer_id AS "customerId",
  t.contact_id AS "contactId", t.reference, t.created_at AS "createdAt", t.decided_at AS "decidedAt", t.currency,
  t.total_net_cents::float8 AS "totalNetCents", t.total_gross_cents::float8 AS "totalGrossCents",
  t.offer_valid_until::text AS "offerValidUntil", t.offer_ends_at AS "offerEndsAt", t.offer_version AS "offerVersion",
  t.quote_request_id AS "quoteRequestId"`;

export function presentOrder(order: OrderRow, contact: NamedContact): PortalOrderDto {
  return {
    id: order.id,
    number: order.number,
    kind: order.kind,
    shop: order.shop,
    status: order.status,
    contact,
    reference: order.reference,
    createdAt: order.createdAt,
    decidedAt: order.decidedAt,
    ...agreedTotals(order),
    offer: presentOffer(order),
    ...(order.quoteRequestId && { quoteRequestId: order.quoteRequestId }),
  };
}

/** Everything that contacts and staff alike may know of an order. */
export function presentOrderDetail(
  order: Order,
  contact: NamedContact,
  lines: readonly OrderLine[],
  counterpart: Order | null,
): PortalOrderDetailDto {
  const priced = pricedLines(lines);
  return Object.assign(presentOrder(order, contact), {
    costCentre: order.costCentre,
    note: order.note,
    deliveryAddress: presentAddress(order.deliveryAddress),
    lines: lines.map(viewOfLine),
    totals: priced && presentTotals(totalsOf(priced), order.currency),
    terms: { url: order.termsUrl, version: order.termsVersion },
    message: order.message,
    answeredAt: order.answeredAt,
    answerNote: order.answerNote,
    cancellation: presentCancellation(order),
    ...presentCounterpart(counterpart),
  });
}

export function presentCreatedOrder({
  order,
  contact,
  lines,
  quoteRequest,
}: CreatedOrder): PortalOrderDetailDto {
  return presentOrderDetail(order, contact, lines, quoteRequest);
}

function presentCounterpart(
  counterpart: Order | null,
): Pick<PortalOrderDetailDto, 'orderId' | 'orderNumber' | 'quoteRequestNumber'> {
  if (!counterpart) return {};
  const { id, number, kind } = counterpart;
  return kind === 'ORDER' ? { orderId: id, orderNumber: number } : { quoteRequestNumber: number };
}
