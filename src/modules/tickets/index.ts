export { CommentsService } from './comments/comments.service';
export { ticketCommented, ticketCreated, ticketStatusChanged } from './events/ticket.events';
export { TicketChangesService } from './ticket-changes.service';
export { TicketsModule } from './tickets.module';
export { TicketsReader, type TicketSummary } from './tickets.reader';
export { type NewTicket, type RecordedTicket, TicketsService } from './tickets.service';
