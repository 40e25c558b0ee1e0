export { ContactList } from './contact-list';
export { ContactsModule } from './contacts.module';
export { ContactsReader } from './contacts.reader';
export { ContactsService } from './contacts.service';
export { CustomerMatchesReader, type FoundContact, type FoundCustomer } from './customer-matches.reader';
export { CustomersService, type NewCustomer } from './customers/customers.service';
export { PortalAccessService } from './portal-access/portal-access.service';
export { ContactListItemDto, presentContactPage } from './dto/contact.dto';
export { CustomerDto, presentCustomer } from './dto/customer.dto';
