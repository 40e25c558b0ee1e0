export { ContactList } from './contact-list';
export { ContactMoves } from './contact-moves';
export { ContactErasure } from './erasure/contact-erasure';
export {
  accessEmailTaken,
  contactErased,
  customerArchived,
  customerNumberTaken,
  customerUnknown,
} from './contacts.errors';
export { ContactsModule } from './contacts.module';
export { type ActiveRecipient, ContactsReader, type MailRecipient } from './contacts.reader';
export { ContactsService } from './contacts.service';
export { CustomerMatchesReader, type FoundContact, type FoundCustomer } from './customer-matches.reader';
export { changesOf, customerChanged } from './customer.events';
export { CustomersService, type NewCustomer } from './customers/customers.service';
export { PeopleFinder } from './people-finder';
export { PortalAccessService } from './portal-access/portal-access.service';
export { UndeliveredToContacts } from './undelivered-to-contacts';
export { ContactDto, ContactListItemDto, presentContact, presentContactPage } from './contact.dto';
export { CustomerDto, presentCustomer } from './customers/customer.dto';
