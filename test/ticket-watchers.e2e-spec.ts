import type { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { mailsTo } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('Watchers of a ticket', () => {
  let world: World;
  let agent: Api;
  let customerId: string;
  let mainUser: Contact;
  let owner: Contact;
  let watcher: Contact;
  let stranger: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER', 'Haupt');
    owner = await addContact(world, customerId, 'USER', 'Eigen');
    watcher = await addContact(world, customerId, 'USER', 'Mitleser');
    stranger = await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'USER', 'Fremd');
  });

  async function ticketOf(by: Api, subject = 'Drucker streikt'): Promise<string> {
    const ticket = { subject, description: 'Er druckt nicht.' };
    return String((await by.post('/portal/tickets').send(ticket).expect(201)).body.id);
  }

  const pathOf = (id: string, contact = watcher): string => `/tickets/${id}/watchers/${contact.contactId}`;

  async function watched(): Promise<string> {
    const id = await ticketOf(owner);
    await owner.put(`/portal${pathOf(id)}`).expect(204);
    return id;
  }

  const answer = (id: string, body = 'Wir kümmern uns.'): Promise<unknown> =>
    agent.post(`/staff/tickets/${id}/comments`).send({ body, visibility: 'PUBLIC' }).expect(201);

  async function listed(by: Api, query = ''): Promise<{ id: string; unread: boolean }[]> {
    const { body } = await by.get(`/portal/tickets?limit=100&${query}`).expect(200);
    return body.items;
  }

  const idsOf = async (by: Api, query = ''): Promise<string[]> =>
    (await listed(by, query)).map(({ id }) => id);

  it('see it everywhere from the moment they are added, until they are removed', async () => {
    const word = `Zylinder${Date.now()}`;
    const id = await ticketOf(owner, word);
    const file = await owner
      .post(`/portal/tickets/${id}/attachments`)
      .attach('file', Buffer.from('E-42'), 'fehler.txt')
      .expect(201);
    const before = (await watcher.get('/portal/overview').expect(200)).body;
    const paths = [
      `/portal/tickets/${id}`,
      `/portal/tickets/${id}/comments`,
      `/portal/tickets/${id}/watchers`,
      `/portal/tickets/${id}/attachments/${file.body.id}`,
    ];
    for (const path of paths) await watcher.get(path).expect(404);
    await owner.put(`/portal${pathOf(id)}`).expect(204);
    await owner.put(`/portal${pathOf(id)}`).expect(204);
    expect((await watcher.get('/portal/overview').expect(200)).body).toMatchObject({
      running: Number(before.running) + 1,
      unread: Number(before.unread) + 1,
      waitingForMe: before.waitingForMe,
    });
    expect(await listed(watcher)).toContainEqual(expect.objectContaining({ id, unread: true }));
    expect(await idsOf(watcher, `search=${word}`)).toEqual([id]);
    expect(await idsOf(watcher, 'mine=true')).not.toContain(id);
    for (const path of paths) await watcher.get(path).expect(200);
    expect(await listed(watcher)).toContainEqual(expect.objectContaining({ id, unread: false }));
    await watcher.post(`/portal/tickets/${id}/comments`).send({ body: 'Bei mir auch.' }).expect(201);
    const { body } = await owner.get(`/portal/tickets/${id}/watchers`).expect(200);
    expect(body).toEqual({ items: [{ id: watcher.contactId, name: 'Kim Mitleser' }] });

    await answer(id);
    await owner.delete(`/portal${pathOf(id)}`).expect(204);
    for (const path of paths) await watcher.get(path).expect(404);
    await watcher.post(`/portal/tickets/${id}/comments`).send({ body: 'Hallo?' }).expect(404);
    expect(await idsOf(watcher)).not.toContain(id);
    expect(await idsOf(watcher, `search=${word}`)).toEqual([]);
    expect((await watcher.get('/portal/overview').expect(200)).body.unread).toBe(before.unread);
    expect((await owner.get(`/portal/tickets/${id}`).expect(200)).body.history).toMatchObject([
      { event: 'CREATED' },
      { event: 'WATCHER_ADDED', actor: { name: 'Kim Eigen' }, from: null, to: 'Kim Mitleser' },
      { event: 'STATUS_CHANGED' },
      { event: 'WATCHER_REMOVED', actor: { name: 'Kim Eigen' }, from: 'Kim Mitleser', to: null },
    ]);
  });

  it('list it among their own, page by page, in one order', async () => {
    const person = await addContact(world, customerId, 'USER', 'Blättern');
    const expected: string[] = [];
    for (const own of [true, false, true, false, false, true, false]) {
      const id = await ticketOf(own ? person : owner);
      if (!own) await owner.put(`/portal${pathOf(id, person)}`).expect(204);
      expected.push(id);
    }
    for (const [sort, order] of [
      ['createdAt', expected],
      ['-createdAt', [...expected].reverse()],
      ['-updatedAt', [...expected].reverse()],
    ] as const) {
      const found: string[] = [];
      let cursor = '';
      do {
        const { body } = await person
          .get(`/portal/tickets?limit=2&count=true&sort=${sort}${cursor && `&cursor=${cursor}`}`)
          .expect(200);
        expect(body.totalCount).toBe(expected.length);
        found.push(...body.items.map((item: { id: string }) => item.id));
        cursor = body.nextCursor ?? '';
      } while (cursor);
      expect(found).toEqual(order);
    }
  });

  it('are added by its owner, main users and staff alone, and may leave', async () => {
    const id = await watched();
    const other = await addContact(world, customerId, 'USER', 'Dritte');
    await other.put(`/portal${pathOf(id, other)}`).expect(404);
    for (const refused of [
      await watcher.put(`/portal${pathOf(id, other)}`).expect(403),
      await watcher.put(`/portal/tickets/${id}/closure`).expect(403),
    ])
      expect(refused.body.code).toBe('ticket.not-own');
    await mainUser.put(`/portal${pathOf(id, other)}`).expect(204);
    const refused = await watcher.delete(`/portal${pathOf(id, other)}`).expect(403);
    expect(refused.body.code).toBe('ticket.not-own');
    await agent.delete(`/staff${pathOf(id, other)}`).expect(204);
    await agent.delete(`/staff${pathOf(id, other)}`).expect(404);
    await agent.put(`/staff${pathOf(id, other)}`).expect(204);
    expect((await agent.get(`/staff/tickets/${id}/watchers`).expect(200)).body.items).toHaveLength(2);
    await watcher.delete(`/portal${pathOf(id)}`).expect(204);
    await watcher.get(`/portal/tickets/${id}`).expect(404);
  });

  it('are active contacts of the same company', async () => {
    const id = await ticketOf(owner);
    await owner.put(`/portal${pathOf(id, stranger)}`).expect(404);
    await agent.put(`/staff${pathOf(id, stranger)}`).expect(404);
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Olaf', lastName: 'Ohnezugang', email: `olaf-${Date.now()}@example.com` })
      .expect(201);
    const refused = await owner.put(`/portal/tickets/${id}/watchers/${body.id}`).expect(409);
    expect(refused.body.code).toBe('ticket.watcher-without-access');
    await owner.put(`/portal${pathOf(id, owner)}`).expect(204);
    expect((await owner.get(`/portal/tickets/${id}/watchers`).expect(200)).body.items).toEqual([]);
  });

  it('get the mails that its contact gets, but none of what is internal or after they are removed', async () => {
    const id = await watched();
    await answer(id, 'Öffentlich');
    await agent
      .post(`/staff/tickets/${id}/comments`)
      .send({ body: 'Intern', visibility: 'INTERNAL' })
      .expect(201);
    await jobsDone();
    const about = async (contact: Contact): Promise<string[]> =>
      (await mailsTo(contact.email)).filter(({ text }) => text.includes(id)).map(({ text }) => text);
    const mails = await about(watcher);
    expect(mails).toEqual([expect.stringContaining('Öffentlich')]);
    await owner.delete(`/portal${pathOf(id)}`).expect(204);
    await answer(id, 'Später');
    await jobsDone();
    expect(await about(watcher)).toHaveLength(1);
    expect(await about(owner)).toContainEqual(expect.stringContaining('Später'));
  });

  it('learn of it live, until they are removed', async () => {
    const stream = await EventStream.open(watcher, '/portal/events');
    try {
      const id = await ticketOf(owner);
      // Who watches by the time that it is told would hear of this, too.
      await jobsDone();
      await owner.put(`/portal${pathOf(id)}`).expect(204);
      await stream.until(() => stream.about(id).includes('ticket.changed'));
      await owner.delete(`/portal${pathOf(id)}`).expect(204);
      // Of the removal itself they hear: what they have on the screen goes.
      await stream.until(() => stream.about(id).length > 1);
      await answer(id);
      await jobsDone();
      const own = await ticketOf(watcher);
      await stream.until(() => stream.about(own).length > 0);
      expect(stream.about(id)).toEqual(['ticket.changed', 'ticket.changed']);
    } finally {
      stream.close();
    }
  });

  describe('when two tickets become one', () => {
    type Body = Readonly<Record<string, unknown>>;
    interface Version {
      readonly version: number;
    }

    const read = async (by: Api, id: string, audience: 'portal' | 'staff' = 'portal') =>
      (await by.get(`/${audience}/tickets/${id}`).expect(200)).body;
    const bodiesAt = async (
      by: Api,
      id: string,
      audience: 'portal' | 'staff' = 'portal',
    ): Promise<string[]> =>
      (await by.get(`/${audience}/tickets/${id}/comments`).expect(200)).body.items.map(
        ({ body }: { body: string }) => body,
      );
    const ask = (first: Version & Body, second: Version & Body) =>
      agent
        .put(`/staff/tickets/${String(first.id)}/merged/${String(second.id)}`)
        .set('If-Match', `"${first.version}"`)
        .send({ version: second.version });
    async function merge(firstId: string, secondId: string, status = 200) {
      return (
        await ask(await read(agent, firstId, 'staff'), await read(agent, secondId, 'staff')).expect(status)
      ).body;
    }
    const note = (id: string, body: string): Promise<unknown> =>
      agent.post(`/staff/tickets/${id}/comments`).send({ body, visibility: 'INTERNAL' }).expect(201);
    const attach = async (by: Api, id: string): Promise<string> =>
      (
        await by
          .post(`/portal/tickets/${id}/attachments`)
          .attach('file', Buffer.from('E-43'), 'zweite.txt')
          .expect(201)
      ).body.id;

    it('shows both conversations and files in the one that goes on, internal ones to staff', async () => {
      const first = await ticketOf(owner, 'Drucker druckt nicht');
      const second = await ticketOf(owner, 'Drucker druckt immer noch nicht');
      await answer(first, 'Erste Antwort');
      await answer(second, 'Zweite Antwort');
      await note(second, 'Intern am zweiten');
      const file = await attach(owner, second);
      const merged = await merge(first, second);
      expect(merged).toMatchObject({
        id: first,
        mergedInto: null,
        merged: [
          {
            id: second,
            subject: 'Drucker druckt immer noch nicht',
            author: { kind: 'CONTACT', name: 'Kim Eigen' },
          },
        ],
        attachments: [{ id: file, ticketId: second }],
      });
      expect(merged.history.at(-1)).toMatchObject({ event: 'MERGED', to: merged.merged[0].number });
      expect(await bodiesAt(agent, first, 'staff')).toEqual([
        'Erste Antwort',
        'Zweite Antwort',
        'Intern am zweiten',
      ]);
      expect(await bodiesAt(owner, first)).toEqual(['Erste Antwort', 'Zweite Antwort']);
      await owner.get(`/portal/tickets/${first}/attachments/${file}`).expect(200);
      const ended = await read(owner, second);
      expect(ended).toMatchObject({
        status: 'CLOSED',
        mergedInto: { id: first, number: merged.number },
        merged: [],
      });
      expect(ended.history.at(-1)).toMatchObject({ event: 'MERGED_INTO', to: merged.number });
      expect((await owner.get(`/portal/tickets/${first}`)).body.history).not.toContainEqual(
        expect.objectContaining({ event: 'MERGED' }),
      );
    });

    it('lets the people of the second follow the first, and shows nobody what they could not see before', async () => {
      const first = await ticketOf(owner, 'Netz weg');
      const second = await ticketOf(watcher, 'WLAN weg');
      const third = await addContact(world, customerId, 'USER', 'Mitwisser');
      await watcher.put(`/portal${pathOf(second, third)}`).expect(204);
      await answer(second, 'Nur für die vom zweiten');
      const file = await attach(watcher, second);
      await merge(first, second);
      await answer(first, 'Für alle');
      await jobsDone();
      for (const person of [watcher, third, mainUser]) {
        expect(await bodiesAt(person, first)).toEqual(['Nur für die vom zweiten', 'Für alle']);
        expect(await read(person, second)).toMatchObject({ mergedInto: { id: first } });
        await person.get(`/portal/tickets/${first}/attachments/${file}`).expect(200);
      }
      expect(await bodiesAt(owner, first)).toEqual(['Für alle']);
      expect(await read(owner, first)).toMatchObject({ merged: [], attachments: [] });
      await owner.get(`/portal/tickets/${first}/attachments/${file}`).expect(404);
      await owner.get(`/portal/tickets/${second}`).expect(404);
      // Who is taken out of the first afterwards is not led there any more.
      await owner.delete(`/portal${pathOf(first)}`).expect(204);
      expect(await read(watcher, second)).toMatchObject({ mergedInto: null });
    });

    it('tells whose the second was where it goes on, in a mail that belongs to both conversations', async () => {
      const first = await ticketOf(owner, 'Beamer dunkel');
      const second = await ticketOf(watcher, 'Beamer ganz dunkel');
      const { number } = await merge(first, second);
      await jobsDone();
      const mails = await mailsTo(watcher.email);
      const told = mails.filter(({ subject }) => subject.includes('Beamer ganz dunkel'));
      expect(told.map(({ text }) => text)).toEqual([
        expect.stringContaining(`/tickets/${first}`),
        // The receipt.
        expect.stringContaining(`/tickets/${second}`),
      ]);
      expect(told[0]!.text).toContain(number);
      expect((await mailsTo(owner.email)).filter(({ text }) => text.includes(second))).toEqual([]);
    });

    it('brings along what had been merged before, and is for good', async () => {
      const [first, second, third] = [await ticketOf(owner), await ticketOf(owner), await ticketOf(owner)];
      await answer(third, 'Am dritten');
      await merge(second, third);
      await merge(first, second);
      expect((await read(owner, first)).merged.map(({ id }: { id: string }) => id)).toEqual([second, third]);
      expect(await bodiesAt(owner, first)).toEqual(['Am dritten']);
      expect(await read(owner, third)).toMatchObject({ mergedInto: { id: first } });
      const ended = await read(agent, third, 'staff');
      const reopened = await agent
        .patch(`/staff/tickets/${third}`)
        .set('If-Match', `"${ended.version}"`)
        .send({ status: 'IN_PROGRESS' })
        .expect(409);
      expect(reopened.body.code).toBe('ticket.merged');
      expect((await owner.delete(`/portal/tickets/${third}/closure`).expect(409)).body.code).toBe(
        'ticket.merged',
      );
      expect((await merge(third, await ticketOf(owner), 409)).code).toBe('ticket.merged');
      expect((await merge(await ticketOf(owner), third, 409)).code).toBe('ticket.merged');
    });

    it('is refused for other customers, itself, what is closed, and what somebody has changed meanwhile', async () => {
      const first = await ticketOf(owner);
      const foreign = await ticketOf(stranger);
      expect((await merge(first, foreign, 409)).code).toBe('ticket.other-customer');
      expect((await merge(first, first, 409)).code).toBe('ticket.merged-with-itself');
      const second = await ticketOf(owner);
      const [seenFirst, seenSecond] = [await read(agent, first, 'staff'), await read(agent, second, 'staff')];
      await answer(second);
      await ask(seenFirst, seenSecond).expect(412);
      await answer(first);
      await ask(seenFirst, await read(agent, second, 'staff')).expect(412);
      await owner.put(`/portal/tickets/${first}/closure`).expect(204);
      expect((await merge(first, second, 409)).code).toBe('ticket.closed');
      expect(await read(agent, second, 'staff')).toMatchObject({ status: 'IN_PROGRESS', mergedInto: null });
    });
  });
});
