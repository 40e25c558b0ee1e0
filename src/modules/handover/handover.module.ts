import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox';
import { StaffModule } from '../staff';
import { TicketsModule } from '../tickets';
import { HandoverController } from './handover.controller';
import { HandoverService } from './handover.service';

/** What becomes of the work of a staff user who leaves. */
@Module({
  imports: [StaffModule, TicketsModule, InboxModule],
  controllers: [HandoverController],
  providers: [HandoverService],
})
export class HandoverModule {}
