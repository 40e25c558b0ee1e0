import type { Response } from 'supertest';
import type { Api } from './api';
import { addContact, addCustomer } from './population';
import { addAgent, makeWorld, type World } from './world';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** Two customers, and staff who record tickets for the wrong one of them. */
export interface MovingWorld {
  readonly world: World;
  readonly agent: Awaited<ReturnType<typeof addAgent>>;
  /** The customers' ids. */
  readonly wrong: string;
  readonly right: string;
  readonly wrongChief: Contact;
  readonly wrongUser: Contact;
  readonly wrongWatcher: Contact;
  readonly rightChief: Contact;
  readonly rightUser: Contact;
  /** @returns the id */
  readonly record: (more?: object) => Promise<string>;
  readonly forUser: () => Promise<string>;
  /** To the right customer, where `body` names no other. @returns the answer's body */
  readonly move: (id: string, body?: object, status?: number) => Promise<Response['body']>;
}

export async function makeMovingWorld(): Promise<MovingWorld> {
  const world = await makeWorld();
  const agent = await addAgent(world);
  const wrong = await addCustomer(world.admin, 'Falsch & Söhne GmbH');
  const right = await addCustomer(world.admin, 'Richtig AG');
  const wrongUser = await addContact(world, wrong, 'USER', 'Falschnutzer');

  const record = async (more: object = {}): Promise<string> => {
    const ticket = { customerId: wrong, subject: 'Server steht', description: 'Seit heute früh.', ...more };
    return String((await agent.post('/staff/tickets').send(ticket).expect(201)).body.id);
  };
  const forUser = (): Promise<string> => record({ contactId: wrongUser.contactId });
  const move: MovingWorld['move'] = async (id, body = {}, status = 200) => {
    const { version } = await read(agent, `/staff/tickets/${id}`);
    return (
      await agent
        .put(`/staff/tickets/${id}/customer`)
        .set('If-Match', `"${String(version)}"`)
        .send({ customerId: right, ...body })
        .expect(status)
    ).body;
  };
  return {
    world,
    agent,
    wrong,
    right,
    wrongChief: await addContact(world, wrong, 'MAIN_USER', 'Falschchefin'),
    wrongUser,
    wrongWatcher: await addContact(world, wrong, 'USER', 'Falschleser'),
    rightChief: await addContact(world, right, 'MAIN_USER', 'Richtigchefin'),
    rightUser: await addContact(world, right, 'USER', 'Richtignutzer'),
    record,
    forUser,
    move,
  };
}

export async function read(by: Api, path: string): Promise<Response['body']> {
  return (await by.get(path).expect(200)).body;
}

export function commentOn(
  staff: Api,
  id: string,
  body: string,
  visibility: 'PUBLIC' | 'INTERNAL',
): Promise<unknown> {
  return staff.post(`/staff/tickets/${id}/comments`).send({ body, visibility }).expect(201);
}
