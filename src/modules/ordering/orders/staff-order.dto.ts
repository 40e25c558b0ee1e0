import { ApiProperty } from '@nestjs/swagger';
import { UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import { Id, Optional } from '../../../platform/http/validation/fields';
import { OrderContactDto, OrderLineDto } from './order-parts.dto';
import { ListPortalOrdersQuery, PortalOrderDetailDto, PortalOrderDto } from './portal-order.dto';

export class ListOrdersQuery extends ListPortalOrdersQuery {
  @Optional()
  @Id()
  customerId?: string;

  @Optional()
  @Id()
  contactId?: string;
}

/** Der Kunde. */
export class OrderCustomerDto {
  id: string;
  /** @example K-10001 */
  number: string;
  /** @example Müller & Söhne GmbH */
  name: string;
}

/** Eine Bestellung oder Angebotsanfrage. */
export class OrderDto extends PortalOrderDto {
  customer: OrderCustomerDto;
}

/** Eine Position mit dem, was der Artikel heute kostet. */
export class StaffOrderLineDto extends OrderLineDto {
  /** Heutiger Listenpreis; fehlt, wenn der Artikel keinen hat. Kunden sehen ihn hier nie. @example 8900 */
  listPriceCents?: number;
}

export class OrderDetailDto extends PortalOrderDetailDto {
  customer: OrderCustomerDto;
  // Said by hand: the compiler's plugin leaves out what overrides.
  @ApiProperty({ type: [StaffOrderLineDto] })
  override lines: StaffOrderLineDto[];
  /** Wer das Angebot beantwortet hat. */
  answeredBy: OrderContactDto | null;
  /** Mails darüber, die nicht versendet sind. */
  undelivered: UndeliveredMailDto[];
}

export class OrderListDto {
  items: OrderDto[];
  nextCursor?: string;
  totalCount?: number;
}
