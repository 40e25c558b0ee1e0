import type { Api } from './api';
import { asSuperuser } from './database';
import { newestItem, register } from './inbox';
import { addAgent, makeWorld, type World } from './world';

/** Whom staff may already know. */
export interface Matches {
  readonly contacts: readonly {
    readonly id: string;
    readonly reason: string;
    readonly customer: { readonly id: string };
  }[];
  readonly customers: readonly { readonly id: string; readonly reason: string }[];
}

/** Two staff users, who decide about registrations. */
export class RegistrationDesk {
  private constructor(
    readonly world: World,
    readonly tenantId: string,
    readonly agent: Api & { id: string },
    readonly colleague: Api & { id: string },
  ) {}

  static async make(): Promise<RegistrationDesk> {
    const world = await makeWorld();
    const { body } = await world.admin.get('/auth/me').expect(200);
    return new RegistrationDesk(world, String(body.tenantId), await addAgent(world), await addAgent(world));
  }

  /** Somebody registers; answers with the item in the Postkorb. */
  async registered(email: string, values: object = {}): Promise<string> {
    await register(this.world, values, email);
    return (await newestItem(this.agent, 'type=REGISTRATION')).id;
  }

  async addPerson(customerId: string, values: object): Promise<string> {
    const { body } = await this.agent
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Anna', lastName: 'Abt', ...values })
      .expect(201);
    return String(body.id);
  }

  async matchesOf(item: string): Promise<Matches> {
    return (await this.agent.get(`/staff/inbox-items/${item}`).expect(200)).body.matches as Matches;
  }

  async stateOf(item: string): Promise<string> {
    return (await this.agent.get(`/staff/inbox-items/${item}`).expect(200)).body.state as string;
  }

  contactsWith(email: string): Promise<{ customer_id: string }[]> {
    return asSuperuser('SELECT customer_id FROM contacts WHERE tenant_id = $1 AND lower(email) = lower($2)', [
      this.tenantId,
      email,
    ]);
  }
}

export function accepting(registration: object): object {
  return { decision: 'ACCEPTED', registration: { role: 'USER', acceptUnverified: true, ...registration } };
}
