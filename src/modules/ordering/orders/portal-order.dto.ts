import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { OneOf, Optional, Text, WholeNumber } from '../../../platform/http/validation/fields';
import { QueryList } from '../../../platform/http/validation/query-fields';
import { ORDER_KINDS, ORDER_STATUSES, type OrderKind, type OrderStatus } from './order-status';
import { SHOP_KINDS, type ShopKind } from '../shop';
import { OrderCancellationDto } from './cancellation.dto';
import { TotalsDto } from '../money/money.dto';
import { MAX_OFFERS } from './offer.dto';
import {
  DeliveryAddressDto,
  OfferDto,
  OrderContactDto,
  OrderLineDto,
  OrderTermsDto,
} from './order-parts.dto';

export const ORDER_SORTS = ['-createdAt', 'createdAt'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

export class ListPortalOrdersQuery extends ListQuery {
  /** ORDER: Bestellungen, QUOTE_REQUEST: Angebotsanfragen. */
  @Optional()
  @OneOf(ORDER_KINDS)
  kind?: OrderKind;

  @Optional()
  @OneOf(SHOP_KINDS)
  shop?: ShopKind;

  @QueryList(ORDER_STATUSES)
  status?: OrderStatus[];

  /** Nummer, oder ein Teil von Bestellzeichen oder Kostenstelle des Kunden. */
  @Optional()
  @Text({ max: 100 })
  search?: string;

  /** Ohne Angabe die neuesten zuerst. */
  @Optional()
  @OneOf(ORDER_SORTS)
  sort?: OrderSort;
}

export class AnswerOfferDto {
  /** ACCEPTED: das Angebot wird zu einer Bestellung. DECLINED: abgelehnt. */
  @OneOf(['ACCEPTED', 'DECLINED'], { example: 'ACCEPTED' })
  decision: 'ACCEPTED' | 'DECLINED';

  /** Das Angebot, das Sie beantworten: `offer.version`, wie es angezeigt wurde. */
  @WholeNumber(1, MAX_OFFERS, { example: 1 })
  offerVersion: number;

  /** Steht bei einer Annahme auch in der Bestellung. */
  @Optional()
  @Text({ max: 2000, lines: true, example: 'Bitte bis Freitag liefern.' })
  note?: string;
}

/** Eine Bestellung oder Angebotsanfrage. */
export class PortalOrderDto {
  id: string;
  /** @example B-2026-000123 */
  number: string;
  kind: 'ORDER' | 'QUOTE_REQUEST';
  shop: 'ONLINE_SHOP' | 'PRINTER_SHOP';
  status:
    | 'RECEIVED'
    | 'ACCEPTED'
    | 'REJECTED'
    | 'OFFER_MADE'
    | 'OFFER_WITHDRAWN'
    | 'OFFER_ACCEPTED'
    | 'OFFER_DECLINED'
    | 'CANCELLED';
  contact: OrderContactDto;
  /** @example PO-4711 */
  reference: string | null;
  createdAt: Date;
  /** Wann das Systemhaus entschieden hat. */
  decidedAt: Date | null;
  /** @example EUR */
  currency?: string;
  /** Fehlt, solange es für eine Angebotsanfrage kein Angebot gibt. @example 17800 */
  totalNetCents?: number;
  /** @example 21182 */
  totalGrossCents?: number;
  /** Das Angebot zu einer Angebotsanfrage. */
  offer: OfferDto | null;
  /** Die Angebotsanfrage, aus der diese Bestellung durch Annahme des Angebots wurde: Sie ist verbindlich. */
  quoteRequestId?: string;
}

export class PortalOrderDetailDto extends PortalOrderDto {
  costCentre: string | null;
  note: string | null;
  deliveryAddress: DeliveryAddressDto | null;
  lines: OrderLineDto[];
  /** Fehlt, solange es für eine Angebotsanfrage kein Angebot gibt. */
  totals?: TotalsDto;
  terms: OrderTermsDto;
  /** Nachricht des Systemhauses zu seiner Entscheidung. */
  message: string | null;
  /** Wann das Angebot beantwortet wurde. */
  answeredAt: Date | null;
  answerNote: string | null;
  cancellation: OrderCancellationDto | null;
  /** Die Bestellung, die aus dem Angebot wurde. */
  orderId?: string;
  /** @example B-2026-000124 */
  orderNumber?: string;
  /** @example A-2026-000042 */
  quoteRequestNumber?: string;
}

export class PortalOrderListDto {
  items: PortalOrderDto[];
  nextCursor?: string;
  totalCount?: number;
}
