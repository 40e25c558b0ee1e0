import { type TicketPersonDto } from '../history/ticket-parts.dto';

/** Wer bei einem Ticket mitliest, in der Reihenfolge, in der sie dazukamen. */
export class TicketWatcherListDto {
  items: TicketPersonDto[];
}
