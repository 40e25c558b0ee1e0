import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database/tenant.repository';
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
import { StaffTicketAttachmentsController } from './attachments/staff-ticket-attachments.controller';
import { TicketAttachment } from './attachments/ticket-attachment.entity';
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
import { StaffTicketReader, StaffTicketsReader } from './lists/staff-tickets.reader';
import { TicketMailComposer } from './mails/ticket-mail-composer';
import { TicketMailQueue } from './mails/ticket-mail-queue';
import { PortalTicketsController } from './portal-tickets.controller';
import { StaffTicketsController } from './staff-tickets.controller';
import { TicketCountsReader } from './lists/ticket-counts.reader';
import { TicketActivityReader } from './lists/ticket-activity.reader';
import { Ticket } from './ticket.entity';
import { PortalTicketExport } from './lists/portal-ticket-export';
import { PortalTicketExportController } from './portal-ticket-export.controller';
import { TicketChangesService } from './ticket-changes.service';
import { TicketClosureService } from './ticket-closure.service';
import { TicketPartiesReader } from './ticket-parties';
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
  ],
  providers: [
    ...tenantRepositories(
      Ticket,
      TicketCategory,
      TicketComment,
      TicketHistoryEntry,
      TicketAttachment,
      TicketWatcher,
    ),
    ActorTickets,
    TicketPartiesReader,
    TicketHistory,
    TicketCategoryNames,
    TicketCategoriesService,
    TicketWorkflow,
    TicketsService,
    TicketChangesService,
    TicketClosureService,
    CommentsService,
    CommentList,
    AttachmentsService,
    AttachmentBytes,
    DraftUploadsService,
    StorageQuota,
    PortalTicketsReader,
    PortalTicketExport,
    PortalTicketReader,
    StaffTicketsReader,
    StaffTicketReader,
    TicketsReader,
    TicketCountsReader,
    TicketActivityReader,
    UnreadTickets,
    TicketWatchers,
    WatchersService,
    TicketMailQueue,
    TicketMailComposer,
  ],
  exports: [
    AttachmentsService,
    TicketCategoriesService,
    TicketCountsReader,
    TicketsReader,
    TicketsService,
    CommentsService,
    TicketChangesService,
  ],
})
export class TicketsModule {}
