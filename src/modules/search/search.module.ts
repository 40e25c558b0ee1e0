import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { ContactsModule } from '../contacts';
import { InventoryModule } from '../inventory';
import { OrderingModule } from '../ordering';
import { TicketsModule } from '../tickets';
import { SearchController } from './search.controller';
import { SearchReader } from './search.reader';

@Module({
  imports: [ContactsModule, CatalogModule, InventoryModule, TicketsModule, OrderingModule],
  controllers: [SearchController],
  providers: [SearchReader],
})
export class SearchModule {}
