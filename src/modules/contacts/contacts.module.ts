import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database/tenant.repository';
import { AuthModule } from '../auth';
import { TenantsModule } from '../tenants';
import { ContactAccounts } from './contact-accounts';
import { ContactList } from './contact-list';
import { Contact } from './contact.entity';
import { ContactsController } from './contacts.controller';
import { ContactsReader } from './contacts.reader';
import { ContactsService } from './contacts.service';
import { CustomerMatchesReader } from './customer-matches.reader';
import { CustomerFiles } from './customers/customer-files';
import { CustomerFilesController } from './customers/customer-files.controller';
import { CustomerList } from './customers/customer-list';
import { Customer } from './customers/customer.entity';
import { CustomersController } from './customers/customers.controller';
import { CustomersService } from './customers/customers.service';
import { PortalColleaguesController } from './portal-colleagues.controller';
import { PortalAccessController } from './portal-access/portal-access.controller';
import { PortalAccessService } from './portal-access/portal-access.service';

@Module({
  imports: [TenantsModule, AuthModule],
  controllers: [
    CustomerFilesController,
    CustomersController,
    ContactsController,
    PortalAccessController,
    PortalColleaguesController,
  ],
  providers: [
    ...tenantRepositories(Customer, Contact),
    CustomersService,
    CustomerList,
    CustomerFiles,
    ContactAccounts,
    ContactsService,
    ContactList,
    PortalAccessService,
    ContactsReader,
    CustomerMatchesReader,
  ],
  exports: [
    ContactList,
    ContactsReader,
    CustomerMatchesReader,
    CustomersService,
    ContactsService,
    PortalAccessService,
  ],
})
export class ContactsModule {}
