import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Id, OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { IdList } from '../../../platform/http/validation/list-fields';
import { QueryDay, QueryFlag, QueryList } from '../../../platform/http/validation/query-fields';
import { MAX_UPLOADS_NAMED } from '../attachments/upload-limits';
import { NamedTicketCategoryDto } from '../categories/ticket-category.dto';
import { type Ticket, TICKET_PRIORITIES, type TicketPriority, type TicketRow } from '../ticket.entity';
import type { NamedPerson } from '../ticket-parties';
import { TICKET_STATUSES, type TicketStatus } from '../ticket-status';
import { PortalTicketAttachmentDto, presentPortalAttachment } from '../attachments/ticket-attachment.dto';
import {
  presentHistoryEntry,
  type TicketDeviceDto,
  TicketHistoryEntryDto,
  TicketPersonDto,
} from '../history/ticket-parts.dto';
import { MergedTicketDto, type NumberedTicketDto } from './merged-ticket.dto';
import type { TicketParts } from './ticket-parts.reader';

export const PORTAL_TICKET_SORTS = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt'] as const;
export type PortalTicketSort = (typeof PORTAL_TICKET_SORTS)[number];

export class ListPortalTicketsQuery extends ListQuery {
  /** Ohne Angabe die laufenden Tickets, bei einer Suche alle. */
  @QueryList(TICKET_STATUSES)
  status?: TicketStatus[];

  /** Nur die eigenen, ohne die, bei denen man mitliest. */
  @QueryFlag({ default: false })
  mine?: boolean;

  /** Nur die eines Kollegen; siehe `listColleagues`. */
  @Optional()
  @Id()
  contactId?: string;

  /** Erfasst an diesem Tag oder später, nach der Uhr des Mandanten. */
  @QueryDay()
  createdFrom?: string;

  /** Erfasst an diesem Tag oder früher. */
  @QueryDay()
  createdUntil?: string;

  /** Wörter aus Betreff, Beschreibung und Kommentaren, oder eine Ticketnummer. */
  @Optional()
  @Text({ max: 200 })
  search?: string;

  /** Ohne Angabe die mit der neuesten Änderung zuerst. */
  @Optional()
  @OneOf(PORTAL_TICKET_SORTS)
  sort?: PortalTicketSort;
}

/** Was jeder angibt, der ein Ticket erfasst. */
export class NewTicketDto {
  @Text({ max: 200, example: 'Drucker im Empfang druckt nicht' })
  subject: string;

  @Text({ max: 20_000, lines: true, example: 'Seit heute früh kommt nur leeres Papier.' })
  description: string;

  /** Das Gerät der Firma, um das es geht; siehe `listPortalDevices`, für Mitarbeiter `listDevicesOfCustomer`. */
  @Optional()
  @Id()
  deviceId?: string;

  /** Worum es geht: eine der Kategorien, die zur Wahl stehen. */
  @Optional()
  @Id()
  categoryId?: string;

  /** Hochgeladene Dateien, die dazugehören; siehe `createUpload`, für Mitarbeiter `createStaffUpload`. */
  @Optional()
  @IdList({ max: MAX_UPLOADS_NAMED })
  uploadIds?: string[];

  /** Wie dringend es ist; ohne Angabe NORMAL. Danach führt sie das Systemhaus, im Portal erscheint sie nicht mehr. */
  @Optional()
  @OneOf(TICKET_PRIORITIES, { example: 'NORMAL' })
  priority?: TicketPriority;
}

export class CreatePortalTicketDto extends NewTicketDto {
  /** Der Kollege, für den ein Hauptbenutzer es erfasst; ohne Angabe ist es das eigene. Siehe `listColleagues`. */
  @Optional()
  @Id()
  contactId?: string;
}

/**
 * Ein Ticket, wie Ansprechpartner es sehen; Mitarbeiter sehen das auch. Priorität, Bearbeiter und alles Interne fehlen; auch `updatedAt`
 * bewegt sich nur durch das, was sie sehen.
 */
export class PortalTicketDto {
  id: string;
  /** @example T-2026-000123 */
  number: string;
  /** @example Drucker im Empfang druckt nicht */
  subject: string;
  status: 'NEW' | 'IN_PROGRESS' | 'WAITING_FOR_CUSTOMER' | 'RESOLVED' | 'CLOSED';
  /** Wessen Ticket es ist; null: das der Firma. */
  contact: TicketPersonDto | null;
  createdAt: Date;
  updatedAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
}

/** For contacts: nothing internal, not even as a point in time. */
export function presentPortalTicket(ticket: TicketRow, contact: NamedPerson | null): PortalTicketDto {
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    contact,
    createdAt: ticket.createdAt,
    updatedAt: ticket.publicActivityAt,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
  };
}

export class PortalTicketDetailDto extends PortalTicketDto {
  /** Das Ticket, in dem dieses weitergeht. */
  mergedInto: NumberedTicketDto | null;
  /** Tickets, die in diesem weitergehen; was dort geschrieben wurde, steht bei den Kommentaren und Anhängen. */
  merged: MergedTicketDto[];
  /** @example Seit heute früh kommt nur leeres Papier. */
  description: string;
  /** Das Gerät, um das es geht. */
  device: TicketDeviceDto | null;
  /** Worum es geht; null auch bei Kategorien, die nur das Systemhaus sieht. */
  category: NamedTicketCategoryDto | null;
  history: TicketHistoryEntryDto[];
  attachments: PortalTicketAttachmentDto[];
}

export function presentPortalTicketDetail(
  ticket: Ticket,
  contact: NamedPerson | null,
  parts: TicketParts,
): PortalTicketDetailDto {
  const attachments = parts.attachments.map(presentPortalAttachment);
  return Object.assign(presentPortalTicket(ticket, contact), {
    ...presentSharedDetail(ticket, parts),
    attachments,
  });
}

/** What contacts and staff alike see of one ticket. */
export function presentSharedDetail(
  { description }: Ticket,
  { device, category, merges, history }: TicketParts,
): Pick<PortalTicketDetailDto, 'description' | 'device' | 'category' | 'mergedInto' | 'merged' | 'history'> {
  return {
    description,
    device,
    category,
    mergedInto: merges.mergedInto,
    merged: [...merges.merged],
    history: history.map(presentHistoryEntry),
  };
}

/** Der letzte öffentliche Kommentar. */
export class LastCommentDto {
  at: Date;
  authorKind: 'STAFF' | 'CONTACT';
}

export class PortalTicketListItemDto extends PortalTicketDto {
  /** Es ist das eigene oder man liest mit, und andere haben etwas getan, seit man es zuletzt gelesen hat. */
  unread: boolean;
  attachmentCount: number;
  /** Null: noch keiner. */
  lastComment: LastCommentDto | null;
}

export class PortalTicketListDto {
  items: PortalTicketListItemDto[];
  nextCursor?: string;
  totalCount?: number;
}
