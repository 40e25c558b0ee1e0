export { UploadLimitsDto } from './attachments/ticket-attachment.dto';
export { UploadLimits } from './attachments/upload-limits';
export { cannedReplyChanged } from './canned-replies/canned-reply.events';
export { CannedRepliesService } from './canned-replies/canned-replies.service';
export { AttachmentsService } from './attachments/attachments.service';
export { ticketCategoryChanged } from './categories/ticket-category.events';
export { TicketCategoriesService } from './categories/ticket-categories.service';
export { ContactReferences } from './contact-references';
export { CommentsService } from './comments/comments.service';
export {
  ticketChanged,
  ticketCommented,
  ticketCreated,
  ticketMoved,
  ticketStatusChanged,
} from './events/ticket.events';
export { TicketChangesService } from './ticket-changes.service';
export { TicketCountsReader } from './lists/ticket-counts.reader';
export { type TicketNews, TicketNewsReader } from './lists/ticket-news.reader';
export { TicketStatistics } from './statistics/ticket-statistics';
export { TicketsModule } from './tickets.module';
export { TicketsOfStaffUser } from './tickets-of-staff-user';
export { TicketsReader } from './tickets.reader';
export { TicketsService } from './tickets.service';
