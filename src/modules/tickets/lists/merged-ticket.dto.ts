import { type TicketAuthorDto } from '../history/ticket-parts.dto';

/** Ein anderes Ticket. */
export class NumberedTicketDto {
  id: string;
  /** @example T-2026-000123 */
  number: string;
}

/** Ein Ticket, das in einem anderen weitergeht, und womit es begann. */
export class MergedTicketDto extends NumberedTicketDto {
  /** @example Drucker im Empfang druckt immer noch nicht */
  subject: string;
  /** @example Jetzt kommt gar kein Papier mehr. */
  description: string;
  author: TicketAuthorDto;
  createdAt: Date;
}
