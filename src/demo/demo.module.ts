import { Module } from '@nestjs/common';
import { AuthModule } from '../modules/auth';
import { CatalogModule } from '../modules/catalog';
import { ContactsModule } from '../modules/contacts';
import { InventoryModule } from '../modules/inventory';
import { StaffModule } from '../modules/staff';
import { TenantsModule } from '../modules/tenants';
import { TicketsModule } from '../modules/tickets';
import { DemoCatalog } from './demo-catalog';
import { DemoLoader } from './demo-loader';
import { DemoPeople } from './demo-people';
import { DemoStories } from './demo-stories';

/** Two system houses for trying the portal out. */
@Module({
  imports: [
    TenantsModule,
    AuthModule,
    StaffModule,
    ContactsModule,
    TicketsModule,
    CatalogModule,
    InventoryModule,
  ],
  providers: [DemoLoader, DemoPeople, DemoCatalog, DemoStories],
})
export class DemoModule {}
