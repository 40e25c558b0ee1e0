export { MAX_ATTACHMENTS, MAX_UPLOADS_NAMED } from './attachments/upload-limits';
export { TicketCategoriesService } from './categories/ticket-categories.service';
export { CommentsService } from './comments/comments.service';
export { ticketChanged, ticketCommented, ticketCreated, ticketStatusChanged } from './events/ticket.events';
export { TicketChangesService } from './ticket-changes.service';
export { TicketCountsReader } from './lists/ticket-counts.reader';
export { TicketsModule } from './tickets.module';
export { TicketsReader } from './tickets.reader';
export { TicketsService } from './tickets.service';
