import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts';
import { OrderingModule } from '../ordering';
import { TenantsModule } from '../tenants';
import { TicketsModule } from '../tickets';
import { StatisticsController } from './statistics.controller';
import { StatisticsExport } from './statistics-export';
import { StatisticsReader } from './statistics.reader';

@Module({
  imports: [TenantsModule, ContactsModule, TicketsModule, OrderingModule],
  controllers: [StatisticsController],
  providers: [StatisticsReader, StatisticsExport],
})
export class StatisticsModule {}
