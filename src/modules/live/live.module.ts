import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { TicketsModule } from '../tickets';
import { LiveAnnouncer } from './live-announcer';
import { LiveConnections } from './live-connections';
import { LiveController } from './live.controller';
import { LiveDelivery } from './live-delivery';
import { LiveListener } from './live-listener';
import { LiveStreams } from './live-streams';
import { CustomerAnnouncements } from './customer-announcements';
import { ImportAnnouncements } from './import-announcements';
import { InboxAnnouncements } from './inbox-announcements';
import { OrderAnnouncements } from './order-announcements';
import { StaffAnnouncements } from './staff-announcements';
import { TicketSetupAnnouncements } from './ticket-setup-announcements';
import { TicketAnnouncements } from './ticket-announcements';

@Module({
  imports: [AuthModule, TicketsModule],
  controllers: [LiveController],
  providers: [
    LiveStreams,
    LiveListener,
    LiveDelivery,
    LiveConnections,
    LiveAnnouncer,
    TicketAnnouncements,
    OrderAnnouncements,
    InboxAnnouncements,
    CustomerAnnouncements,
    ImportAnnouncements,
    StaffAnnouncements,
    TicketSetupAnnouncements,
  ],
})
export class LiveModule {}
