import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { AuthModule } from '../auth';
import { TenantsModule } from '../tenants';
import { ContactAccounts } from './contact-accounts';
import { ContactList } from './contact-list';
import { ContactMoves } from './contact-moves';
import { Contact } from './contact.entity';
import { ContactsController } from './contacts.controller';
import { ContactsReader } from './contacts.reader';
import { ContactsService } from './contacts.service';
import { CustomerMatchesReader } from './customer-matches.reader';
import { CustomerArchive } from './customers/customer-archive';
import { CustomerFiles } from './customers/customer-files';
import { CustomerFilesController } from './customers/customer-files.controller';
import { CustomerList } from './customers/customer-list';
import { Customer } from './customers/customer.entity';
import { CustomersController } from './customers/customers.controller';
import { CustomersService } from './customers/customers.service';
import { PeopleFinder } from './people-finder';
import { ContactErasure } from './erasure/contact-erasure';
import { ContactFiles } from './files/contact-files';
import { ContactFilesController } from './files/contact-files.controller';
import { ContactRows } from './files/contact-rows';
import { PortalColleaguesController } from './portal-colleagues.controller';
import { PortalAccessController } from './portal-access/portal-access.controller';
import { SeveralAccesses } from './portal-access/several-accesses';
import { SeveralAccessesController } from './portal-access/several-accesses.controller';
import { PortalAccessService } from './portal-access/portal-access.service';
import { UndeliveredToContacts } from './undelivered-to-contacts';

@Module({
  imports: [TenantsModule, AuthModule],
  controllers: [
    CustomerFilesController,
    CustomersController,
    ContactFilesController,
    ContactsController,
    PortalAccessController,
    SeveralAccessesController,
    PortalColleaguesController,
  ],
  providers: [
    ...tenantRepositories(Customer, Contact),
    CustomersService,
    CustomerList,
    CustomerArchive,
    CustomerFiles,
    ContactFiles,
    ContactRows,
    ContactAccounts,
    ContactsService,
    ContactList,
    ContactErasure,
    ContactMoves,
    PortalAccessService,
    SeveralAccesses,
    ContactsReader,
    CustomerMatchesReader,
    PeopleFinder,
    UndeliveredToContacts,
  ],
  exports: [
    ContactErasure,
    ContactMoves,
    ContactList,
    ContactsReader,
    CustomerMatchesReader,
    PeopleFinder,
    CustomersService,
    ContactsService,
    PortalAccessService,
    UndeliveredToContacts,
  ],
})
export class ContactsModule {}
