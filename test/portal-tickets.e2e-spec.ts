import type { Api } from './support/api';
import { mailsTo, newestMail } from './support/mailbox';
import { addCategory, addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, type World } from './support/world';

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

  interface Seen {
    id: string;
    number: string;
    status: string;
    updatedAt: string;
  }

  async function create(by: Api, subject = 'Anfrage', description = 'Bitte helfen Sie.'): Promise<Seen> {
    return (await by.post('/portal/tickets').send({ subject, description }).expect(201)).body;
  }

  async function read(
    by: Api,
    id: string,
  ): Promise<Seen & { contact: unknown; history: { event: string }[] }> {
    return (await by.get(`/portal/tickets/${id}`).expect(200)).body;
  }

  async function idsOf(by: Api, query = ''): Promise<string[]> {
    const { body } = await by.get(`/portal/tickets?limit=100&${query}`).expect(200);
    return body.items.map(({ id }: Seen) => id);
  }

  async function patch(id: string, changes: object): Promise<void> {
    const { body } = await agent.get(`/staff/tickets/${id}`).expect(200);
    await agent.patch(`/staff/tickets/${id}`).set('if-match', `"${body.version}"`).send(changes).expect(200);
  }

  const comment = (id: string, body: string, visibility: string): Promise<unknown> =>
    agent.post(`/staff/tickets/${id}/comments`).send({ body, visibility }).expect(201);

  it('takes tenant, customer and contact from the caller, and no internal values from the body', async () => {
    const ticket = await read(user, (await create(user)).id);
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
    const before = await create(married);
    const { body } = await agent.get(`/staff/contacts/${married.contactId}`).expect(200);
    const changes = agent.patch(`/staff/contacts/${married.contactId}`).set('if-match', `"${body.version}"`);
    await changes.send({ lastName: 'Verheiratet' }).expect(200);
    const contact = { id: married.contactId, name: 'Kim Verheiratet' };
    for (const id of [before.id, (await create(married)).id]) {
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
    expect((await newestMail(user.email)).subject).toContain(body.number);
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
    const [ofMain, ofUser] = [await create(mainUser), await create(user)];
    const { body: ofCompany } = await agent
      .post('/staff/tickets')
      .send({ customerId, subject: 'Wartung', description: 'Jährlich' })
      .expect(201);
    const all = [ofMain.id, ofUser.id, ofCompany.id];
    expect(await idsOf(mainUser)).toEqual(expect.arrayContaining(all));
    expect(await idsOf(mainUser, 'mine=true')).not.toContain(ofUser.id);
    const own = await idsOf(user);
    expect(own).toContain(ofUser.id);
    expect(own).not.toContain(ofMain.id);
    expect(own).not.toContain(ofCompany.id);
    expect(await idsOf(stranger)).toEqual([]);
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
    const { id } = await create(leaving, 'Bleibt sichtbar');
    await world.admin.delete(`/staff/contacts/${leaving.contactId}/portal-access`).expect(204);
    await leaving.get(`/portal/tickets/${id}`).expect(401);
    expect((await read(mainUser, id)).contact).toEqual({ id: leaving.contactId, name: 'Kim Weg' });
    expect(await idsOf(mainUser)).toContain(id);
  });

  it('tells contacts nothing of what happens inside', async () => {
    const before = await read(user, (await create(user, 'Geheimprobe')).id);
    const { id } = before;
    const neighbour = await create(user, 'Nachbar');
    await comment(id, 'Vorsicht, schwieriger Kunde: Zwetschgenkompott', 'INTERNAL');
    await agent
      .post(`/staff/tickets/${id}/attachments`)
      .field('visibility', 'INTERNAL')
      .attach('file', Buffer.from('geheim'), 'geheim.txt')
      .expect(201);
    const { body: me } = await agent.get('/auth/me').expect(200);
    await patch(id, {
      priority: 'URGENT',
      categoryId: await addCategory(world.admin, 'Eskaliert', { shownToCustomers: false }),
      assigneeId: me.id,
    });
    expect(await read(user, id)).toEqual(before);
    const { body: comments } = await user.get(`/portal/tickets/${id}/comments?count=true`).expect(200);
    expect(comments).toEqual({ items: [], totalCount: 0 });
    for (const contact of [user, mainUser]) {
      expect(await idsOf(contact, 'search=Zwetschgenkompott')).toEqual([]);
      const order = await idsOf(contact);
      expect(order.indexOf(neighbour.id)).toBeLessThan(order.indexOf(id));
    }
    const { body: found } = await agent.get('/staff/tickets?search=Zwetschgenkompott').expect(200);
    expect(found.items.map((ticket: Seen) => ticket.id)).toEqual([id]);
    await jobsDone();
    const mails = [...(await mailsTo(user.email)), ...(await mailsTo(mainUser.email))];
    expect(mails.filter(({ text }) => text.includes('Zwetschgenkompott'))).toEqual([]);
  });

  it('lists what is running, unless asked otherwise', async () => {
    const [running, resolved, closed] = [await create(user), await create(user), await create(user)];
    await patch(resolved.id, { status: 'RESOLVED' });
    await patch(closed.id, { status: 'CLOSED' });
    const byDefault = await idsOf(user);
    expect(byDefault).toContain(running.id);
    expect(byDefault).not.toContain(resolved.id);
    expect(byDefault).not.toContain(closed.id);
    expect(await idsOf(user, 'status=RESOLVED,CLOSED')).toEqual([closed.id, resolved.id]);
    await user.get('/portal/tickets?status=OPEN').expect(422);
    await user.get('/portal/tickets?priority=HIGH').expect(422);
    await user.get('/portal/tickets?sort=priority').expect(422);
  });

  it('pages without losing or repeating anything', async () => {
    const pager = await addContact(world, customerId, 'USER', 'Blatt');
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await create(pager, `Seite ${i}`)).id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await pager.get(`/portal/tickets?limit=2${cursor}`).expect(200);
      seen.push(...body.items.map(({ id }: Seen) => id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(made);
    expect(await idsOf(pager, 'sort=createdAt')).toEqual([...made].reverse());
  });

  it('finds German words by their stem, the last one unfinished, and numbers', async () => {
    const ticket = await create(
      user,
      'Ausfall des Druckers im Lager',
      'Die Tintenpatronen sind eingetrocknet.',
    );
    await patch(ticket.id, { status: 'CLOSED' });
    const sequence = Number(ticket.number.slice(7));
    const year = ticket.number.slice(2, 6);
    const wanted = [
      'Drucker',
      'lager druckers',
      'Tintenpatrone',
      'eingetrock',
      '"Ausfall des Druckers"',
      ticket.number,
      `[${ticket.number}]`,
      `#${ticket.number}`,
      `${ticket.number}:`,
      `Ticket ${ticket.number}`,
      `AW: [${ticket.number}] Quarkspeise`,
      `#${sequence}`,
      `${year}-${sequence}`,
      String(sequence),
    ];
    for (const search of wanted) {
      expect([search, await idsOf(user, `search=${encodeURIComponent(search)}`)]).toEqual([
        search,
        expect.arrayContaining([ticket.id]),
      ]);
      expect(await idsOf(stranger, `search=${encodeURIComponent(search)}`)).toEqual([]);
    }
    expect(await idsOf(user, 'search=Drucker%20-Lager')).not.toContain(ticket.id);
    expect(await idsOf(user, 'search=1999-1')).toEqual([]);
    await agent
      .post(`/staff/tickets/${(await create(user, 'Noch etwas')).id}/comments`)
      .send({ body: 'Es lag am Quittenbrot.', visibility: 'PUBLIC' })
      .expect(201);
    expect(await idsOf(user, 'search=Quittenbrot')).toHaveLength(1);
  });

  it('finds words beside whatever else a text is made of', async () => {
    const odd = [
      `C:\\Temp\\'neu'`,
      `O'Neill "\\'"`,
      ...[2_000, 2_046, 2_047].map((n) => `ü${'x'.repeat(n - 2)}`),
    ];
    for (const [index, text] of odd.entries()) {
      const { id } = await create(user, `Rhabarber${index}`, `${text} Mirabellen ${text}`);
      expect(await idsOf(user, `search=Rhabarber${index} Mirabellen`)).toEqual([id]);
    }
    expect(await idsOf(user, "search=O'Neill")).toHaveLength(1);
    expect(await idsOf(user, `search=${encodeURIComponent('C:\\Temp')}`)).toHaveLength(1);
  });

  it('takes as many different words as fit', async () => {
    const { id } = await create(user, 'Zeichensalat');
    // Different words of two letters of four bytes: nothing takes more room in the search.
    const letter = (index: number): string => String.fromCodePoint(0x20000 + index);
    const wordAt = (index: number): string => letter(index % 40_000) + letter(Math.floor(index / 40_000));
    for (let from = 0; from < 66_000; from += 6_600) {
      const body = Array.from({ length: 6_600 }, (_, index) => wordAt(from + index)).join(' ');
      await user.post(`/portal/tickets/${id}/comments`).send({ body }).expect(201);
    }
    expect(await idsOf(user, 'search=Zeichensalat')).toEqual([id]);
  });

  it.each([
    "'; DROP TABLE tickets; --",
    '\\',
    ':*',
    '"',
    '-',
    '!!',
    '&|<->',
    'the',
    '%',
    "''",
    '𝕏 😀',
    '(((',
  ])('survives a search for %j', async (search) => {
    await user.get(`/portal/tickets?count=true&search=${encodeURIComponent(search)}`).expect(200);
  });

  it('goes back to work when the customer answers', async () => {
    const { id } = await create(user);
    for (const status of ['WAITING_FOR_CUSTOMER', 'RESOLVED']) {
      await patch(id, { status });
      await user.post(`/portal/tickets/${id}/comments`).send({ body: 'Hier die Antwort.' }).expect(201);
      expect((await read(user, id)).status).toBe('IN_PROGRESS');
    }
    await patch(id, { status: 'CLOSED' });
    const { body } = await user.post(`/portal/tickets/${id}/comments`).send({ body: 'Halt!' }).expect(409);
    expect(body.code).toBe('ticket.closed');
    await user
      .post(`/portal/tickets/${id}/attachments`)
      .attach('file', Buffer.from('x'), 'x.txt')
      .expect(409);
  });

  it('is closed and reopened by contacts, once or twice, where the settings let them', async () => {
    const { id } = await create(user);
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
    expect(await idsOf(user, 'search=Genau%20einmal')).toEqual([first.body.id]);
  });

  it('mails receipt, replies and decisions to those whom they concern', async () => {
    const ticket = await create(user, 'Postprobe');
    const receipt = await newestMail(user.email, { subject: 'Postprobe' });
    expect(receipt.subject).toBe(`[${ticket.number}] Postprobe`);
    expect(receipt.text).toContain(`/tickets/${ticket.id}`);
    await comment(ticket.id, 'Wir schicken einen Techniker.', 'PUBLIC');
    const reply = await newestMail(user.email, { subject: 'Postprobe', after: receipt });
    expect(reply.text).toContain('Wir schicken einen Techniker.');
    await patch(ticket.id, { status: 'WAITING_FOR_CUSTOMER' });
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
