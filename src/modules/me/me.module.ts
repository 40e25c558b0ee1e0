import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ContactsModule } from '../contacts';
import { InventoryModule } from '../inventory';
import { OrderingModule } from '../ordering';
import { StaffModule } from '../staff';
import { TenantsModule } from '../tenants';
import { BrowserSessionsController } from './browser-sessions.controller';
import { ContactFactsReader } from './contact-facts';
import { MeController } from './me.controller';
import { MeReader } from './me.reader';
import { MeService } from './me.service';
import { MyWorkMails } from './my-work-mails';

@Module({
  imports: [TenantsModule, AuthModule, StaffModule, ContactsModule, InventoryModule, OrderingModule],
  controllers: [BrowserSessionsController, MeController],
  providers: [ContactFactsReader, MyWorkMails, MeReader, MeService],
})
export class MeModule {}
