import { Injectable } from '@nestjs/common';
import { ContactsService, CustomersService, PortalAccessService } from '../modules/contacts';
import { StaffUsersService } from '../modules/staff';
import type { Actor } from '../platform/context/actor';
import { NO_PROOF } from '../platform/http/fresh-proof';
import type { DemoCustomer, DemoTenant } from './people';

/** The people of a demo tenant, by e-mail address. */
export type People = ReadonlyMap<string, Actor>;

/** Makes staff, customers and contacts, and gives access to those who have a role. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly staff: StaffUsersService,
    private readonly customers: CustomersService,
    private readonly contacts: ContactsService,
    private readonly access: PortalAccessService,
  ) {}

  async create(tenantId: string, tenant: DemoTenant): Promise<People> {
    const people = new Map<string, Actor>();
    for (const person of tenant.staff) {
      const { user } = await this.staff.create({ ...person, language: null }, NO_PROOF);
      people.set(person.email, actorOf({ tenantId, id: user.id, name: user.name }, 'STAFF', person.role));
    }
    for (const customer of tenant.customers) await this.addCustomer(tenantId, customer, people);
    return people;
  }

  private async addCustomer(tenantId: string, demo: DemoCustomer, people: Map<string, Actor>): Promise<void> {
    const { contacts, ...values } = demo;
    const customer = await this.customers.create(values);
    for (const { role, ...person } of contacts) {
      const { id, name } = await this.contacts.create(customer.id, person);
      if (!role || !person.email) continue;
      await this.access.activate(id, role);
      people.set(person.email, actorOf({ tenantId, id, name }, 'CONTACT', role, customer.id));
    }
  }
}

function actorOf(
  person: { tenantId: string; id: string; name: string },
  kind: Actor['kind'],
  role: Actor['role'],
  customerId?: string,
): Actor {
  return {
    ...person,
    sessionId: person.id,
    writes: 0,
    passwordChangeRequired: false,
    kind,
    role,
    customerId,
  } as Actor;
}
