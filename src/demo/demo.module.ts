import { Module } from '@nestjs/common';
import { AuthModule } from '../modules/auth';
import { ContactsModule } from '../modules/contacts';
import { StaffModule } from '../modules/staff';
import { TenantsModule } from '../modules/tenants';
import { TicketsModule } from '../modules/tickets';
import { DemoLoader } from './demo-loader';
import { DemoStories } from './demo-stories';

/** Two system houses for trying the portal out. */
@Module({
  imports: [TenantsModule, AuthModule, StaffModule, ContactsModule, TicketsModule],
  providers: [DemoLoader, DemoStories],
})
export class DemoModule {}
