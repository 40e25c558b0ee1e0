import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import {
  actionsOn,
  assign,
  confirmRegistration,
  decide,
  newestItem,
  register,
  registrationItem,
  statusesOf,
} from './support/inbox';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, firstLogin, makeWorld, uniqueEmail, type World } from './support/world';

type Agent = Api & { id: string };

describe('The inbox', () => {
  let world: World;
  let agent: Agent;
  let colleague: Agent;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    colleague = await addAgent(world);
  });

  const read = async (id: string): Promise<Record<string, unknown>> =>
    (await agent.get(`/staff/inbox-items/${id}`).expect(200)).body;
  const rejected = { decision: 'REJECTED', sendMail: false };

  describe('An item', () => {
    it('is assigned to the staff user who claims it, until released', async () => {
      const { id } = await registrationItem(world);
      const { body } = await assign(agent, id).expect(200);
      expect(body).toMatchObject({ state: 'IN_PROGRESS', assignee: { id: agent.id, name: 'Agnes Agent' } });
      await assign(agent, id).expect(200);
      const refused = await assign(colleague, id).expect(409);
      expect(refused.body).toMatchObject({
        code: 'inbox.claimed',
        assignee: { id: agent.id, name: 'Agnes Agent' },
        detail: expect.stringContaining('Agnes Agent'),
      });
      expect((await decide(colleague, id, rejected).expect(409)).body.code).toBe('inbox.claimed');
      const released = await colleague.delete(`/staff/inbox-items/${id}/assignee`).expect(200);
      expect(released.body).toMatchObject({ state: 'NEW', assignee: null });
      await colleague.delete(`/staff/inbox-items/${id}/assignee`).expect(200);
      await assign(colleague, id).expect(200);
      expect(await actionsOn(world.admin, id)).toEqual([
        'inbox-item.claimed',
        'inbox-item.released',
        'inbox-item.claimed',
      ]);
    });

    it('can be reassigned to a staff user with active access', async () => {
      const { id } = await registrationItem(world);
      const contact = await addContact(world, await addCustomer(world.admin, 'Muster GmbH'), 'USER');
      for (const assigneeId of [contact.contactId, id]) {
        const { body } = await assign(agent, id, { assigneeId }).expect(422);
        expect(body.errors[0].pointer).toBe('/assigneeId');
      }
      await assign(agent, id, { assigneeId: agent.id }).expect(200);
      const { body } = await assign(agent, id, { assigneeId: colleague.id }).expect(200);
      expect(body.assignee.id).toBe(colleague.id);
      await assign(agent, id).expect(409);
    });

    it('goes to one of many concurrent claims', async () => {
      const people = [agent, colleague, world.admin, await addAgent(world)];
      for (let round = 0; round < 3; round++) {
        const { id } = await registrationItem(world);
        expect(await statusesOf(people.map((staff) => assign(staff, id)))).toEqual([200, 409, 409, 409]);
        expect((await actionsOn(world.admin, id)).length).toBe(1);
      }
    });

    it('takes notes that stay', async () => {
      const { id } = await registrationItem(world);
      const note = (body: string) => agent.post(`/staff/inbox-items/${id}/notes`).send({ body });
      const { body } = await note('Angerufen,\nmeldet sich.').expect(201);
      expect(body).toMatchObject({
        event: 'NOTE',
        author: { id: agent.id, name: 'Agnes Agent' },
        body: 'Angerufen,\nmeldet sich.',
      });
      await note('').expect(422);
      await decide(agent, id, rejected).expect(200);
      await note('Nachtrag.').expect(201);
      const list = await colleague.get(`/staff/inbox-items/${id}/notes?count=true`).expect(200);
      expect(list.body.items.map((one: { body: string }) => one.body)).toEqual([
        'Angerufen,\nmeldet sich.',
        'Nachtrag.',
      ]);
      expect(list.body.totalCount).toBe(2);
    });

    it('is written once for a key', async () => {
      const { id } = await registrationItem(world);
      const send = () =>
        agent.post(`/staff/inbox-items/${id}/notes`).set('idempotency-key', 'k1').send({ body: 'Einmal.' });
      const [one, two] = [await send().expect(201), await send().expect(201)];
      expect(two.body.id).toBe(one.body.id);
    });
  });

  describe('A registration', () => {
    it('is accepted for a new customer; the person gets in', async () => {
      const { id, email } = await registrationItem(world);
      await confirmRegistration(email);
      const { body } = await decide(agent, id, {
        decision: 'ACCEPTED',
        registration: { role: 'MAIN_USER', newCustomer: { name: 'Gärtnerei Blüm', city: 'Köln' } },
      }).expect(200);
      expect(body).toMatchObject({
        state: 'DONE',
        assignee: { id: agent.id },
        customer: { name: 'Gärtnerei Blüm' },
        contact: { name: 'Bea Blüm' },
        outcome: {
          decision: 'ACCEPTED',
          decidedBy: { id: agent.id, name: 'Agnes Agent' },
          role: 'MAIN_USER',
        },
      });
      expect(body).not.toHaveProperty('matches');
      const contact = await firstLogin(world.tenant.slug, email);
      expect((await contact.get('/auth/me').expect(200)).body.role).toBe('MAIN_USER');
      const { body: found } = await agent
        .get(`/staff/inbox-items?state=DONE&customerId=${body.customer.id}`)
        .expect(200);
      expect(found.items.map((item: { id: string }) => item.id)).toEqual([id]);
      expect(await actionsOn(world.admin, id)).toEqual(['inbox-item.decided']);
    });

    it('comes with suggestions, which can be accepted as they are', async () => {
      const email = uniqueEmail('bekannt');
      const customerId = await addCustomer(world.admin, 'Zimmerei Abendroth KG');
      const { body: contact } = await world.admin
        .post(`/staff/customers/${customerId}/contacts`)
        .send({ firstName: 'Anton', lastName: 'Abendroth', email })
        .expect(201);
      await register(world, { company: 'Zimmerei Abendrot' }, email);
      const { id } = await newestItem(agent, 'type=REGISTRATION');
      const { matches } = (await read(id)) as { matches: Record<string, Record<string, unknown>[]> };
      expect(matches.contacts).toEqual([
        {
          id: contact.id,
          name: 'Anton Abendroth',
          email,
          reason: 'SAME_ADDRESS',
          customer: expect.objectContaining({ id: customerId }),
          portalAccess: 'NONE',
        },
      ]);
      expect(matches.customers).toContainEqual(expect.objectContaining({ id: customerId }));
      const registration = { role: 'USER', customerId, contactId: contact.id };
      const refused = await decide(agent, id, { decision: 'ACCEPTED', registration }).expect(409);
      expect(refused.body).toMatchObject({
        code: 'registration.unverified',
        errors: [{ pointer: '/registration/acceptUnverified' }],
      });
      const { body } = await decide(agent, id, {
        decision: 'ACCEPTED',
        registration: { ...registration, acceptUnverified: true },
      }).expect(200);
      expect(body.contact.id).toBe(contact.id);
      await newestMail(email, { subject: 'Zugang' });
    });

    it('is rejected, with a mail where staff want it', async () => {
      const silent = await registrationItem(world);
      await decide(agent, silent.id, rejected).expect(200);
      const told = await registrationItem(world);
      const { body } = await decide(agent, told.id, {
        decision: 'REJECTED',
        sendMail: true,
        message: 'Wir haben Sie nicht als Kunden gefunden.',
      }).expect(200);
      expect(body).toMatchObject({
        state: 'REJECTED',
        outcome: { decision: 'REJECTED', mailed: true, message: 'Wir haben Sie nicht als Kunden gefunden.' },
      });
      await newestMail(told.email, { subject: 'Registrierung' });
      await jobsDone();
      const { body: again } = await decide(agent, told.id, rejected).expect(409);
      expect(again.code).toBe('inbox.decided');
      await assign(colleague, told.id).expect(409);
      await agent.delete(`/staff/inbox-items/${told.id}/assignee`).expect(409);
    });

    it('is decided by one of many at once, and done once', async () => {
      const people = [agent, colleague, world.admin, agent, colleague];
      for (let round = 0; round < 3; round++) {
        const { id, email } = await registrationItem(world);
        await confirmRegistration(email);
        const accepted = {
          decision: 'ACCEPTED',
          registration: { role: 'USER', newCustomer: { name: `Rennen ${round} ${email}` } },
        };
        const statuses = await statusesOf(people.map((staff) => decide(staff, id, accepted)));
        expect(statuses).toEqual([200, 409, 409, 409, 409]);
        const customers = await asSuperuser('SELECT FROM customers WHERE name = $1', [
          `Rennen ${round} ${email}`,
        ]);
        expect(customers.length).toBe(1);
      }
    });

    it('takes only the parts that belong to it, and nothing halfway', async () => {
      const { id } = await registrationItem(world);
      const pointersOf = async (outcome: object): Promise<string[]> =>
        (await decide(agent, id, outcome).expect(422)).body.errors.map(
          ({ pointer }: { pointer: string }) => pointer,
        );
      expect(await pointersOf({ decision: 'OFFER_MADE' })).toEqual(['/decision']);
      expect(await pointersOf({ decision: 'ACCEPTED' })).toEqual(['/registration']);
      expect(await pointersOf({ decision: 'ACCEPTED', registration: {} })).toEqual(['/registration/role']);
      expect(await pointersOf({ decision: 'REJECTED' })).toEqual(['/sendMail']);
      expect(await pointersOf({ ...rejected, validUntil: '2030-01-01' })).toEqual(['/validUntil']);
      expect(await pointersOf({ ...rejected, lines: [{ lineId: id, netPriceCents: -1 }] })).toEqual([
        '/lines/0/netPriceCents',
      ]);
      expect(await pointersOf({ ...rejected, lines: [null] })).toEqual([expect.stringMatching(/^\/lines/)]);
      expect(await pointersOf({ ...rejected, lines: {} })).toEqual(['/lines']);
      const unknown = { role: 'USER', acceptUnverified: true, customerId: agent.id };
      expect(await pointersOf({ decision: 'ACCEPTED', registration: unknown })).toEqual([
        '/registration/customerId',
      ]);
      expect(await read(id)).toMatchObject({ state: 'NEW', assignee: null, outcome: null });
      expect(await actionsOn(world.admin, id)).toEqual([]);
    });
  });
});
