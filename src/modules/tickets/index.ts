export { CommentsService } from './comments/comments.service';
export { TicketChangesService } from './ticket-changes.service';
export { TicketsModule } from './tickets.module';
export { TicketsReader } from './tickets.reader';
export { TicketsService } from './tickets.service';
