import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { InventoryModule } from '../inventory';
import { OrderingModule } from '../ordering';
import { TicketsModule } from '../tickets';
import { OverviewController } from './overview.controller';
import { PortalOverviewController } from './portal-overview.controller';
import { PortalOverviewReader } from './portal-overview.reader';
import { CustomerOverviewReader } from './customer-overview.reader';

@Module({
  imports: [ContactsModule, TicketsModule, InventoryModule, OrderingModule],
  controllers: [OverviewController, PortalOverviewController],
  providers: [CustomerOverviewReader, PortalOverviewReader],
})
export class OverviewModule {}
