import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { InboxModule } from '../inbox';
import { StaffModule } from '../staff';
import { TenantsModule } from '../tenants';
import { TicketsModule } from '../tickets';
import { WorkMailComposer } from './work-mail-composer';
import { WorkMailOccasions } from './work-mail-occasions';
import { WorkMailRounds } from './work-mail-rounds';

/** Tells staff by mail of what waits for them. */
@Module({
  imports: [TenantsModule, StaffModule, ContactsModule, TicketsModule, InboxModule],
  providers: [WorkMailOccasions, WorkMailRounds, WorkMailComposer],
})
export class WorkMailsModule {}
