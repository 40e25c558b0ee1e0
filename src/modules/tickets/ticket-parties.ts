import { Injectable } from '@nestjs/common';
import type { ContactActor } from '../../platform/context/actor';
import { ContactsReader, CustomersService } from '../contacts';
import { CompanyDevicesReader, type DeviceName } from '../inventory';
import { StaffReader } from '../staff';
import {
  assigneeUnknown,
  colleagueUnknown,
  contactUnknown,
  customerOrContactNeeded,
  customerUnknown,
  deviceUnknown,
  onlyForOneself,
} from './tickets.errors';

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

export interface NamedCustomer extends NamedPerson {
  readonly number: string;
}

/** Ids in a row of tickets. */
interface PartyIds {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly assigneeId: string | null;
}

export interface TicketParties {
  readonly customer: NamedCustomer;
  readonly contact: NamedPerson | null;
  readonly assignee: NamedPerson | null;
}

/** Who a ticket is about: checks the ids that staff enter, and knows the names for those that are stored. */
@Injectable()
export class TicketPartiesReader {
  constructor(
    private readonly contacts: ContactsReader,
    private readonly customers: CustomersService,
    private readonly staff: StaffReader,
    private readonly devices: CompanyDevicesReader,
  ) {}

  /** Either will do; a contact brings the customer along. @throws customerOrContactNeeded, contactUnknown, customerUnknown */
  async resolve(
    customerId?: string,
    contactId?: string,
  ): Promise<{ customerId: string; contactId: string | null }> {
    if (contactId !== undefined) {
      const contact = await this.contacts.contact(contactId);
      const belongs = customerId === undefined || contact?.customerId === customerId;
      if (!contact || !belongs) throw contactUnknown({ pointer: '/contactId' });
      return { customerId: contact.customerId, contactId };
    }
    if (customerId === undefined) throw customerOrContactNeeded({ pointer: '/customerId' });
    if (!(await this.contacts.customer(customerId))) throw customerUnknown({ pointer: '/customerId' });
    return { customerId, contactId: null };
  }

  /**
   * As `resolve`, of a customer that stays out of the archive until the transaction ends.
   * @throws contactUnknown, customerUnknown, customerArchived
   */
  async target(
    customerId: string,
    contactId?: string,
  ): Promise<{ customerId: string; contactId: string | null }> {
    const target = await this.resolve(customerId, contactId);
    await this.customers.current(customerId);
    return target;
  }

  /** Whose ticket it is that a contact records: their own, or for main users a colleague's who sees it. @throws onlyForOneself, colleagueUnknown */
  async ownerFor(actor: ContactActor, contactId = actor.id): Promise<string> {
    if (contactId === actor.id) return actor.id;
    if (actor.role !== 'MAIN_USER') throw onlyForOneself({ pointer: '/contactId' });
    const colleague = await this.contacts.activeRecipient(contactId);
    if (colleague?.customerId !== actor.customerId) throw colleagueUnknown({ pointer: '/contactId' });
    return contactId;
  }

  /** A device that the company has and that is not retired. @throws deviceUnknown */
  async assertDevice(customerId: string, deviceId: string): Promise<void> {
    if (!(await this.devices.has(customerId, deviceId))) throw deviceUnknown({ pointer: '/deviceId' });
  }

  hasDevice(customerId: string, deviceId: string): Promise<boolean> {
    return this.devices.has(customerId, deviceId);
  }

  /** Null where a ticket names none. */
  async device(id: string | null): Promise<DeviceName | null> {
    return id === null ? null : ((await this.devices.names([id])).get(id) ?? null);
  }

  /** The name of somebody who can be given work. @throws assigneeUnknown */
  async assigneeName(id: string): Promise<string> {
    const name = (await this.staff.isAvailable(id)) ? await this.staffName(id) : undefined;
    if (name === undefined) throw assigneeUnknown({ pointer: '/assigneeId' });
    return name;
  }

  async staffName(id: string): Promise<string | undefined> {
    return (await this.staff.names([id])).get(id);
  }

  /** Unknown ids are absent. */
  customerNames(ids: readonly string[]): Promise<ReadonlyMap<string, NamedCustomer>> {
    return this.contacts.customerNames(ids);
  }

  /** The names for a page of tickets, in one query for each kind. */
  async of(tickets: readonly PartyIds[]): Promise<(ticket: PartyIds) => TicketParties> {
    const ids = (values: readonly (string | null)[]): string[] => values.filter((id) => id !== null);
    const customers = await this.contacts.customerNames(tickets.map(({ customerId }) => customerId));
    const contacts = await this.contacts.contactNames(ids(tickets.map(({ contactId }) => contactId)));
    const staff = await this.staff.names(ids(tickets.map(({ assigneeId }) => assigneeId)));
    return ({ customerId, contactId, assigneeId }) => {
      const { number = '', name = '' } = customers.get(customerId) ?? {};
      return {
        customer: { id: customerId, number, name },
        contact: contactId === null ? null : { id: contactId, name: contacts.get(contactId)?.name ?? '' },
        assignee: assigneeId === null ? null : { id: assigneeId, name: staff.get(assigneeId) ?? '' },
      };
    };
  }

  /** As `of`, for what contacts get to see: just whose ticket it is. */
  async contactsOf(
    ids: readonly (string | null)[],
  ): Promise<(contactId: string | null) => NamedPerson | null> {
    const contacts = await this.contacts.contactNames(ids.filter((id) => id !== null));
    return (contactId) =>
      contactId === null ? null : { id: contactId, name: contacts.get(contactId)?.name ?? '' };
  }
}
