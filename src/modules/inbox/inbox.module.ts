import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { ContactsModule } from '../contacts';
import { OrderingModule } from '../ordering';
import { RegistrationModule } from '../registration';
import { StaffModule } from '../staff';
import { InboxArrivals } from './arrivals/inbox-arrivals';
import { InboxEventHandlers } from './arrivals/inbox-event-handlers';
import { OrderChangeHandlers } from './arrivals/order-change-handlers';
import { ClaimsController } from './claims/claims.controller';
import { ClaimsService } from './claims/claims.service';
import { ItemsOfStaffUser } from './claims/items-of-staff-user';
import { InboxItem } from './inbox-item.entity';
import { InboxItems } from './inbox-items';
import { InboxItemsController } from './inbox-items.controller';
import { InboxCountsReader } from './lists/inbox-counts.reader';
import { InboxItemReader } from './lists/inbox-item.reader';
import { InboxItemsReader } from './lists/inbox-items.reader';
import { InboxNewsReader } from './lists/inbox-news.reader';
import { InboxPartiesReader } from './lists/inbox-parties';
import { InboxNote } from './notes/inbox-note.entity';
import { InboxNotesController } from './notes/inbox-notes.controller';
import { InboxNotesService } from './notes/inbox-notes.service';
import { SystemNotes } from './notes/system-notes';
import { OutcomesService } from './outcomes/outcomes.service';

@Module({
  imports: [StaffModule, ContactsModule, OrderingModule, RegistrationModule],
  controllers: [InboxItemsController, ClaimsController, InboxNotesController],
  providers: [
    ...tenantRepositories(InboxItem, InboxNote),
    InboxItems,
    InboxArrivals,
    InboxEventHandlers,
    OrderChangeHandlers,
    SystemNotes,
    InboxPartiesReader,
    InboxItemsReader,
    InboxItemReader,
    InboxCountsReader,
    InboxNewsReader,
    ClaimsService,
    ItemsOfStaffUser,
    InboxNotesService,
    OutcomesService,
  ],
  exports: [ItemsOfStaffUser, InboxItemsReader, InboxNewsReader, OutcomesService],
})
export class InboxModule {}
