import { Module } from '@nestjs/common';
import { AuthModule } from '../modules/auth';
import { CatalogModule } from '../modules/catalog';
import { ContactsModule } from '../modules/contacts';
import { FirstStepsModule } from '../modules/first-steps';
import { InboxModule } from '../modules/inbox';
import { InventoryModule } from '../modules/inventory';
import { OnlineShopModule } from '../modules/online-shop';
import { OrderingModule } from '../modules/ordering';
import { PrinterShopModule } from '../modules/printer-shop';
import { RegistrationModule } from '../modules/registration';
import { StaffModule } from '../modules/staff';
import { TenantsModule } from '../modules/tenants';
import { TicketsModule } from '../modules/tickets';
import { DemoCatalog } from './demo-catalog';
import { DemoCheckout } from './demo-checkout';
import { DemoLoader } from './demo-loader';
import { DemoPeople } from './demo-people';
import { DemoPictures } from './demo-pictures';
import { DemoPostkorb } from './demo-postkorb';
import { DemoShops } from './demo-shops';
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
    OrderingModule,
    OnlineShopModule,
    PrinterShopModule,
    RegistrationModule,
    InboxModule,
    FirstStepsModule,
  ],
  providers: [
    DemoLoader,
    DemoPeople,
    DemoCatalog,
    DemoPictures,
    DemoStories,
    DemoCheckout,
    DemoPostkorb,
    DemoShops,
  ],
})
export class DemoModule {}
