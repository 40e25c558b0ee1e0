import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors';
import {
  ContactsReader,
  customerArchived,
  ContactsService,
  CustomerMatchesReader,
  CustomersService,
  type NewCustomer,
} from '../../contacts';
import {
  addressTaken,
  contactAddressDiffers,
  contactUnknown,
  customerChoice,
  customerUnknown,
} from '../registration.errors';
import type { Registration } from '../registration.entity';
import { emailKey } from '../../../platform/text/email-address';

/** Whom staff choose: a customer that is there or a new one, and one of its contacts or, without an id, a new one. */
export interface PartiesChoice {
  readonly customerId?: string;
  readonly newCustomer?: NewCustomer;
  readonly contactId?: string;
}

export interface Parties {
  readonly customerId: string;
  readonly contactId: string;
}

/** Finds or makes the customer and the contact of a registration. */
@Injectable()
export class RegistrationParties {
  constructor(
    private readonly customers: CustomersService,
    private readonly contacts: ContactsService,
    private readonly reader: ContactsReader,
    private readonly matches: CustomerMatchesReader,
  ) {}

  /** @throws customerChoice, customerUnknown, customerArchived, contactUnknown, contactAddressDiffers, addressTaken */
  async of(registration: Registration, choice: PartiesChoice): Promise<Parties> {
    const customerId = await this.customer(choice);
    const { contactId } = choice;
    if (contactId) await this.useContact(registration, customerId, contactId);
    return { customerId, contactId: contactId ?? (await this.newContact(registration, customerId)) };
  }

  private async customer({ customerId, newCustomer }: PartiesChoice): Promise<string> {
    if (customerId && newCustomer) throw customerChoice({ pointer: '/registration/newCustomer' });
    if (newCustomer) {
      const create = this.customers.create(newCustomer);
      return (await create.catch(pointing((field) => `/registration/newCustomer${field}`))).id;
    }
    if (!customerId) throw customerChoice({ pointer: '/registration/customerId' });
    const known = await this.reader.customer(customerId);
    if (!known) throw customerUnknown({ pointer: '/registration/customerId' });
    if (known.isArchived) throw customerArchived({ pointer: '/registration/customerId' });
    // Before the contact and its account, as whoever archives the customer does.
    await this.customers.current(customerId);
    return known.id;
  }

  /** A contact without an address gets the one that was registered. */
  private async useContact({ email }: Registration, customerId: string, contactId: string): Promise<void> {
    const contact = await this.contacts.lock(contactId);
    const pointer = '/registration/contactId';
    if (contact?.customerId !== customerId) throw contactUnknown({ pointer });
    if (contact.email && emailKey(contact.email) !== emailKey(email))
      throw contactAddressDiffers({ pointer });
    if (contact.email) return;
    await this.assertFree(email, pointer);
    // Nobody's access moves: whoever has access has an address.
    const update = this.contacts.update(contactId, contact.version, { email }, { given: true });
    await update.catch(pointing(() => pointer));
  }

  private async newContact(registration: Registration, customerId: string): Promise<string> {
    const { firstName, lastName, email, phone, language } = registration;
    const pointer = '/registration/contactId';
    await this.assertFree(email, pointer);
    const create = this.contacts.create(customerId, { firstName, lastName, email, phone, language });
    return (await create.catch(pointing(() => pointer))).id;
  }

  /** Before the constraint, because whoever meets it has to be told who has the address. */
  private async assertFree(email: string, pointer: string): Promise<void> {
    const [holder] = await this.matches.contactsWithAddress(email);
    if (!holder) return;
    const { id, name, customer } = holder;
    throw addressTaken({
      pointer,
      values: { contact: name, customer: customer.name, number: customer.number },
      extensions: { contactId: id, customerId: customer.id },
    });
  }
}

/** An error of another module points into its own body; what was sent here looks different. */
function pointing(place: (field: string) => string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof DomainError)) throw error;
    const { kind, code, texts, details } = error;
    if (details.pointer === undefined) throw error;
    throw new DomainError(kind, code, texts, { ...details, pointer: place(details.pointer) });
  };
}
