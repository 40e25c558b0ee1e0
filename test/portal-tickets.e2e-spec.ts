import type { Api } from './support/api';
import { mailsTo, newestMail } from './support/mailbox';
import { addCategory, addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, type World } from './support/world';
import { changeTicket, createTicket, listedIds, type Seen } from './support/portal-tickets';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('Tickets in the portal', () => {
  let world: World;
  let agent: Api;
  let customerId: string;
  let mainUser: Contact;
  let user: Contact;
  let stranger: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER', 'Haupt');
    user = await addContact(world, customerId, 'USER', 'Nutzer');
    stranger = await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'MAIN_USER', 'Fremd');
  });

  async function read(
    by: Api,
    id: string,
  ): Promise<Seen & { contact: unknown; history: { event: string }[] }> {
    return (await by.get(`/portal/tickets/${id}`).expect(200)).body;
  }

  const comment = (id: string, body: string, visibility: string): Promise<unknown> =>
    agent.post(`/staff/tickets/${id}/comments`).send({ body, visibility }).expect(201);

  it('takes tenant, customer and contact from the caller, and no internal values from the body', async () => {
    const ticket = await read(user, (await createTicket(user)).id);
    expect(ticket).toMatchObject({ status: 'NEW', contact: { id: user.contactId, name: 'Kim Nutzer' } });
    expect(ticket.number).toMatch(/^T-\d{4}-\d{6,}$/);
    for (const field of ['status', 'number', 'customerId', 'category', 'assigneeId']) {
      const { body } = await user
        .post('/portal/tickets')
        .send({ subject: 'x', description: 'y', [field]: 'CLOSED' })
        .expect(422);
      expect(body.errors[0]).toMatchObject({ pointer: `/${field}`, code: 'unknown-field' });
    }
  });

  it('shows the contact under the name that staff have given them last, to themselves as to everybody', async () => {
    const married = await addContact(world, customerId, 'USER', 'Ledig');
    const before = await createTicket(married);
    const { body } = await agent.get(`/staff/contacts/${married.contactId}`).expect(200);
    const changes = agent.patch(`/staff/contacts/${married.contactId}`).set('if-match', `"${body.version}"`);
    await changes.send({ lastName: 'Verheiratet' }).expect(200);
    const contact = { id: married.contactId, name: 'Kim Verheiratet' };
    for (const id of [before.id, (await createTicket(married)).id]) {
      expect(await read(married, id)).toMatchObject({ contact });
      expect(await read(mainUser, id)).toMatchObject({ contact });
    }
  });

  it('lets main users record for a colleague, whose ticket it then is, and nobody else', async () => {
    const ticket = { subject: 'Neuer Monitor', description: 'Für die Kollegin.' };
    const { body } = await mainUser
      .post('/portal/tickets')
      .send({ ...ticket, contactId: user.contactId })
      .expect(201);
    const { body: list } = await user.get('/portal/tickets?search=Monitor').expect(200);
    expect(list.items).toMatchObject([{ id: body.id, unread: true }]);
    const seen = await read(user, body.id);
    expect(seen).toMatchObject({
      contact: { id: user.contactId },
      history: [{ event: 'CREATED', actor: { name: 'Kim Haupt' } }],
    });
    await jobsDone();
    const receipt = await newestMail(user.email);
    expect(receipt.subject).toContain(body.number);
    expect(receipt.text).toContain('Erfasst von: Kim Haupt');
    expect((await mailsTo(mainUser.email)).filter(({ subject }) => subject.includes(body.number))).toEqual(
      [],
    );

    const invited = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Ohne', lastName: 'Zugang', email: 'ohne@zugang.example' })
      .expect(201);
    for (const [by, contactId, code] of [
      [user, mainUser.contactId, 'ticket.only-for-oneself'],
      [mainUser, stranger.contactId, 'ticket.colleague-unknown'],
      [mainUser, invited.body.id, 'ticket.colleague-unknown'],
    ] as const) {
      const refused = await by
        .post('/portal/tickets')
        .send({ ...ticket, contactId })
        .expect(422);
      expect(refused.body).toMatchObject({ code, errors: [{ pointer: '/contactId' }] });
    }
    await user
      .post('/portal/tickets')
      .send({ ...ticket, contactId: user.contactId })
      .expect(201);
  });

  it('shows main users the company, users their own, strangers nothing', async () => {
    const [ofMain, ofUser] = [await createTicket(mainUser), await createTicket(user)];
    const { body: ofCompany } = await agent
      .post('/staff/tickets')
      .send({ customerId, subject: 'Wartung', description: 'Jährlich' })
      .expect(201);
    const all = [ofMain.id, ofUser.id, ofCompany.id];
    expect(await listedIds(mainUser)).toEqual(expect.arrayContaining(all));
    expect(await listedIds(mainUser, 'mine=true')).not.toContain(ofUser.id);
    const own = await listedIds(user);
    expect(own).toContain(ofUser.id);
    expect(own).not.toContain(ofMain.id);
    expect(own).not.toContain(ofCompany.id);
    expect(await listedIds(stranger)).toEqual([]);
    for (const id of [ofMain.id, ofCompany.id]) await user.get(`/portal/tickets/${id}`).expect(404);
    for (const id of all) {
      await stranger.get(`/portal/tickets/${id}`).expect(404);
      await stranger.get(`/portal/tickets/${id}/comments`).expect(404);
      await stranger.post(`/portal/tickets/${id}/comments`).send({ body: 'Hallo' }).expect(404);
      await stranger.put(`/portal/tickets/${id}/closure`).expect(404);
    }
    const { body } = await user.get('/portal/tickets?count=true&limit=1').expect(200);
    expect(body.totalCount).toBe(own.length);
  });

  it('keeps what a deactivated contact asked for', async () => {
    const leaving = await addContact(world, customerId, 'USER', 'Weg');
    const { id } = await createTicket(leaving, 'Bleibt sichtbar');
    await world.admin.delete(`/staff/contacts/${leaving.contactId}/portal-access`).expect(204);
    await leaving.get(`/portal/tickets/${id}`).expect(401);
    expect((await read(mainUser, id)).contact).toEqual({ id: leaving.contactId, name: 'Kim Weg' });
    expect(await listedIds(mainUser)).toContain(id);
  });

  it('tells contacts nothing of what happens inside', async () => {
    const before = await read(user, (await createTicket(user, 'Geheimprobe')).id);
    const { id } = before;
    const neighbour = await createTicket(user, 'Nachbar');
    await comment(id, 'Vorsicht, schwieriger Kunde: Zwetschgenkompott', 'INTERNAL');
    await agent
      .post(`/staff/tickets/${id}/attachments`)
      .field('visibility', 'INTERNAL')
      .attach('file', Buffer.from('geheim'), 'geheim.txt')
      .expect(201);
    const { body: me } = await agent.get('/auth/me').expect(200);
    await changeTicket(agent, id, {
      priority: 'URGENT',
      categoryId: await addCategory(world.admin, 'Eskaliert', { shownToCustomers: false }),
      assigneeId: me.id,
    });
    expect(await read(user, id)).toEqual(before);
    const { body: comments } = await user.get(`/portal/tickets/${id}/comments?count=true`).expect(200);
    expect(comments).toEqual({ items: [], totalCount: 0 });
    for (const contact of [user, mainUser]) {
      expect(await listedIds(contact, 'search=Zwetschgenkompott')).toEqual([]);
      const order = await listedIds(contact);
      expect(order.indexOf(neighbour.id)).toBeLessThan(order.indexOf(id));
    }
    const { body: found } = await agent.get('/staff/tickets?search=Zwetschgenkompott').expect(200);
    expect(found.items.map((ticket: Seen) => ticket.id)).toEqual([id]);
    await jobsDone();
    const mails = [...(await mailsTo(user.email)), ...(await mailsTo(mainUser.email))];
    expect(mails.filter(({ text }) => text.includes('Zwetschgenkompott'))).toEqual([]);
  });

  it('goes back to work when the customer answers', async () => {
    const { id } = await createTicket(user);
    for (const status of ['WAITING_FOR_CUSTOMER', 'RESOLVED']) {
      await changeTicket(agent, id, { status });
      await user.post(`/portal/tickets/${id}/comments`).send({ body: 'Hier die Antwort.' }).expect(201);
      expect((await read(user, id)).status).toBe('IN_PROGRESS');
    }
    await changeTicket(agent, id, { status: 'CLOSED' });
    const { body } = await user.post(`/portal/tickets/${id}/comments`).send({ body: 'Halt!' }).expect(409);
    expect(body.code).toBe('ticket.closed');
    await user
      .post(`/portal/tickets/${id}/attachments`)
      .attach('file', Buffer.from('x'), 'x.txt')
      .expect(409);
  });

  it('is closed and reopened by contacts, once or twice, where the settings let them', async () => {
    const { id } = await createTicket(user);
    for (let i = 0; i < 2; i++) await mainUser.put(`/portal/tickets/${id}/closure`).expect(204);
    const closed = await read(user, id);
    expect(closed).toMatchObject({ status: 'CLOSED', closedAt: expect.any(String) });
    expect(closed.history.map(({ event }) => event)).toEqual(['CREATED', 'CLOSED']);
    for (let i = 0; i < 2; i++) await user.delete(`/portal/tickets/${id}/closure`).expect(204);
    expect(await read(user, id)).toMatchObject({ status: 'IN_PROGRESS', closedAt: null });

    const settings = await world.admin.get('/staff/settings').expect(200);
    await world.admin
      .patch('/staff/settings')
      .set('if-match', settings.headers.etag!)
      .send({ contactsMayCloseTickets: false })
      .expect(200);
    const { body } = await user.put(`/portal/tickets/${id}/closure`).expect(403);
    expect(body.code).toBe('ticket.closing-not-allowed');
    await user.delete(`/portal/tickets/${id}/closure`).expect(403);
  });

  it('is made once, however often the same request comes', async () => {
    const body = { subject: 'Einmal', description: 'Genau einmal' };
    const send = () => user.post('/portal/tickets').set('idempotency-key', 'k-1').send(body).expect(201);
    const first = await send();
    expect((await send()).body).toEqual(first.body);
    const { body: again } = await user
      .post('/portal/tickets')
      .set('idempotency-key', 'k-1')
      .send({ ...body, subject: 'Zweimal' })
      .expect(422);
    expect(again.code).toBe('idempotency-key.reused');
    expect(await listedIds(user, 'search=Genau%20einmal')).toEqual([first.body.id]);
  });

  it('mails receipt, replies and decisions to those whom they concern', async () => {
    const ticket = await createTicket(user, 'Postprobe');
    const receipt = await newestMail(user.email, { subject: 'Postprobe' });
    expect(receipt.subject).toBe(`[${ticket.number}] Postprobe`);
    expect(receipt.text).toContain(`/tickets/${ticket.id}`);
    expect(receipt.text).not.toContain('Erfasst von');
    await comment(ticket.id, 'Wir schicken einen Techniker.', 'PUBLIC');
    const reply = await newestMail(user.email, { subject: 'Postprobe', after: receipt });
    expect(reply.text).toContain('Wir schicken einen Techniker.');
    await changeTicket(agent, ticket.id, { status: 'WAITING_FOR_CUSTOMER' });
    const status = await newestMail(user.email, { subject: 'Postprobe', after: reply });
    expect(status.text).toContain('Wartet auf Ihre Antwort');
    await user.post(`/portal/tickets/${ticket.id}/comments`).send({ body: 'Danke!' }).expect(201);
    await jobsDone();
    expect((await mailsTo(user.email)).filter(({ text }) => text.includes('Danke!'))).toEqual([]);
    expect((await mailsTo(user.email)).filter(({ subject }) => subject.includes('Postprobe'))).toHaveLength(
      3,
    );
    // It is not the main user's, and they have not asked for more.
    for (const { email } of [mainUser, stranger]) {
      expect((await mailsTo(email)).filter(({ subject }) => subject.includes('Postprobe'))).toEqual([]);
    }
  });
});
