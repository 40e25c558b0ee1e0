import type { Api } from './api';
import { addContact, addCustomer } from './population';
import { addAgent, makeWorld, type World } from './world';

export type Contact = Awaited<ReturnType<typeof addContact>>;

/** A company of which one owns tickets and another watches them, and somebody of another company. */
export interface Watchers {
  readonly world: World;
  readonly agent: Api;
  readonly customerId: string;
  readonly mainUser: Contact;
  readonly owner: Contact;
  readonly watcher: Contact;
  readonly stranger: Contact;
}

export async function makeWatchers(): Promise<Watchers> {
  const world = await makeWorld();
  const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
  return {
    world,
    agent: await addAgent(world),
    customerId,
    mainUser: await addContact(world, customerId, 'MAIN_USER', 'Haupt'),
    owner: await addContact(world, customerId, 'USER', 'Eigen'),
    watcher: await addContact(world, customerId, 'USER', 'Mitleser'),
    stranger: await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'USER', 'Fremd'),
  };
}
