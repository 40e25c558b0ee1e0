import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import { ContactErasure, ContactsService } from '../contacts';
import { DeviceUsers } from '../inventory';
import { ContactOrders } from '../ordering';
import { RegistrationHousekeeping } from '../registration';
import { ContactReferences } from '../tickets';

/** What an erasure removes and keeps, before or after it. */
export interface ErasureSummary {
  /** Of the contact. */
  readonly version: number;
  /** Null: not erased. */
  readonly erasedAt: Date | null;
  readonly openTickets: number;
  readonly orders: number;
  readonly openOrders: number;
  /** Last day, e.g. `2034-12-31`, on which orders say the name; null without orders. */
  readonly nameKeptUntil: string | null;
}

/** Forgets a contact everywhere in one transaction, but for what the law wants kept; docs/operations.md lists each table. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly contacts: ContactsService,
    private readonly erasure: ContactErasure,
    private readonly devices: DeviceUsers,
    private readonly tickets: ContactReferences,
    private readonly orders: ContactOrders,
    private readonly registrations: RegistrationHousekeeping,
  ) {}

  /** @throws notFound */
  of(contactId: string): Promise<ErasureSummary> {
    return this.transactions.run(async () => {
      const { version, erasedAt, keptUntil } = await this.contacts.get(contactId);
      const { orders, openOrders, keptUntil: until } = await this.orders.summaryOf(contactId);
      const openTickets = await this.tickets.countOpen(contactId);
      const nameKeptUntil = erasedAt === null ? until : keptUntil;
      return { version, erasedAt, openTickets, orders, openOrders, nameKeptUntil };
    });
  }

  /** @throws notFound, preconditionFailed, contactErased */
  erase(contactId: string, version: number): Promise<ErasureSummary> {
    return this.transactions.run(async () => {
      // Whoever orders in their name waits, or has ordered before it is counted.
      const contact = await this.contacts.hold(contactId, version);
      const { keptUntil } = await this.orders.summaryOf(contactId);
      const person = await this.erasure.erase(contact, keptUntil);
      await this.devices.forget(person.customerIds, person.name);
      await this.tickets.erase(person);
      await this.orders.dropCarts(contactId);
      await this.registrations.forgetPerson(contactId, person.emailKey);
      return this.of(contactId);
    });
  }
}
