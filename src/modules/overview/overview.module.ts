import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { InventoryModule } from '../inventory';
import { OrderingModule } from '../ordering';
import { TicketsModule } from '../tickets';
import { OverviewController } from './overview.controller';
import { PortalOverviewController } from './portal-overview.controller';
import { PortalOverviewService } from './portal-overview.service';
import { OverviewService } from './overview.service';

@Module({
  imports: [ContactsModule, TicketsModule, InventoryModule, OrderingModule],
  controllers: [OverviewController, PortalOverviewController],
  providers: [OverviewService, PortalOverviewService],
})
export class OverviewModule {}
