import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { QueryFlag, QueryList } from '../../../platform/http/validation/query-fields';
import { TICKET_PRIORITIES, type TicketPriority } from '../ticket.entity';
import { TICKET_STATUSES, type TicketStatus } from '../ticket-status';
import { PortalTicketAttachmentDto } from './ticket-attachment.dto';
import { TicketHistoryEntryDto, TicketPersonDto } from './ticket-parts.dto';

export const PORTAL_TICKET_SORTS = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt'] as const;
export type PortalTicketSort = (typeof PORTAL_TICKET_SORTS)[number];

export class ListPortalTicketsQuery extends ListQuery {
  /** Ohne Angabe die laufenden Tickets, bei einer Suche alle. */
  @QueryList(TICKET_STATUSES)
  status?: TicketStatus[];

  /** Nur die eigenen; bei Benutzern ohnehin so. */
  @QueryFlag({ default: false })
  mine?: boolean;

  /** Wörter aus Betreff, Beschreibung und Kommentaren, oder eine Ticketnummer. */
  @Optional()
  @Text({ max: 200 })
  search?: string;

  /** Ohne Angabe die mit der neuesten Änderung zuerst. */
  @Optional()
  @OneOf(PORTAL_TICKET_SORTS)
  sort?: PortalTicketSort;
}

export class CreatePortalTicketDto {
  @Text({ max: 200, example: 'Drucker im Empfang druckt nicht' })
  subject: string;

  @Text({ max: 20_000, lines: true, example: 'Seit heute früh kommt nur leeres Papier.' })
  description: string;

  /** Wie dringend es ist; ohne Angabe NORMAL. Danach führt sie das Systemhaus, im Portal erscheint sie nicht mehr. */
  @Optional()
  @OneOf(TICKET_PRIORITIES, { example: 'NORMAL' })
  priority?: TicketPriority;
}

/**
 * Ein Ticket, wie Ansprechpartner es sehen. Priorität, Kategorie, Bearbeiter und alles Interne fehlen; auch `updatedAt`
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

export class PortalTicketDetailDto extends PortalTicketDto {
  /** @example Seit heute früh kommt nur leeres Papier. */
  description: string;
  history: TicketHistoryEntryDto[];
  attachments: PortalTicketAttachmentDto[];
}

export class PortalTicketListDto {
  items: PortalTicketDto[];
  nextCursor?: string;
  totalCount?: number;
}
