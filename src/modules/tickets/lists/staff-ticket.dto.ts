import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Id, Nullable, OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { QueryList } from '../../../platform/http/validation/query-fields';
import { NamedTicketCategoryDto } from '../categories/ticket-category.dto';
import type { NamedCategory } from '../categories/ticket-category-names';
import { type Ticket, TICKET_PRIORITIES, type TicketPriority, type TicketRow } from '../ticket.entity';
import type { TicketParties } from '../ticket-parties';
import { TICKET_SORTS, type TicketSort } from '../ticket-sort';
import { TICKET_STATUSES, type TicketStatus } from '../ticket-status';
import { NewTicketDto, PortalTicketDto, presentPortalTicket, presentSharedDetail } from './portal-ticket.dto';
import { presentAttachment, TicketAttachmentDto } from '../attachments/ticket-attachment.dto';
import {
  type TicketDeviceDto,
  TicketCustomerDto,
  TicketHistoryEntryDto,
  TicketPersonDto,
} from '../history/ticket-parts.dto';
import { MergedTicketDto, type NumberedTicketDto } from './merged-ticket.dto';
import type { TicketParts } from './ticket-parts.reader';

const ASSIGNEE = /^(?:me|none|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export class ListTicketsQuery extends ListQuery {
  /** Ohne Angabe die laufenden Tickets, bei einer Suche alle. */
  @QueryList(TICKET_STATUSES)
  status?: TicketStatus[];

  @Optional()
  @Id()
  customerId?: string;

  @Optional()
  @Id()
  contactId?: string;

  /** `me`: mir zugewiesen, `none`: niemandem; oder die ID eines Mitarbeiters. */
  @Optional()
  @Matches(ASSIGNEE)
  @ApiProperty({ type: String })
  assigneeId?: string;

  @QueryList(TICKET_PRIORITIES)
  priority?: TicketPriority[];

  /** Eine Kategorie, siehe `listTicketCategories`. */
  @Optional()
  @Id()
  categoryId?: string;

  /** Wörter aus Betreff, Beschreibung und allen Kommentaren, oder eine Ticketnummer. */
  @Optional()
  @Text({ max: 200 })
  search?: string;

  /** Ohne Angabe die mit der neuesten Änderung zuerst. `-priority`: die dringendsten zuerst, unter gleichen die ältesten; nur für laufende Tickets oder eine Suche. */
  @Optional()
  @OneOf(TICKET_SORTS)
  sort?: TicketSort;
}

/** Kunde oder Ansprechpartner genügt; der Ansprechpartner bringt seinen Kunden mit. */
export class RecordTicketDto extends NewTicketDto {
  @Optional()
  @Id()
  customerId?: string;

  @Optional()
  @Id()
  contactId?: string;

  /** Ein Mitarbeiter, siehe `GET /staff/users`. */
  @Nullable()
  @Id()
  assigneeId?: string | null;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateTicketDto {
  @Optional()
  @OneOf(TICKET_STATUSES, { example: 'IN_PROGRESS' })
  status?: TicketStatus;

  @Optional()
  @OneOf(TICKET_PRIORITIES, { example: 'HIGH' })
  priority?: TicketPriority;

  /** Eine aktive Kategorie, siehe `listTicketCategories`; null nimmt sie weg. */
  @Nullable()
  @Id()
  categoryId?: string | null;

  /** Ein Mitarbeiter, siehe `GET /staff/users`; null nimmt die Zuweisung zurück. */
  @Nullable()
  @Id()
  assigneeId?: string | null;

  @Optional()
  @Text({ max: 200, example: 'Drucker im Empfang druckt nicht' })
  subject?: string;
}

/** Ein Ticket: was Ansprechpartner sehen und was unter Mitarbeitern bleibt. */
export class TicketDto extends PortalTicketDto {
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  priority: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
  category: NamedTicketCategoryDto | null;
  customer: TicketCustomerDto;
  assignee: TicketPersonDto | null;
  /** Letzte Änderung, auch interne. */
  override updatedAt: Date;
}

export function presentTicket(
  ticket: TicketRow,
  { customer, contact, assignee }: TicketParties,
  category: NamedCategory | null,
): TicketDto {
  return Object.assign(presentPortalTicket(ticket, contact), {
    version: ticket.version,
    priority: ticket.priority,
    category,
    customer,
    assignee,
    updatedAt: ticket.updatedAt,
  });
}

export class TicketDetailDto extends TicketDto {
  /** Das Ticket, in dem dieses weitergeht. */
  mergedInto: NumberedTicketDto | null;
  /** Tickets, die in diesem weitergehen; was dort geschrieben wurde, steht bei den Kommentaren und Anhängen. */
  merged: MergedTicketDto[];
  /** @example Seit heute früh kommt nur leeres Papier. */
  description: string;
  /** Das Gerät des Kunden, um das es geht. */
  device: TicketDeviceDto | null;
  history: TicketHistoryEntryDto[];
  attachments: TicketAttachmentDto[];
  /** Mails über das Ticket, die nicht versendet sind; die mit einem Kommentar stehen bei ihm. */
  undelivered: UndeliveredMailDto[];
}

export function presentTicketDetail(
  ticket: Ticket,
  parties: TicketParties,
  parts: TicketParts,
  undelivered: UndeliveredMailDto[],
): TicketDetailDto {
  const attachments = parts.attachments.map(presentAttachment);
  return Object.assign(presentTicket(ticket, parties, parts.category), {
    ...presentSharedDetail(ticket, parts),
    attachments,
    undelivered,
  });
}

export class TicketListDto {
  items: TicketDto[];
  nextCursor?: string;
  totalCount?: number;
}
