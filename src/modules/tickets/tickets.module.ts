import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { ContactsModule } from '../contacts';
import { InventoryModule } from '../inventory';
import { StaffModule } from '../staff';
import { TenantsModule } from '../tenants';
import { ActorTickets } from './actor-tickets';
import { AttachmentBytes } from './attachments/attachment-bytes';
import { StorageQuota } from './attachments/storage-quota';
import { AttachmentsService } from './attachments/attachments.service';
import { DraftUploadsService } from './attachments/draft-uploads.service';
import { PortalUploadsController } from './attachments/portal-uploads.controller';
import { PortalTicketAttachmentsController } from './attachments/portal-ticket-attachments.controller';
import { StaffUploadsController } from './attachments/staff-uploads.controller';
import { UploadLimits } from './attachments/upload-limits';
import { StaffTicketAttachmentsController } from './attachments/staff-ticket-attachments.controller';
import { TicketAttachment } from './attachments/ticket-attachment.entity';
import { CannedRepliesController } from './canned-replies/canned-replies.controller';
import { CannedRepliesService } from './canned-replies/canned-replies.service';
import { CannedReply } from './canned-replies/canned-reply.entity';
import { PortalTicketCategoriesController } from './categories/portal-ticket-categories.controller';
import { StaffTicketCategoriesController } from './categories/staff-ticket-categories.controller';
import { TicketCategoriesService } from './categories/ticket-categories.service';
import { TicketCategory } from './categories/ticket-category.entity';
import { TicketCategoryNames } from './categories/ticket-category-names';
import { CommentList } from './comments/comment-list';
import { CommentsService } from './comments/comments.service';
import { TicketComment } from './ticket-comment.entity';
import { TicketHistory } from './history/ticket-history';
import { TicketHistoryEntry } from './history/ticket-history-entry.entity';
import { PortalTicketReader, PortalTicketsReader } from './lists/portal-tickets.reader';
import { TicketPartsReader } from './lists/ticket-parts.reader';
import { StaffTicketReader, StaffTicketsReader } from './lists/staff-tickets.reader';
import { TicketMailComposer } from './mails/ticket-mail-composer';
import { TicketMailRecipients } from './mails/ticket-mail-recipients';
import { TicketMailQueue } from './mails/ticket-mail-queue';
import { PortalTicketsController } from './portal-tickets.controller';
import { StaffTicketsController } from './staff-tickets.controller';
import { TicketCountsReader } from './lists/ticket-counts.reader';
import { TicketNewsReader } from './lists/ticket-news.reader';
import { TicketActivityReader } from './lists/ticket-activity.reader';
import { MergedTickets } from './merged-tickets';
import { StaffTicketMergesController } from './merges/staff-ticket-merges.controller';
import { TicketMergesService } from './merges/ticket-merges.service';
import { FormerCompany } from './moves/former-company';
import { StaffTicketMovesController } from './moves/staff-ticket-moves.controller';
import { TicketMovesService } from './moves/ticket-moves.service';
import { Ticket } from './ticket.entity';
import { PortalTicketExport } from './lists/portal-ticket-export';
import { PortalTicketExportController } from './portal-ticket-export.controller';
import { TicketChangesService } from './ticket-changes.service';
import { TicketClosureService } from './ticket-closure.service';
import { SavedTicketFilters } from './saved-filters/saved-ticket-filters.entity';
import { SavedTicketFiltersController } from './saved-filters/saved-ticket-filters.controller';
import { SavedTicketFiltersService } from './saved-filters/saved-ticket-filters.service';
import { TicketStatistics } from './statistics/ticket-statistics';
import { TicketPartiesReader } from './ticket-parties';
import { ContactReferences } from './contact-references';
import { TicketsOfStaffUser } from './tickets-of-staff-user';
import { TicketsReader } from './tickets.reader';
import { TicketsService } from './tickets.service';
import { TicketWorkflow } from './ticket-workflow';
import { UnreadTickets } from './unread/unread-tickets';
import { PortalTicketWatchersController } from './watchers/portal-ticket-watchers.controller';
import { StaffTicketWatchersController } from './watchers/staff-ticket-watchers.controller';
import { TicketWatcher } from './watchers/ticket-watcher.entity';
import { TicketWatchers } from './watchers/ticket-watchers';
import { WatchersService } from './watchers/watchers.service';

@Module({
  imports: [TenantsModule, StaffModule, ContactsModule, InventoryModule],
  controllers: [
    PortalTicketsController,
    PortalTicketExportController,
    PortalTicketAttachmentsController,
    PortalTicketWatchersController,
    PortalUploadsController,
    PortalTicketCategoriesController,
    StaffTicketsController,
    StaffTicketCategoriesController,
    StaffTicketAttachmentsController,
    StaffTicketWatchersController,
    StaffTicketMergesController,
    StaffTicketMovesController,
    StaffUploadsController,
    CannedRepliesController,
    SavedTicketFiltersController,
  ],
  providers: [
    ...tenantRepositories(
      Ticket,
      TicketCategory,
      CannedReply,
      SavedTicketFilters,
      TicketComment,
      TicketHistoryEntry,
      TicketAttachment,
      TicketWatcher,
    ),
    ActorTickets,
    MergedTickets,
    TicketStatistics,
    TicketPartiesReader,
    TicketHistory,
    TicketCategoryNames,
    TicketCategoriesService,
    CannedRepliesService,
    SavedTicketFiltersService,
    TicketWorkflow,
    TicketsService,
    TicketChangesService,
    TicketClosureService,
    TicketMergesService,
    FormerCompany,
    TicketMovesService,
    CommentsService,
    CommentList,
    AttachmentsService,
    AttachmentBytes,
    DraftUploadsService,
    StorageQuota,
    UploadLimits,
    PortalTicketsReader,
    PortalTicketExport,
    PortalTicketReader,
    StaffTicketsReader,
    TicketPartsReader,
    StaffTicketReader,
    TicketsReader,
    TicketsOfStaffUser,
    ContactReferences,
    TicketCountsReader,
    TicketActivityReader,
    TicketNewsReader,
    UnreadTickets,
    TicketWatchers,
    WatchersService,
    TicketMailRecipients,
    TicketMailQueue,
    TicketMailComposer,
  ],
  exports: [
    TicketStatistics,
    AttachmentsService,
    CannedRepliesService,
    TicketCategoriesService,
    TicketCountsReader,
    TicketNewsReader,
    TicketsOfStaffUser,
    ContactReferences,
    TicketsReader,
    TicketsService,
    CommentsService,
    TicketChangesService,
    UploadLimits,
  ],
})
export class TicketsModule {}
