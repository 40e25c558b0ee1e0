import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import {
  ContactList,
  ContactsReader,
  CustomersService,
  presentContactPage,
  presentCustomer,
} from '../contacts';
import { DevicesReader } from '../inventory';
import { OrdersReader } from '../ordering';
import { TicketsReader } from '../tickets';
import type { CustomerArchivalDto, CustomerOverviewDto } from './dto/customer-overview.dto';

const CONTACTS = 100;
const TICKETS = 25;
const ORDERS = 25;
const DEVICES = 25;

/** Brings together what several modules know of a customer, as of one moment. */
@Injectable()
export class CustomerOverviewReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: CustomersService,
    private readonly contacts: ContactList,
    private readonly contactsReader: ContactsReader,
    private readonly tickets: TicketsReader,
    private readonly orders: OrdersReader,
    private readonly devices: DevicesReader,
  ) {}

  /** @throws notFound */
  of(customerId: string): Promise<CustomerOverviewDto> {
    return this.transactions.run(async () => {
      const customer = await this.customers.get(customerId);
      const contacts = await this.contacts.page(customerId, { limit: CONTACTS });
      const tickets = first(TICKETS, await this.tickets.openTicketsOf(customerId, TICKETS + 1));
      const orders = first(ORDERS, await this.orders.openOrdersOf(customerId, ORDERS + 1));
      const devices = first(DEVICES, await this.devices.devicesOf(customerId, DEVICES + 1));
      return {
        customer: presentCustomer(customer),
        contacts: presentContactPage(contacts).items,
        openTickets: tickets.items,
        openOrders: orders.items,
        devices: devices.items,
        more: {
          contacts: contacts.nextCursor !== undefined,
          openTickets: tickets.more,
          openOrders: orders.more,
          devices: devices.more,
        },
      };
    });
  }

  /** What rests with a customer in the archive, in four statements. @throws notFound */
  archivalOf(customerId: string): Promise<CustomerArchivalDto> {
    return this.transactions.run(async () => {
      const { archivedAt } = await this.customers.get(customerId);
      return {
        archivedAt,
        contactsWithAccess: await this.contactsReader.withAccess(customerId),
        openTickets: await this.tickets.countOpenOf(customerId),
        openOrders: await this.orders.countOpenOf(customerId),
      };
    });
  }
}

/** What is shown of a list, and whether there is more of it. */
function first<Item>(most: number, items: readonly Item[]): { items: Item[]; more: boolean } {
  return { items: items.slice(0, most), more: items.length > most };
}
