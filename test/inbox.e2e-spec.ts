import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import {
  confirmRegistration,
  decide,
  newestItem,
  register,
  registrationItem,
  statusesOf,
} from './support/inbox';
import { mailsTo, newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, firstLogin, makeWorld, uniqueEmail, type World } from './support/world';

type Agent = Api & { id: string };

describe('The inbox', () => {
  let world: World;
  let tenantId: string;
  let agent: Agent;
  let colleague: Agent;

  beforeAll(async () => {
    world = await makeWorld();
    tenantId = (await world.admin.get('/auth/me').expect(200)).body.tenantId;
    agent = await addAgent(world);
    colleague = await addAgent(world);
  });

  const read = async (id: string): Promise<Record<string, unknown>> =>
    (await agent.get(`/staff/inbox-items/${id}`).expect(200)).body;
  const assign = (staff: Api, id: string, body: object = {}) =>
    staff.put(`/staff/inbox-items/${id}/assignee`).send(body);
  const actionsOn = async (id: string): Promise<string[]> => {
    const { body } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
    return body.items.map(({ action }: { action: string }) => action).reverse();
  };
  const rejected = { decision: 'REJECTED', sendMail: false };

  it('holds a registration as it was sent, at once and unverified', async () => {
    const sent = { phone: '0221 4711', message: 'Wir sind Kunde seit 2020.\nBitte um Zugang.' };
    const item = await registrationItem(world, sent);
    expect(item).toMatchObject({
      type: 'REGISTRATION',
      state: 'NEW',
      number: null,
      summary: `Gärtnerei Blüm · Bea Blüm · ${item.email}`,
      registrant: { company: 'Gärtnerei Blüm', name: 'Bea Blüm', email: item.email },
      customer: null,
      contact: null,
      assignee: null,
      verified: false,
      outcome: null,
      sentRegistration: {
        company: 'Gärtnerei Blüm',
        firstName: 'Bea',
        lastName: 'Blüm',
        email: item.email,
        ...sent,
      },
    });
    expect(item).not.toHaveProperty('sentOrder');
    const { registrant } = item;
    expect(await newestItem(agent)).toMatchObject({ id: item.id, verified: false, registrant });
  });

  it('names who has registered, whatever dots the company has and whatever the address looks like', async () => {
    const company = 'Blüm · Söhne · Töchter';
    await register(world, { company }, `bea@blüm-söhn\u0435-${Date.now()}.example`);
    expect((await newestItem(agent, 'type=REGISTRATION')).registrant).toMatchObject({
      company,
      name: 'Bea Blüm',
      emailAscii: expect.stringContaining('@xn--'),
      warning: expect.stringContaining('Schriften'),
    });
  });

  it('shows that the address was confirmed, and what was sent again, up to a limit', async () => {
    const item = await registrationItem(world);
    await confirmRegistration(item.email);
    await jobsDone();
    expect(await read(item.id)).toMatchObject({ verified: true });
    await register(world, { company: 'Blüm & Töchter', message: 'Noch einmal!' }, item.email);
    await jobsDone();
    const { body } = await agent.get(`/staff/inbox-items/${item.id}/notes`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        event: 'REGISTRATION_REPEATED',
        author: null,
        body: expect.stringMatching(/^Mit derselben E-Mail-Adresse.*\nBlüm & Töchter\nNoch einmal!$/s),
      }),
    ]);
    const english = await agent
      .get(`/staff/inbox-items/${item.id}/notes`)
      .set('accept-language', 'en')
      .expect(200);
    expect(english.body.items[0].body).toMatch(/^A registration was sent once more/);
    expect((await read(item.id)).sentRegistration).toMatchObject({
      company: 'Gärtnerei Blüm',
      message: null,
    });
  });

  it('cannot be changed, not even by the program', async () => {
    const { id } = await registrationItem(world);
    for (const change of [`payload = '{}'`, `summary = 'x'`, `type = 'ORDER'`, `created_at = now()`]) {
      await expect(
        asSuperuser(
          `DO $$ BEGIN
             SET LOCAL ROLE kundenportal_app;
             PERFORM set_config('app.tenant_id', '${tenantId}', true);
             UPDATE inbox_items SET ${change} WHERE id = '${id}';
           END $$`,
        ),
      ).rejects.toThrow(/permission denied/);
    }
  });

  it('does not take a registration that cannot be written down', async () => {
    const email = uniqueEmail('scheitert');
    await asSuperuser(`
      CREATE FUNCTION refuse_item() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
      CREATE TRIGGER refuse_item BEFORE INSERT ON inbox_items FOR EACH ROW
        WHEN (NEW.tenant_id = '${tenantId}') EXECUTE FUNCTION refuse_item()`);
    try {
      const before = await asSuperuser('SELECT FROM registrations WHERE tenant_id = $1', [tenantId]);
      await expect(register(world, {}, email)).rejects.toThrow(/expected 202/);
      const after = await asSuperuser('SELECT FROM registrations WHERE tenant_id = $1', [tenantId]);
      expect(after.length).toBe(before.length);
    } finally {
      await asSuperuser('DROP TRIGGER refuse_item ON inbox_items; DROP FUNCTION refuse_item()');
    }
    await jobsDone();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('is worked off from the oldest, filtered by type, state and assignee', async () => {
    const own = await makeWorld();
    const [first, second, third] = [
      await registrationItem(own),
      await registrationItem(own),
      await registrationItem(own),
    ];
    const helper = await addAgent(own);
    await assign(helper, second.id).expect(200);
    await decide(helper, third.id, rejected).expect(200);
    const ids = async (query: string): Promise<string[]> =>
      (await helper.get(`/staff/inbox-items?${query}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('')).toEqual([first.id, second.id]);
    expect(await ids('sort=-createdAt')).toEqual([second.id, first.id]);
    expect(await ids('state=REJECTED,DONE')).toEqual([third.id]);
    expect(await ids('state=NEW')).toEqual([first.id]);
    expect(await ids('assigneeId=me')).toEqual([second.id]);
    expect(await ids(`assigneeId=${helper.id}`)).toEqual([second.id]);
    expect(await ids('assigneeId=none')).toEqual([first.id]);
    expect(await ids('type=ORDER,QUOTE_REQUEST')).toEqual([]);
    expect(await ids('type=REGISTRATION&limit=1')).toEqual([first.id]);
    await helper.get('/staff/inbox-items?assigneeId=somebody').expect(422);
    await helper.get('/staff/inbox-items?state=LOST').expect(422);
    const { body: page } = await helper.get('/staff/inbox-items?limit=1&count=true').expect(200);
    expect(page.totalCount).toBe(2);
    expect(await ids(`limit=1&cursor=${page.nextCursor}`)).toEqual([second.id]);
    const { body: counts } = await helper.get('/staff/inbox-counts').expect(200);
    expect(counts).toEqual({
      byType: [
        { type: 'ORDER', new: 0, inProgress: 0, done: 0, rejected: 0 },
        { type: 'QUOTE_REQUEST', new: 0, inProgress: 0, done: 0, rejected: 0 },
        { type: 'REGISTRATION', new: 1, inProgress: 1, done: 0, rejected: 1 },
      ],
      open: 2,
      mine: 1,
      unassigned: 1,
      oldestCreatedAt: first.createdAt,
    });
  });

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
      expect(await actionsOn(id)).toEqual([
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
        expect((await actionsOn(id)).length).toBe(1);
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
      expect(await actionsOn(id)).toEqual(['inbox-item.decided']);
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
      expect(await actionsOn(id)).toEqual([]);
    });
  });

  it('is closed to contacts and to other tenants', async () => {
    const { id } = await registrationItem(world);
    const foreign = await makeWorld();
    await foreign.admin.get(`/staff/inbox-items/${id}`).expect(404);
    await assign(foreign.admin, id).expect(404);
    await decide(foreign.admin, id, rejected).expect(404);
    const contact = await addContact(world, await addCustomer(world.admin, 'Neugier AG'), 'MAIN_USER');
    await contact.get('/staff/inbox-items').expect(403);
  });
});
