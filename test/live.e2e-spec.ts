import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { EventStream } from './support/event-stream';
import { registrationItem } from './support/inbox';
import { makeLogin } from './support/login';
import { addContact, addCustomer } from './support/population';
import { type Program, startProgram } from './support/stack';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** Within about a second, on a machine that does other things, too; the signs of life come every 20 seconds. */
const SOON_MS = 4_000;

describe('Live events', () => {
  let world: World;
  let agent: Api & { id: string };
  let customerId: string;
  let mainUser: Contact;
  let user: Contact;
  let stranger: Contact;
  const open: EventStream[] = [];

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Erste GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    user = await addContact(world, customerId, 'USER');
    stranger = await addContact(world, await addCustomer(world.admin, 'Zweite GmbH'), 'MAIN_USER');
  });

  afterEach(() => {
    for (const stream of open.splice(0)) stream.close();
  });

  async function listen(api: Api, baseUrl?: string, lastEventId?: string): Promise<EventStream> {
    const path = api === agent || api === world.admin ? '/staff/events' : '/portal/events';
    const stream = await EventStream.open(api, path, baseUrl, lastEventId);
    open.push(stream);
    expect(stream.response.status).toBe(200);
    return stream;
  }

  async function ticketOf(api: Api): Promise<string> {
    const ticket = { subject: 'Drucker streikt', description: 'Er druckt nicht.' };
    return String((await api.post('/portal/tickets').send(ticket).expect(201)).body.id);
  }

  function comment(ticketId: string, visibility: 'PUBLIC' | 'INTERNAL'): Promise<unknown> {
    return agent.post(`/staff/tickets/${ticketId}/comments`).send({ body: 'Hm.', visibility }).expect(201);
  }

  it('reach staff, the contact and the main users, and nobody else', async () => {
    const foreign = await makeWorld();
    const outsider = await EventStream.open(foreign.admin, '/staff/events');
    open.push(outsider);
    const streams = {
      agent: await listen(agent),
      mainUser: await listen(mainUser),
      user: await listen(user),
      stranger: await listen(stranger),
    };
    const own = await ticketOf(user);
    const mains = await ticketOf(mainUser);
    const others = await ticketOf(stranger);
    await streams.agent.until(() => streams.agent.events.length >= 3);
    await streams.stranger.until(() => streams.stranger.events.length >= 1);
    await streams.mainUser.until(() => streams.mainUser.events.length >= 2);
    expect(streams.mainUser.events.map(({ id }) => id).sort()).toEqual([own, mains].sort());
    expect(streams.user.events.map(({ id }) => id)).toEqual([own]);
    expect(streams.stranger.events.map(({ id }) => id)).toEqual([others]);
    expect(outsider.events).toEqual([]);
    expect(streams.user.events[0]).toEqual({
      type: 'ticket.created',
      id: own,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('say nothing to contacts of what is internal', async () => {
    const ticketId = await ticketOf(user);
    const staff = await listen(agent);
    const contact = await listen(user);
    await comment(ticketId, 'INTERNAL');
    await agent
      .patch(`/staff/tickets/${ticketId}`)
      .set('if-match', '"2"')
      .send({ priority: 'URGENT', assigneeId: agent.id })
      .expect(200);
    await agent
      .post(`/staff/tickets/${ticketId}/attachments`)
      .field('visibility', 'INTERNAL')
      .attach('file', Buffer.from('Notiz'), 'notiz.txt')
      .expect(201);
    // That it was made may be heard of late.
    const heard = (stream: EventStream): string[] =>
      stream.about(ticketId).filter((type) => type !== 'ticket.created');
    await staff.until(() => heard(staff).length >= 4);
    expect(heard(staff).sort()).toEqual([
      'ticket.changed',
      'ticket.changed',
      'ticket.changed',
      'ticket.commented',
    ]);
    await comment(ticketId, 'PUBLIC');
    await contact.until(() => heard(contact).length >= 2);
    expect(heard(contact).sort()).toEqual(['ticket.commented', 'ticket.status-changed']);
    await user
      .post(`/portal/tickets/${ticketId}/attachments`)
      .attach('file', Buffer.from('Bild'), 'bild.txt')
      .expect(201);
    await contact.until(() => contact.about(ticketId).includes('ticket.changed'));
  });

  it('tell staff alone of the inbox', async () => {
    const staff = await listen(agent);
    const contact = await listen(mainUser);
    const { id } = await registrationItem(world);
    await staff.until(() => staff.about(id).includes('inbox.item-created'));
    await agent.put(`/staff/inbox-items/${id}/assignee`).send({}).expect(200);
    await staff.until(() => staff.about(id).includes('inbox.item-changed'));
    const own = await ticketOf(mainUser);
    await contact.until(() => contact.about(own).length > 0);
    expect(contact.events.map(({ type }) => type)).toEqual(['ticket.created']);
  });

  it('tell staff what changes of a customer, and its contacts what they see of it: access, devices and shops', async () => {
    const staff = await listen(agent);
    const contact = await listen(user);
    const elsewhere = await listen(stranger);
    let told = 0;
    const tells = async (change: () => Promise<unknown>): Promise<void> => {
      await change();
      told += 1;
      await staff.until(() => staff.about(customerId).length >= told);
    };
    const customer = `/staff/customers/${customerId}`;
    const { headers } = await agent.get(customer).expect(200);
    const etag = String(headers.etag);
    await tells(() => agent.patch(customer).set('if-match', etag).send({ city: 'Bonn' }).expect(200));
    let contactId = '';
    await tells(async () => {
      const email = uniqueEmail('neu');
      const { body } = await agent.post(`${customer}/contacts`).send({ lastName: 'Neu', email }).expect(201);
      contactId = String(body.id);
    });
    const access = `/staff/contacts/${contactId}/portal-access`;
    await tells(() => agent.put(access).send({ role: 'USER' }).expect(200));
    await tells(() => agent.put(access).send({ role: 'MAIN_USER' }).expect(200));
    await tells(() => agent.delete(access).expect(204));
    const device = await agent.post(`${customer}/devices`).send({ name: 'Drucker' }).expect(201);
    told += 1;
    await tells(() =>
      agent
        .patch(`/staff/devices/${device.body.id}`)
        .set('if-match', String(device.headers.etag))
        .send({ notes: 'Unter uns' })
        .expect(200),
    );
    const settings = `${customer}/shop-settings`;
    const version = String((await agent.get(settings).expect(200)).headers.etag);
    const open = { onlineShop: { enabled: 'ON' } };
    await tells(() => agent.patch(settings).set('if-match', version).send(open).expect(200));
    await tells(() => importContact(customerId));
    const ticketId = await ticketOf(user);
    await contact.until(() => contact.about(ticketId).length > 0);
    expect(new Set(staff.about(customerId))).toEqual(new Set(['customer.changed']));
    // The access three times, the device once, the shops once; not what staff keep for themselves.
    expect(contact.about(customerId)).toEqual(Array(5).fill('customer.changed'));
    expect(contact.events.map(({ type }) => type)).toEqual([
      ...Array<string>(5).fill('customer.changed'),
      'ticket.created',
    ]);
    expect(elsewhere.events).toEqual([]);
  });

  it('tell all contacts that shops or what they may do is different, and nobody of settings that they do not see', async () => {
    const contacts = [await listen(user), await listen(stranger)];
    const change = async (settings: object): Promise<void> => {
      const { headers } = await world.admin.get('/staff/settings').expect(200);
      const patch = world.admin.patch('/staff/settings').set('if-match', String(headers.etag));
      await patch.send(settings).expect(200);
    };
    await change({ senderName: null, imprintUrl: 'https://haus.example/impressum' });
    await change({ contactsMayCloseTickets: false, printerShop: { enabled: true } });
    await change({ contactsMayCloseTickets: false });
    await change({ printerShop: { enabled: false } });
    for (const contact of contacts) {
      await contact.until(() => contact.events.length === 2);
      expect(contact.events.map(({ type }) => type)).toEqual(['settings.changed', 'settings.changed']);
    }
  });

  it('tell staff that a contact has set the first password', async () => {
    const staff = await listen(agent);
    const { body } = await agent
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Neu', email: uniqueEmail('neu') })
      .expect(201);
    await agent.put(`/staff/contacts/${body.id}/portal-access`).send({ role: 'USER' }).expect(200);
    await staff.until(() => staff.about(customerId).length === 2);
    await firstLogin(world.tenant.slug, body.email);
    await staff.until(() => staff.about(customerId).length === 3);
  });

  it('tell staff alone of an import, once for all rows, and not where nothing was taken over', async () => {
    const staff = await listen(agent);
    const contact = await listen(mainUser);
    const file = Buffer.from('Kundennummer;Name\r\nI-1;Import 1\r\nI-2;Import 2\r\n');
    const send = (dryRun: boolean): Promise<unknown> =>
      agent
        .post('/staff/customers/imports')
        .field('dryRun', String(dryRun))
        .attach('file', file, 'kunden.csv')
        .expect(200);
    for (const dryRun of [true, false, false]) await send(dryRun);
    const ticketId = await ticketOf(mainUser);
    await staff.until(() => staff.about(ticketId).length > 0);
    await contact.until(() => contact.about(ticketId).length > 0);
    expect(staff.events.map(({ type }) => type)).toEqual(['import.applied', 'ticket.created']);
    expect(contact.events.map(({ type }) => type)).toEqual(['ticket.created']);
  });

  async function importContact(of: string): Promise<void> {
    const { number } = (await agent.get(`/staff/customers/${of}`).expect(200)).body;
    const file = Buffer.from(`Kundennummer;Nachname\r\n${number};Datei\r\n`);
    await agent.post('/staff/contacts/imports').attach('file', file, 'leute.csv').expect(200);
  }

  it('follow the role of the moment', async () => {
    const contact = await addContact(world, customerId, 'USER');
    const stream = await listen(contact);
    const witness = await listen(mainUser);
    const setRole = (role: string): Promise<unknown> =>
      world.admin.put(`/staff/contacts/${contact.contactId}/portal-access`).send({ role }).expect(200);
    const unseen = await ticketOf(mainUser);
    await witness.until(() => witness.about(unseen).length > 0);
    await setRole('MAIN_USER');
    const seen = await ticketOf(mainUser);
    await stream.until(() => stream.about(seen).length > 0);
    await setRole('USER');
    const unseenAgain = await ticketOf(mainUser);
    await witness.until(() => witness.about(unseenAgain).length > 0);
    const own = await ticketOf(contact);
    await stream.until(() => stream.about(own).length > 0);
    const told = stream.events.map(({ id }) => id);
    expect(told.filter((id) => id !== customerId)).toEqual([seen, own]);
    // Of the change itself, both times.
    expect(stream.about(customerId)).toEqual(['customer.changed', 'customer.changed']);
  });

  it('end with the access, before the next event', async () => {
    const contact = await addContact(world, customerId, 'MAIN_USER');
    const stream = await listen(contact);
    await world.admin.delete(`/staff/contacts/${contact.contactId}/portal-access`).expect(204);
    await ticketOf(mainUser);
    await stream.until(() => stream.ended);
    expect(stream.events).toEqual([]);
    const again = await EventStream.open(contact, '/portal/events');
    expect(again.response.status).toBe(401);
  });

  it('keep the connection alive', async () => {
    const quiet = await listen(stranger);
    await quiet.until(() => quiet.heartbeats > 0, 25_000);
    expect(quiet.ended).toBe(false);
  }, 40_000);

  describe('end at once, though nothing happens, with a session that', () => {
    const credentials = (email: string) => ({ tenant: world.tenant.slug, email, password: PASSWORD });
    const inSql = (sql: string) => async (person: Contact) => {
      await asSuperuser(sql, [person.contactId]);
    };

    const ends: [string, (person: Contact) => Promise<unknown>][] = [
      ['logs out', (person) => person.post('/auth/logout').expect(204)],
      [
        'is ended from another one',
        async ({ email }) => {
          const other = await Api.signIn(credentials(email));
          await other.post('/auth/session-endings').send({ currentPassword: PASSWORD }).expect(204);
        },
      ],
      [
        'another one changes the password of',
        async ({ email }) => {
          const other = await Api.signIn(credentials(email));
          const change = { currentPassword: PASSWORD, newPassword: 'Neunundneunzig Ballons 99' };
          await other.put('/auth/password').send(change).expect(204);
        },
      ],
      [
        'loses its access',
        ({ contactId }) => world.admin.delete(`/staff/contacts/${contactId}/portal-access`).expect(204),
      ],
      ['whoever ends', inSql('UPDATE sessions SET ended_at = now() WHERE account_id = $1')],
      ['whoever deletes', inSql('DELETE FROM sessions WHERE account_id = $1')],
      ['whoever closes the account of', inSql(`UPDATE accounts SET state = 'DEACTIVATED' WHERE id = $1`)],
    ];

    it.each(ends)('%s', async (_, end) => {
      const person = await addContact(world, customerId, 'USER');
      const neighbours = await Promise.all([listen(user), listen(agent), listen(stranger)]);
      const stream = await listen(person);
      await end(person);
      await stream.until(() => stream.ended, SOON_MS);
      expect(stream.events).toEqual([]);
      expect(neighbours.map(({ ended }) => ended)).toEqual([false, false, false]);
    });

    it('expires', async () => {
      const person = await addContact(world, customerId, 'USER');
      await asSuperuser(
        `UPDATE sessions SET expires_at = now() + interval '2 seconds' WHERE account_id = $1`,
        [person.contactId],
      );
      const stream = await listen(person);
      await stream.until(() => stream.ended, 2_000 + SOON_MS);
    });
  });

  describe('go on where they broke off', () => {
    const heardBy = async (stream: EventStream, ...ids: string[]): Promise<void> => {
      await stream.until(() => ids.every((id) => stream.about(id).length > 0));
    };

    it('with all that was missed and nothing else, for each what they may know', async () => {
      const foreign = await makeWorld();
      const outsider = await EventStream.open(foreign.admin, '/staff/events');
      open.push(outsider);
      const witness = await listen(agent);
      const [staff, contact] = [await listen(agent), await listen(user)];
      const first = await ticketOf(user);
      await Promise.all([witness, staff, contact].map((stream) => heardBy(stream, first)));
      for (const stream of [staff, contact]) stream.close();

      // Twelve, of which the contact may know three.
      const missed: string[] = [];
      for (let round = 0; round < 3; round++) {
        missed.push(await ticketOf(user), await ticketOf(mainUser), await ticketOf(stranger));
        await comment(first, 'INTERNAL');
      }
      await witness.until(() => witness.events.length >= 13);
      const [staffBack, contactBack] = [
        await listen(agent, undefined, staff.lastEventId),
        await listen(user, undefined, contact.lastEventId),
      ];
      await staffBack.until(() => staffBack.events.length >= 12);
      await contactBack.until(() => contactBack.events.length >= 3);
      expect(staffBack.events).toEqual(witness.events.slice(1));
      expect(contactBack.events.map(({ id }) => id)).toEqual([missed[0], missed[3], missed[6]]);

      const next = await ticketOf(user);
      await Promise.all([staffBack, contactBack].map((stream) => heardBy(stream, next)));
      expect(staffBack.events).toHaveLength(13);
      expect(contactBack.events).toHaveLength(4);
      expect([staffBack.resets, contactBack.resets]).toEqual([0, 0]);
      expect(outsider.events).toEqual([]);
    });

    it('also for who had got nothing yet', async () => {
      const person = await addContact(world, customerId, 'USER');
      const stream = await listen(person);
      await stream.until(() => stream.lastEventId !== '');
      stream.close();
      const witness = await listen(mainUser);
      const missed = await ticketOf(person);
      await heardBy(witness, missed);
      const back = await listen(person, undefined, stream.lastEventId);
      await heardBy(back, missed);
      expect([back.events.length, back.resets]).toEqual([1, 0]);
    });

    it('or say that everything is to be read anew, where what was missed is not known', async () => {
      const foreign = await makeWorld();
      const outsider = await EventStream.open(foreign.admin, '/staff/events');
      open.push(outsider);
      await registrationItem(foreign);
      await outsider.until(() => outsider.events.length > 0);
      const staff = await listen(agent);
      await comment(await ticketOf(user), 'INTERNAL');
      await staff.until(() => staff.events.length >= 2);
      // What the contact may not know of is as unknown as what never was.
      const marks = ['0', 'x'.repeat(2_000), '01890a5d-ac96-774b-bcce-b302099a8057', outsider.lastEventId];
      for (const [api, mark] of [
        ...marks.map((mark) => [user, mark] as const),
        [agent, outsider.lastEventId] as const,
        [user, staff.lastEventId] as const,
      ]) {
        const stream = await listen(api, undefined, mark);
        await stream.until(() => stream.resets > 0);
        expect(stream.raw).toMatch(/\nevent: reset\ndata: \{"type":"reset","at":"[^"]+Z"\}\n\n/);
        const own = await ticketOf(user);
        await heardBy(stream, own);
        expect([stream.events.length, stream.resets]).toEqual([1, 1]);
        stream.close();
        const back = await listen(api, undefined, stream.lastEventId);
        const later = await ticketOf(user);
        await heardBy(back, later);
        expect([back.events.length, back.resets]).toEqual([1, 0]);
        back.close();
      }
    });
  });

  it('are for each person on five connections at most', async () => {
    const person = await addContact(world, customerId, 'USER');
    for (let i = 0; i < 5; i++) await listen(person);
    const refused = await EventStream.open(person, '/portal/events');
    expect(refused.response.status).toBe(429);
    expect(refused.response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.response.json()).toMatchObject({ code: 'live.too-many-streams', status: 429 });
    open.shift()?.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await listen(person);
  });

  it('come as a stream that nothing on the way holds back', async () => {
    const { response } = await listen(agent);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('x-correlation-id')).toBeTruthy();
  });

  it('end by themselves after a requested time', async () => {
    const ticketId = await ticketOf(user);
    const answer = agent.get('/staff/events?seconds=6').buffer(true);
    const [{ text }] = await Promise.all([
      answer,
      new Promise((resolve) => setTimeout(resolve, 500)).then(() => comment(ticketId, 'PUBLIC')),
    ]);
    expect(text).toMatch(/^retry: 3000\nid: \S+\n\n/);
    expect(text).toContain(`"type":"ticket.commented","id":"${ticketId}"`);
    await agent.get('/staff/events?seconds=0').expect(422);
  });

  it('keep no connection for HEAD', async () => {
    const { hostname, port } = new URL(e2eEnvironment().baseUrl);
    for (let i = 0; i < 7; i++) {
      const headers = { authorization: `Bearer ${agent.accessToken}` };
      const sent = httpRequest({
        hostname,
        port,
        path: '/api/v1/staff/events',
        method: 'HEAD',
        headers,
        agent: false,
      });
      const [{ statusCode }] = (await once(sent.end(), 'response')) as [{ statusCode: number }];
      expect(statusCode).toBe(200);
    }
    await listen(agent);
  });

  it('carry nothing personal between the instances', async () => {
    const { databaseUrl } = e2eEnvironment();
    const { Client } = await import('pg');
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const payloads: string[] = [];
    client.on('notification', ({ payload }) => payloads.push(payload ?? ''));
    await client.query('LISTEN kundenportal_live');
    const ticketId = await ticketOf(user);
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline && !payloads.some((text) => text.includes(ticketId))) await sleep(50);
    await client.end();
    const announcement = JSON.parse(payloads.find((text) => text.includes(ticketId))!) as object;
    expect(announcement).toEqual({
      tenantId: expect.any(String),
      announcementId: expect.any(String),
      event: { type: 'ticket.created', id: ticketId, at: expect.any(String) },
      audience: { customerId, contactId: user.contactId },
    });
  });

  describe('with a second instance on the same database', () => {
    // Its connections are told by this name from those of the other suites' instances.
    let role: string;
    let second: Program;

    beforeAll(async () => {
      const { databaseUrl, folder } = e2eEnvironment();
      const logins = await makeLogin(databaseUrl);
      role = new URL(logins.DATABASE_URL).username;
      // One job at a time: those that other suites leave behind are not to hold up its end.
      second = await startProgram(databaseUrl, folder, { ...logins, WORKER_CONCURRENCY: '1' });
    }, 60_000);

    afterAll(() => second.stop());

    it('arrive at both, whichever served the change', async () => {
      const here = await listen(agent);
      const there = await listen(user, second.baseUrl);
      const first = await ticketOf(user);
      await Promise.all([here, there].map((stream) => stream.until(() => stream.about(first).length > 0)));
      const atSecond = await ticketOf(user.at(second.baseUrl));
      await Promise.all([here, there].map((stream) => stream.until(() => stream.about(atSecond).length > 0)));
      expect(here.about(first)).toEqual(['ticket.created']);
    });

    it('end at both with a session, and go on at the other one, which has heard the same', async () => {
      const person = await addContact(world, customerId, 'USER');
      const streams = [await listen(person), await listen(person, second.baseUrl)];
      const other = await listen(user, second.baseUrl);
      await person.post('/auth/logout').expect(204);
      await Promise.all(streams.map((stream) => stream.until(() => stream.ended, SOON_MS)));
      expect(other.ended).toBe(false);

      const seen = await ticketOf(user);
      await other.until(() => other.about(seen).length > 0);
      other.close();
      const witness = await listen(mainUser);
      const missed = await ticketOf(user);
      await witness.until(() => witness.about(missed).length > 0);
      const back = await listen(user, undefined, other.lastEventId);
      await back.until(() => back.events.length > 0);
      expect([back.events.map(({ id }) => id), back.resets]).toEqual([[missed], 0]);
    });

    it('end when the connection to the database breaks, and work again after a reconnect', async () => {
      const stream = await listen(user, second.baseUrl);
      await stream.until(() => stream.lastEventId !== '');
      await asSuperuser(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'kundenportal-live' AND usename = '${role}'`,
      );
      await stream.until(() => stream.ended);
      const again = await listen(user, second.baseUrl, stream.lastEventId);
      const ticketId = await ticketOf(user);
      await again.until(() => again.about(ticketId).length > 0);
      // Nobody listened meanwhile, so nobody knows what was missed.
      expect(again.resets).toBe(1);
    });

    it('end in order and at once when their instance is told to stop', async () => {
      const staying = await listen(agent);
      const going = await listen(user, second.baseUrl);
      const exit = once(second.child, 'exit');
      const since = Date.now();
      second.child.kill('SIGTERM');
      await going.until(() => going.ended);
      const [code] = (await exit) as [number | null];
      // Jobs under way, of other suites perhaps, are finished; nothing has to be forced.
      const inOrder = code === 0 && Date.now() - since < 8_000;
      const log = readFileSync(second.logFile, 'utf8').split('\n').slice(-30);
      expect({ inOrder, ...(!inOrder && { code, log }) }).toEqual({ inOrder: true });
      expect(staying.ended).toBe(false);
    });
  });
});
