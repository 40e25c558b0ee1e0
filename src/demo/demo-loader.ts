import { Injectable } from '@nestjs/common';
import { ContactsService, CustomersService, PortalAccessService } from '../modules/contacts';
import { StaffUsersService } from '../modules/staff';
import { TenantsService } from '../modules/tenants';
import type { Actor } from '../platform/context/actor';
import { DEMO_TENANTS, type DemoCustomer, type DemoTenant } from './people';
import { DemoStories } from './demo-stories';

/** Makes the demo tenants through the same services as everybody, each in one transaction: as a whole or not at all. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly tenants: TenantsService,
    private readonly staff: StaffUsersService,
    private readonly customers: CustomersService,
    private readonly contacts: ContactsService,
    private readonly access: PortalAccessService,
    private readonly stories: DemoStories,
  ) {}

  /** Loads what is not there yet. */
  async load(say: (text: string) => void): Promise<void> {
    for (const tenant of DEMO_TENANTS) {
      if (await this.tenants.idOf(tenant.slug)) continue;
      say(`Loading the demo tenant ${tenant.name}.`);
      await this.tenants.create(tenant.slug, tenant.name, (id) => this.furnish(id, tenant));
    }
  }

  private async furnish(tenantId: string, tenant: DemoTenant): Promise<void> {
    const people = new Map<string, Actor>();
    for (const person of tenant.staff) {
      const { user } = await this.staff.create({ ...person, language: 'de' });
      people.set(person.email, actorOf({ tenantId, id: user.id, name: user.name }, 'STAFF', person.role));
    }
    for (const customer of tenant.customers) await this.addCustomer(tenantId, customer, people);
    await this.stories.tell(tenant.slug, people);
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
