export { ContactList } from './contact-list';
export { contactEmailTaken, customerNumberTaken } from './contacts.errors';
export { ContactsModule } from './contacts.module';
export {
  type ContactName,
  ContactsReader,
  type ContactSummary,
  type CustomerName,
  type MailRecipient,
} from './contacts.reader';
export { ContactsService, type NewContact } from './contacts.service';
export { CustomersService, type NewCustomer } from './customers/customers.service';
export { PortalAccessService } from './portal-access/portal-access.service';
export { ContactListItemDto, presentContactPage } from './dto/contact.dto';
export { CustomerDto, presentCustomer } from './dto/customer.dto';
