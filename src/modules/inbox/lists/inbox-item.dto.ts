import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Id, OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { QueryList } from '../../../platform/http/validation/query-fields';
import { OrderDetailDto } from '../../ordering';
import {
  INBOX_ITEM_STATES,
  INBOX_ITEM_TYPES,
  type InboxItemState,
  type InboxItemType,
} from '../inbox-item-type';
import {
  InboxCustomerDto,
  InboxOutcomeDto,
  InboxPersonDto,
  RegistrantDto,
  RegistrationMatchesDto,
  SentOrderDto,
  SentRegistrationDto,
} from '../inbox-parts.dto';

const SORTS = ['createdAt', '-createdAt'] as const;
export type InboxSort = (typeof SORTS)[number];

const ASSIGNEE = /^(?:me|none|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export class ListInboxItemsQuery extends ListQuery {
  @QueryList(INBOX_ITEM_TYPES)
  type?: InboxItemType[];

  /** Ohne Angabe, was noch zu entscheiden ist: NEW und IN_PROGRESS. */
  @QueryList(INBOX_ITEM_STATES)
  state?: InboxItemState[];

  @Optional()
  @Id()
  customerId?: string;

  /** `me`: mir zugewiesen, `none`: niemandem; oder die ID eines Mitarbeiters. */
  @Optional()
  @Matches(ASSIGNEE)
  @ApiProperty({ type: String })
  assigneeId?: string;

  /** Nummer der Bestellung oder Angebotsanfrage. */
  @Optional()
  @Text({ max: 30 })
  number?: string;

  /** Ohne Angabe die ältesten zuerst. */
  @Optional()
  @OneOf(SORTS)
  sort?: InboxSort;
}

/** Ein Eintrag im Postkorb. */
export class InboxItemDto {
  id: string;
  version: number;
  type: 'ORDER' | 'QUOTE_REQUEST' | 'REGISTRATION';
  state: 'NEW' | 'IN_PROGRESS' | 'DONE' | 'REJECTED';
  /** Nummer der Bestellung oder Angebotsanfrage. @example B-2026-000123 */
  number: string | null;
  /** Worum es geht, in einer Zeile. @example 2 × Toner schwarz (Drucker Empfang) */
  summary: string;
  /** Bei Registrierungen erst, wenn sie angenommen sind. */
  customer: InboxCustomerDto | null;
  contact: InboxPersonDto | null;
  assignee: InboxPersonDto | null;
  /** Nur bei Registrierungen: wer sich registriert hat. */
  registrant?: RegistrantDto;
  /** Nur bei Registrierungen: Hat der Anfragende seine E-Mail-Adresse bestätigt? */
  verified?: boolean;
  createdAt: Date;
  /** Seit wann er wieder zu entscheiden ist, weil der Kunde das Angebot abgelehnt hat. */
  reopenedAt: Date | null;
  decidedAt: Date | null;
}

/** Ein Eintrag mit allem, was zur Entscheidung nötig ist. */
export class InboxItemDetailDto extends InboxItemDto {
  /** Die Bestellung oder Angebotsanfrage, siehe `GET /staff/orders/{id}`. */
  orderId?: string;
  registrationId?: string;
  /** Was abgesendet wurde; genau eines von beiden ist da. */
  sentOrder?: SentOrderDto;
  sentRegistration?: SentRegistrationDto;
  /** Die Bestellung oder Angebotsanfrage, wie sie jetzt ist, mit den heutigen Listenpreisen. */
  order?: OrderDetailDto;
  /** Solange über eine Registrierung nicht entschieden ist. */
  matches?: RegistrationMatchesDto;
  outcome: InboxOutcomeDto | null;
}

export class InboxItemListDto {
  items: InboxItemDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Einträge einer Art, nach Zustand. */
export class InboxTypeCountsDto {
  type: 'ORDER' | 'QUOTE_REQUEST' | 'REGISTRATION';
  new: number;
  inProgress: number;
  done: number;
  rejected: number;
}

/** Der Postkorb in Zahlen. */
export class InboxCountsDto {
  byType: InboxTypeCountsDto[];
  /** Noch zu entscheiden. */
  open: number;
  /** Davon mir zugewiesen. */
  mine: number;
  /** Davon niemandem zugewiesen. */
  unassigned: number;
  /** Seit wann der älteste davon wartet. */
  oldestCreatedAt: Date | null;
}
