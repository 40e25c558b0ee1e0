import type { Api } from './api';
import { EventStream, type LiveEvent } from './event-stream';
import { addContact, addCustomer } from './population';
import { addAgent, makeWorld, type World } from './world';

export type Contact = Awaited<ReturnType<typeof addContact>>;

/** Staff, both roles of a company, and a main user of another one. */
export interface LiveWorld {
  readonly world: World;
  readonly agent: Api & { id: string };
  readonly customerId: string;
  readonly mainUser: Contact;
  readonly user: Contact;
  readonly stranger: Contact;
}

/** Within about a second, on a machine that does other things, too; the signs of life come every 20 seconds. */
export const SOON_MS = 4_000;

export async function makeLiveWorld(): Promise<LiveWorld> {
  const world = await makeWorld();
  const agent = await addAgent(world);
  const customerId = await addCustomer(world.admin, 'Erste GmbH');
  return {
    world,
    agent,
    customerId,
    mainUser: await addContact(world, customerId, 'MAIN_USER'),
    user: await addContact(world, customerId, 'USER'),
    stranger: await addContact(world, await addCustomer(world.admin, 'Zweite GmbH'), 'MAIN_USER'),
  };
}

const open: EventStream[] = [];

/** Opens the stream of a contact or a staff user, until `closeStreams`. */
export async function listen(api: Api, baseUrl?: string, lastEventId?: string): Promise<EventStream> {
  const path = 'contactId' in api ? '/portal/events' : '/staff/events';
  const stream = await EventStream.open(api, path, baseUrl, lastEventId);
  open.push(stream);
  expect(stream.response.status).toBe(200);
  return stream;
}

/** Staff of another tenant listen. @returns what they heard; that their own first password was set may be told only now, and is left out */
export async function listenElsewhere(): Promise<() => LiveEvent[]> {
  const { admin } = await makeWorld();
  const { body: own } = await admin.get('/auth/me').expect(200);
  const stream = await listen(admin);
  return () => stream.events.filter(({ id }) => id !== own.id);
}

/** For after each test. */
export function closeStreams(): void {
  for (const stream of open.splice(0)) stream.close();
}

export function comment(staff: Api, ticketId: string, visibility: 'PUBLIC' | 'INTERNAL'): Promise<unknown> {
  return staff.post(`/staff/tickets/${ticketId}/comments`).send({ body: 'Hm.', visibility }).expect(201);
}
