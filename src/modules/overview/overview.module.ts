import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { TicketsModule } from '../tickets';
import { OverviewController } from './overview.controller';
import { OverviewService } from './overview.service';

@Module({
  imports: [ContactsModule, TicketsModule],
  controllers: [OverviewController],
  providers: [OverviewService],
})
export class OverviewModule {}
