import { randomUUID } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { decide, newestItem, registrationItem } from './support/inbox';
import { mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { holdRounds, workMailsTo } from './support/work-mails';
import { addAgent, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

type Agent = Api & { readonly id: string };

describe('A colleague who leaves', () => {
  let world: World;
  let customerId: string;
  let leaver: Agent;
  let successor: Agent & { readonly email: string };

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    leaver = await addAgent(world, 'Lea Geht');
    const agent = await addAgent(world, 'Nils Folgt');
    successor = Object.assign(agent, { email: String((await agent.get('/auth/me').expect(200)).body.email) });
  });

  const ticketOf = async (assigneeId: string, subject = 'Server läuft heiß'): Promise<string> =>
    (
      await world.admin
        .post('/staff/tickets')
        .send({ customerId, subject, description: 'Bitte.', assigneeId })
        .expect(201)
    ).body.id;
  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const handOver = (from: string, body: object = {}, staff: Api = world.admin) =>
    staff.post(`/staff/users/${from}/handovers`).send(body);
  const move = async (id: string, status: string): Promise<void> => {
    const { version } = await read(`/staff/tickets/${id}`);
    await world.admin
      .patch(`/staff/tickets/${id}`)
      .set('if-match', `"${version}"`)
      .send({ status })
      .expect(200);
  };

  it('hands over open tickets and what was taken from the Postkorb, and has no access any more', async () => {
    const [open, done] = [await ticketOf(leaver.id), await ticketOf(leaver.id)];
    await move(done, 'RESOLVED');
    const item = await registrationItem(world);
    await leaver.put(`/staff/inbox-items/${item.id}/assignee`).send({}).expect(200);
    const counted = { openTickets: 1, inboxItems: 1 };
    expect(await read(`/staff/users/${leaver.id}/work`)).toEqual(counted);
    const before = await read(`/staff/tickets/${open}`);

    const { body } = await handOver(leaver.id, { toId: successor.id, deactivate: true }).expect(201);
    expect(body).toEqual(counted);
    await leaver.get('/auth/me').expect(401);
    expect(await read(`/staff/users/${leaver.id}`)).toMatchObject({ state: 'DEACTIVATED' });
    const after = await read(`/staff/tickets/${open}`);
    expect(after).toMatchObject({ assignee: { id: successor.id }, version: Number(before.version) + 1 });
    expect(after.history.at(-1)).toMatchObject({
      event: 'ASSIGNED',
      actor: { name: (await read('/auth/me')).name },
      from: 'Lea Geht',
      to: 'Nils Folgt',
    });
    expect(await read(`/staff/tickets/${done}`)).toMatchObject({ assignee: { id: leaver.id } });
    expect(await read(`/staff/inbox-items/${item.id}`)).toMatchObject({
      state: 'IN_PROGRESS',
      assignee: { id: successor.id },
    });
    const { items } = await read(`/staff/audit-entries?objectId=${leaver.id}`);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'staff-user.work-handed-over' }),
        expect.objectContaining({
          action: 'staff-user.changed',
          changes: { active: false },
          before: { active: true },
        }),
      ]),
    );
    expect(await read(`/staff/users/${leaver.id}/work`)).toEqual({ openTickets: 0, inboxItems: 0 });
  });

  it('tells whoever takes over in one mail, however many tickets there are', async () => {
    const { tenantId } = await read('/auth/me');
    for (let n = 0; n < 3; n++) await ticketOf(leaver.id);
    await holdRounds(tenantId);
    await handOver(leaver.id, { toId: successor.id }).expect(201);
    await holdRounds(tenantId);
    expect((await workMailsTo(successor.email)).map(({ subject }) => subject)).toEqual([
      'Neu: Bei Ihren Tickets (3)',
    ]);
  });

  it('leaves it to anybody where nobody takes over', async () => {
    const ticket = await ticketOf(leaver.id);
    const item = await registrationItem(world);
    await leaver.put(`/staff/inbox-items/${item.id}/assignee`).send({}).expect(200);
    await handOver(leaver.id, { toId: null }).expect(201);
    expect(await read(`/staff/tickets/${ticket}`)).toMatchObject({ assignee: null });
    expect(await read(`/staff/inbox-items/${item.id}`)).toMatchObject({ state: 'NEW', assignee: null });
    await leaver.get('/auth/me').expect(200);
  });

  it('has no ticket that opens again afterwards: it waits for anybody', async () => {
    const ticket = await ticketOf(leaver.id);
    await move(ticket, 'RESOLVED');
    await handOver(leaver.id, { deactivate: true }).expect(201);
    await move(ticket, 'IN_PROGRESS');
    const { assignee, history } = await read(`/staff/tickets/${ticket}`);
    expect(assignee).toBeNull();
    expect(history.at(-1)).toMatchObject({ event: 'ASSIGNED', from: 'Lea Geht', to: null });
  });

  it('hands over to nobody who cannot work', async () => {
    const stranger = await addAgent(await makeWorld());
    const gone = await addAgent(world);
    await handOver(gone.id, { deactivate: true }).expect(201);
    const ticket = await ticketOf(leaver.id);
    for (const toId of [leaver.id, gone.id, stranger.id]) {
      const { body } = await handOver(leaver.id, { toId, deactivate: true }).expect(422);
      expect(body).toMatchObject({ code: 'handover.successor-unknown', errors: [{ pointer: '/toId' }] });
    }
    await leaver.get('/auth/me').expect(200);
    expect(await read(`/staff/tickets/${ticket}`)).toMatchObject({ assignee: { id: leaver.id } });
    await handOver(stranger.id).expect(404);
  });

  it('is a matter of administrators, of whom one stays', async () => {
    const { id } = await read('/auth/me');
    await leaver.get(`/staff/users/${successor.id}/work`).expect(403);
    await handOver(successor.id, {}, leaver).expect(403);
    const ticket = await ticketOf(id);
    const { body } = await handOver(id, { toId: successor.id, deactivate: true }).expect(409);
    expect(body.code).toBe('staff.last-admin');
    expect(await read(`/staff/tickets/${ticket}`)).toMatchObject({ assignee: { id } });
  });

  it('keeps nothing that somebody gives them at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const agent = await addAgent(world);
      const tickets = await Promise.all([1, 2, 3, 4].map(() => ticketOf(successor.id)));
      const gifts = tickets.map(async (id) =>
        world.admin.patch(`/staff/tickets/${id}`).set('if-match', '"1"').send({ assigneeId: agent.id }),
      );
      const [handed, ...given] = await Promise.all([
        handOver(agent.id, { toId: leaver.id, deactivate: true }),
        ...gifts,
      ]);
      expect(handed.status).toBe(201);
      expect(given.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await read(`/staff/users/${agent.id}/work`)).toEqual({ openTickets: 0, inboxItems: 0 });
    }
  });

  it('does not deadlock where two who leave at once hand over to each other', async () => {
    await Promise.all([ticketOf(leaver.id), ticketOf(successor.id)]);
    const answers = await Promise.all([
      handOver(leaver.id, { toId: successor.id, deactivate: true }),
      handOver(successor.id, { toId: leaver.id, deactivate: true }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

describe('A customer who leaves', () => {
  let world: World;
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER');
  });

  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const place = (): string => `/staff/customers/${customerId}`;
  const archive = async (how: 'put' | 'delete' = 'put'): Promise<Response> => {
    const { version } = await read(place());
    return world.admin[how](`${place()}/archival`)
      .set('if-match', `"${String(version)}"`)
      .expect(200);
  };
  const found = async (query: string): Promise<string[]> =>
    (await read(`/staff/customers?${query}`)).items.map(({ id }: { id: string }) => id);

  it('loses all accesses at once, with what is open counted before, and gets them back', async () => {
    const invited = await world.admin
      .post(`${place()}/contacts`)
      .send({ lastName: 'Eingeladen', email: uniqueEmail('eingeladen') })
      .expect(201);
    await world.admin
      .put(`/staff/contacts/${String(invited.body.id)}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    const link = tokenFrom(await newestMail(String(invited.body.email), { subject: 'Zugang' }));
    const ticket = await contact
      .post('/portal/tickets')
      .send({ subject: 'Offen', description: 'x' })
      .expect(201);
    const counted = { contactsWithAccess: 2, openTickets: 1, openOrders: 0 };
    expect(await read(`${place()}/archival`)).toEqual({ archivedAt: null, ...counted });

    // The receipt of the ticket has left.
    await jobsDone();
    const { body, headers } = await archive();
    expect(headers.etag).toBe(`"${String(body.version)}"`);
    expect(await read(`${place()}/archival`)).toEqual({ archivedAt: body.archivedAt, ...counted });
    await contact.get('/auth/me').expect(401);
    const login = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
    await Api.anonymous().post('/auth/login').send(login).expect(401);
    const first = { token: link, newPassword: PASSWORD };
    await Api.anonymous().post('/auth/password-resets').send(first).expect(422);
    const before = (await mailsTo(contact.email)).length;
    const asked = { tenant: world.tenant.slug, email: contact.email };
    await Api.anonymous().post('/auth/password-reset-requests').send(asked).expect(202);
    await world.admin
      .post(`/staff/tickets/${String(ticket.body.id)}/comments`)
      .send({ body: 'Erledigt.', visibility: 'PUBLIC' })
      .expect(201);
    await jobsDone();
    expect(await mailsTo(contact.email)).toHaveLength(before);

    await archive('delete');
    expect(await read(`${place()}/archival`)).toMatchObject({ archivedAt: null });
    await contact.get('/auth/me').expect(401);
    const back = await Api.signIn(login);
    await back.get(`/portal/tickets/${String(ticket.body.id)}`).expect(200);
    await Api.anonymous().post('/auth/password-resets').send(first).expect(204);
    const { items } = await read(`/staff/audit-entries?objectId=${customerId}`);
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'customer.restored',
      'customer.archived',
      'customer.created',
    ]);
  });

  it('is left out of lists unless asked for', async () => {
    const other = await addCustomer(world.admin, 'Müller und Töchter');
    await archive();
    expect(await found('')).toEqual([other]);
    expect(await found('search=m%C3%BCller')).toEqual([other]);
    expect(await found('state=ARCHIVED&sort=number')).toEqual([customerId]);
    expect(await found('state=ALL')).toHaveLength(2);
    expect(await read(place())).toMatchObject({ name: 'Müller & Söhne GmbH' });
  });

  it('gets no new contact, no access and nobody who registers', async () => {
    await archive();
    const archived = { code: 'customer.archived' };
    const added = await world.admin.post(`${place()}/contacts`).send({ lastName: 'Neu' }).expect(409);
    expect(added.body).toMatchObject(archived);
    const access = `/staff/contacts/${contact.contactId}/portal-access`;
    expect((await world.admin.put(access).send({ role: 'USER' }).expect(409)).body).toMatchObject(archived);
    const item = await registrationItem(world, { company: 'Müller & Söhne GmbH' });
    expect(await read(`/staff/inbox-items/${item.id}`)).toMatchObject({ matches: { customers: [] } });
    const registration = { customerId, role: 'USER', acceptUnverified: true };
    const { body } = await decide(world.admin, item.id, { decision: 'ACCEPTED', registration }).expect(409);
    expect(body).toMatchObject({ ...archived, errors: [{ pointer: '/registration/customerId' }] });
  });

  it('is archived by one of two who have read the same, and by nobody of another tenant', async () => {
    const { version } = await read(place());
    const sent = [1, 2].map(() =>
      world.admin.put(`${place()}/archival`).set('if-match', `"${String(version)}"`),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 412]);
    const stranger = await makeWorld();
    await stranger.admin.put(`${place()}/archival`).set('if-match', '"1"').expect(404);
    await stranger.admin.get(`${place()}/archival`).expect(404);
    await world.admin.put(`${place()}/archival`).expect(428);
  });

  it('has nobody to whom access was given at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await addCustomer(world.admin, `Runde ${round}`);
      const { body } = await world.admin
        .post(`/staff/customers/${id}/contacts`)
        .send({ lastName: 'Gleich', email: uniqueEmail('runde') })
        .expect(201);
      const [given, gone] = await Promise.all([
        world.admin.put(`/staff/contacts/${String(body.id)}/portal-access`).send({ role: 'USER' }),
        world.admin.put(`/staff/customers/${id}/archival`).set('if-match', '"1"'),
      ]);
      expect(gone.status).toBe(200);
      expect(given.status).toBeLessThan(500);
      expect(
        await asSuperuser('SELECT id FROM accounts WHERE customer_id = $1 AND suspended_at IS NULL', [id]),
      ).toEqual([]);
    }
  });
});

describe('A contact who is to be forgotten', () => {
  let world: World;
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let colleague: Awaited<ReturnType<typeof addContact>>;
  const lastName = `Zwiebelturm${randomBytes(4).toString('hex')}`;

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    colleague = await addContact(world, customerId, 'MAIN_USER', 'Bleibt');
    contact = await addContact(world, customerId, 'USER', lastName);
  });

  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const place = (): string => `/staff/contacts/${contact.contactId}`;
  const erase = async (status = 200, staff: Api = world.admin): Promise<Response> => {
    const { version } = await read(place());
    return staff
      .put(`${place()}/erasure`)
      .set('if-match', `"${String(version)}"`)
      .expect(status);
  };
  /** The tables of the tenant in which a word stands somewhere. */
  const tablesWith = async (word: string): Promise<string[]> => {
    const { tenantId } = await read('/auth/me');
    const tables = await asSuperuser<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await asSuperuser(
        `SELECT FROM ${name} t WHERE tenant_id = $1 AND t::text ILIKE '%' || $2 || '%' LIMIT 1`,
        [tenantId, word],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  };

  /** The night after the last day for which the name was to be kept. */
  const tidyUpLater = async (): Promise<void> => {
    await asSuperuser(`UPDATE contacts SET kept_until = current_date - 1 WHERE id = $1`, [contact.contactId]);
    await asSuperuser(`SELECT graphile_worker.add_job('ErasureHousekeeping.tidyUp', '{}'::json)`);
    await jobsDone();
  };

  it('is found nowhere any more, but in what the law wants kept and in the log', async () => {
    const { id } = (
      await contact.post('/portal/tickets').send({ subject: 'Meins', description: 'x' }).expect(201)
    ).body;
    await contact
      .post(`/portal/tickets/${id}/comments`)
      .set('idempotency-key', randomUUID())
      .send({ body: 'Noch etwas' })
      .expect(201);
    await contact
      .post(`/portal/tickets/${id}/attachments`)
      .attach('file', Buffer.from('x'), 'x.txt')
      .expect(201);
    await contact.post('/portal/uploads').attach('file', Buffer.from('x'), 'y.txt').expect(201);
    const other = await colleague
      .post('/portal/tickets')
      .send({ subject: 'Seins', description: 'x' })
      .expect(201);
    await world.admin
      .put(`/staff/tickets/${String(other.body.id)}/watchers/${contact.contactId}`)
      .expect(204);
    await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ name: 'Notebook', userName: `Kim ${lastName}` })
      .expect(201);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
    await putIntoCart(contact, 'online-shop', article, 2);
    const { body: order } = await submitCart(contact, 'online-shop');
    await putIntoCart(contact, 'online-shop', article, 1);
    await jobsDone();
    const year = new Date().getUTCFullYear() + 8;
    const counted = { openTickets: 1, orders: 1, openOrders: 1, nameKeptUntil: `${year}-12-31` };
    expect(await read(`${place()}/erasure`)).toMatchObject({ erasedAt: null, ...counted });

    await erase();
    expect(await tablesWith(lastName)).toEqual(['audit_entries', 'contacts']);
    expect(await tablesWith(contact.email)).toEqual(['audit_entries']);
    expect(await asSuperuser('SELECT FROM outgoing_mails WHERE about = $1', [contact.contactId])).toEqual([]);
    expect((await read('/staff/search?q=Person')).items).toEqual([]);
    expect(await read(`${place()}/erasure`)).toMatchObject({ ...counted, erasedAt: expect.any(String) });
    await contact.get('/auth/me').expect(401);
    expect(await read(`/staff/tickets/${id}`)).toMatchObject({ contact: { name: 'Gelöschte Person' } });
    expect((await read(`/staff/tickets/${id}/comments`)).items).toMatchObject([
      { body: 'Noch etwas', author: { name: 'Gelöschte Person' } },
    ]);
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({
      contact: { name: `Kim ${lastName}` },
    });
    const { items } = await read(`/staff/customers/${customerId}/contacts`);
    expect(items.map((one: { lastName: string }) => one.lastName)).toEqual(['Bleibt']);
    // Somebody else may have the address from now on.
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Nachfolge', email: contact.email })
      .expect(201);

    // What has become of orders since then counts.
    await tidyUpLater();
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({
      contact: { name: `Kim ${lastName}` },
    });
    expect(await read(`${place()}/erasure`)).toMatchObject({ nameKeptUntil: `${year}-12-31` });
    await asSuperuser(
      `UPDATE orders SET created_at = created_at - interval '9 years' WHERE contact_id = $1`,
      [contact.contactId],
    );
    await tidyUpLater();
    expect(await tablesWith(lastName)).toEqual(['audit_entries']);
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({
      contact: { name: 'Gelöschte Person' },
    });
  });

  it('is forgotten under a former name, too, and is not taken for a namesake', async () => {
    const namesake = await addContact(world, customerId, 'USER', lastName);
    const { body: ticket } = await colleague
      .post('/portal/tickets')
      .send({ subject: 'Seins', description: 'x' })
      .expect(201);
    for (const { contactId } of [namesake, contact])
      await world.admin.put(`/staff/tickets/${ticket.id}/watchers/${contactId}`).expect(204);
    const { version } = await read(place());
    await world.admin
      .patch(place())
      .set('if-match', `"${String(version)}"`)
      .send({ lastName: 'Verheiratet' })
      .expect(200);
    await world.admin.delete(`/staff/tickets/${ticket.id}/watchers/${contact.contactId}`).expect(204);
    await erase();
    const { history } = await read(`/staff/tickets/${ticket.id}`);
    const values = history.map(({ from, to }: { from: string | null; to: string | null }) => from ?? to);
    expect(values).toEqual(['NEW', `Kim ${lastName}`, 'Gelöschte Person', 'Gelöschte Person']);
  });

  it('is forgotten where they were before, too', async () => {
    const { body: ticket } = await colleague
      .post('/portal/tickets')
      .send({ subject: 'Seins', description: 'x' })
      .expect(201);
    await world.admin.put(`/staff/tickets/${ticket.id}/watchers/${contact.contactId}`).expect(204);
    await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ name: 'Notebook', userName: `Kim ${lastName}` })
      .expect(201);
    const { version } = await read(place());
    await world.admin
      .put(`${place()}/customer`)
      .set('if-match', `"${String(version)}"`)
      .send({ customerId: await addCustomer(world.admin, 'Nachher GmbH') })
      .expect(200);
    await erase();
    expect(await tablesWith(lastName)).toEqual(['audit_entries']);
    const { history } = await read(`/staff/tickets/${ticket.id}`);
    expect(history).toEqual(
      expect.arrayContaining([expect.objectContaining({ event: 'WATCHER_ADDED', to: 'Gelöschte Person' })]),
    );
  });

  it('comes back by nothing that staff do', async () => {
    const { version } = await read(place());
    const sent = [1, 2].map(() =>
      world.admin.put(`${place()}/erasure`).set('if-match', `"${String(version)}"`),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await erase(409)).body.code).toBe('contact.erased');
    await world.admin
      .patch(place())
      .set('if-match', `"${Number(version) + 1}"`)
      .send({ lastName: 'Wieder' })
      .expect(409);
    const access = await world.admin.put(`${place()}/portal-access`).send({ role: 'USER' }).expect(409);
    expect(access.body.code).toBe('contact.erased');
    const ticket = { subject: 'x', description: 'x', contactId: contact.contactId };
    await world.admin.post('/staff/tickets').send(ticket).expect(422);
  });

  it('is a matter of administrators of the tenant', async () => {
    const agent = await addAgent(world);
    await agent.get(`${place()}/erasure`).expect(403);
    await erase(403, agent);
    const stranger = await makeWorld();
    await stranger.admin.get(`${place()}/erasure`).expect(404);
    await erase(404, stranger.admin);
  });
});

describe('A contact who goes to another customer', () => {
  let world: World;
  let before: string;
  let after: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let colleague: Awaited<ReturnType<typeof addContact>>;

  beforeEach(async () => {
    world = await makeWorld();
    before = await addCustomer(world.admin, 'Vorher GmbH');
    after = await addCustomer(world.admin, 'Nachher GmbH');
    contact = await addContact(world, before, 'MAIN_USER', 'Wechsel');
    colleague = await addContact(world, before, 'USER', 'Bleibt');
  });

  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const place = (): string => `/staff/contacts/${contact.contactId}`;
  const move = async (body: object, status = 200, staff: Api = world.admin): Promise<Response> => {
    const { version } = await read(place());
    return staff
      .put(`${place()}/customer`)
      .set('if-match', `"${String(version)}"`)
      .send(body)
      .expect(status);
  };
  const ticketOf = async (person: Api, subject: string): Promise<string> =>
    (await person.post('/portal/tickets').send({ subject, description: 'x' }).expect(201)).body.id;

  it('leaves everything at the old one and sees none of it, and comes in with the password as before', async () => {
    const [own, watched] = [await ticketOf(contact, 'Eigenes'), await ticketOf(colleague, 'Fremdes')];
    await world.admin.put(`/staff/tickets/${watched}/watchers/${contact.contactId}`).expect(204);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
    await putIntoCart(contact, 'online-shop', article, 2);
    const { body: order } = await submitCart(contact, 'online-shop');
    await putIntoCart(contact, 'online-shop', article, 1);

    // What was to be said to them until now has been said.
    await jobsDone();
    const { body, headers } = await move({ customerId: after });
    expect(headers.etag).toBe(`"${String(body.version)}"`);
    expect(body).toMatchObject({ id: contact.contactId, customerId: after });
    await contact.get('/auth/me').expect(401);
    expect((await read(`/staff/customers/${after}/contacts`)).items).toMatchObject([
      { lastName: 'Wechsel', portalAccess: { state: 'ACTIVE', role: 'USER' } },
    ]);
    const { tenant } = world;
    const there = await Api.signIn({ tenant: tenant.slug, email: contact.email, password: PASSWORD });
    const me = (await there.get('/auth/me').expect(200)).body;
    expect(me.companies).toMatchObject([{ id: after, name: 'Nachher GmbH' }]);
    const mails = (await mailsTo(contact.email)).length;
    for (const id of [own, watched]) {
      await world.admin
        .post(`/staff/tickets/${id}/comments`)
        .send({ body: 'Wir schauen.', visibility: 'PUBLIC' })
        .expect(201);
      await there.get(`/portal/tickets/${id}`).expect(404);
    }
    await jobsDone();
    expect(await mailsTo(contact.email)).toHaveLength(mails);
    expect((await there.get('/portal/tickets?status=NEW,IN_PROGRESS').expect(200)).body.items).toEqual([]);
    expect((await there.get('/portal/overview').expect(200)).body).toMatchObject({
      running: 0,
      unread: 0,
      openOrders: 0,
      carts: { onlineShop: { lines: 0 } },
    });
    await there.get(`/portal/orders/${String(order.id)}`).expect(404);
    expect(await read(`/staff/tickets/${own}`)).toMatchObject({ customer: { id: before } });
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({ customer: { id: before } });
    expect((await read(`/staff/tickets/${watched}/watchers`)).items).toEqual([]);
    expect((await read(`/staff/audit-entries?objectId=${contact.contactId}`)).items[0]).toMatchObject({
      action: 'contact.moved',
      changes: { from: before, customerId: after, role: 'USER' },
    });
  });

  it('leaves tickets of which main users hear from now on, as nobody else would', async () => {
    const own = await ticketOf(contact, 'Eigenes');
    const chief = await addContact(world, before, 'MAIN_USER', 'Chefin');
    const answer = async (body: string): Promise<number> => {
      await world.admin
        .post(`/staff/tickets/${own}/comments`)
        .send({ body, visibility: 'PUBLIC' })
        .expect(201);
      await jobsDone();
      return (await mailsTo(chief.email)).length;
    };
    const mails = await answer('Wir schauen.');
    await move({ customerId: after });
    expect(await answer('Erledigt.')).toBe(mails + 1);
  });

  it('leaves orders and tickets that wait to main users', async () => {
    const chief = await addContact(world, before, 'MAIN_USER', 'Chefin');
    const waiting = async (): Promise<number> =>
      (await chief.get('/portal/overview').expect(200)).body.waitingForMe;
    const ticket = await ticketOf(contact, 'Welcher Drucker?');
    const { version } = await read(`/staff/tickets/${ticket}`);
    await world.admin
      .patch(`/staff/tickets/${ticket}`)
      .set('if-match', `"${String(version)}"`)
      .send({ status: 'WAITING_FOR_CUSTOMER' })
      .expect(200);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    await putIntoCart(
      contact,
      'online-shop',
      await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 }),
      1,
    );
    await submitCart(contact, 'online-shop');
    await jobsDone();
    expect(await waiting()).toBe(0);

    await move({ customerId: after });
    await jobsDone();
    const heard = (await mailsTo(chief.email)).length;
    await decide(world.admin, (await newestItem(world.admin, 'type=ORDER')).id, {
      decision: 'ACCEPTED',
    }).expect(200);
    await jobsDone();
    expect(await waiting()).toBe(1);
    expect(await mailsTo(chief.email)).toHaveLength(heard + 1);
  });

  it('watches no ticket there into which theirs is merged', async () => {
    const [own, other] = [await ticketOf(contact, 'Eigenes'), await ticketOf(colleague, 'Fremdes')];
    await move({ customerId: after });
    const [first, second] = [await read(`/staff/tickets/${other}`), await read(`/staff/tickets/${own}`)];
    await world.admin
      .put(`/staff/tickets/${other}/merged/${own}`)
      .set('if-match', `"${String(first.version)}"`)
      .send({ version: second.version })
      .expect(200);
    expect((await read(`/staff/tickets/${other}/watchers`)).items).toEqual([]);
  });

  it('gets another role only where staff say so, and access again from a customer in the archive', async () => {
    const { version } = await read(`/staff/customers/${before}`);
    await world.admin
      .put(`/staff/customers/${before}/archival`)
      .set('if-match', `"${String(version)}"`)
      .expect(200);
    await move({ customerId: after, role: 'MAIN_USER' });
    const login = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
    const me = (await (await Api.signIn(login)).get('/auth/me').expect(200)).body;
    expect(me.capabilities).toContain('TICKETS_OF_COMPANY');
    expect((await move({ customerId: before }, 409)).body.code).toBe('customer.archived');
  });

  it('goes to no customer of another tenant, and once where two send it at once', async () => {
    const stranger = await makeWorld();
    const foreign = await addCustomer(stranger.admin, 'Fremd GmbH');
    const { body } = await move({ customerId: foreign }, 422);
    expect(body).toMatchObject({ code: 'contact.customer-unknown', errors: [{ pointer: '/customerId' }] });
    await move({ customerId: after }, 404, stranger.admin);
    const { version } = await read(place());
    const sent = [1, 2].map(() =>
      world.admin
        .put(`${place()}/customer`)
        .set('if-match', `"${String(version)}"`)
        .send({ customerId: after }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 412]);
    const third = await addCustomer(world.admin, 'Dritte GmbH');
    await move({ customerId: third }, 200, await addAgent(world));
  });
});
