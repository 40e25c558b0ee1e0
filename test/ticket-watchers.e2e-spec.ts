import type { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { mailsTo } from './support/mailbox';
import { addContact } from './support/population';
import { jobsDone } from './support/rows';
import { answerTicket, ticketOf } from './support/portal-tickets';
import { type Contact, makeWatchers, type Watchers } from './support/watchers';

describe('Watchers of a ticket', () => {
  let world: Watchers['world'];
  let agent: Watchers['agent'];
  let customerId: Watchers['customerId'];
  let mainUser: Watchers['mainUser'];
  let owner: Watchers['owner'];
  let watcher: Watchers['watcher'];
  let stranger: Watchers['stranger'];

  beforeAll(async () => {
    ({ world, agent, customerId, mainUser, owner, watcher, stranger } = await makeWatchers());
  });

  const pathOf = (id: string, contact = watcher): string => `/tickets/${id}/watchers/${contact.contactId}`;

  async function watched(): Promise<string> {
    const id = await ticketOf(owner);
    await owner.put(`/portal${pathOf(id)}`).expect(204);
    return id;
  }

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

    await answerTicket(agent, id);
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
    await answerTicket(agent, id, 'Öffentlich');
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
    await answerTicket(agent, id, 'Später');
    await jobsDone();
    expect(await about(watcher)).toHaveLength(1);
    expect(await about(owner)).toContainEqual(expect.stringContaining('Später'));
  });

  it('read in a mail that an answer is awaited, and only its contact that it is theirs', async () => {
    const id = await watched();
    await agent
      .post(`/staff/tickets/${id}/comments`)
      .send({ body: 'Welcher Fehler?', visibility: 'PUBLIC', status: 'WAITING_FOR_CUSTOMER' })
      .expect(201);
    await jobsDone();
    const statusIn = async ({ email }: Contact): Promise<string[]> =>
      (await mailsTo(email)).flatMap(({ text }) =>
        text.includes(id) ? (/^Neuer Status: .*$/m.exec(text) ?? []) : [],
      );
    expect(await statusIn(owner)).toEqual(['Neuer Status: Wartet auf Ihre Antwort']);
    expect(await statusIn(watcher)).toEqual(['Neuer Status: Wartet auf Antwort']);
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
      await answerTicket(agent, id);
      await jobsDone();
      const own = await ticketOf(watcher);
      await stream.until(() => stream.about(own).length > 0);
      expect(stream.about(id)).toEqual(['ticket.changed', 'ticket.changed']);
    } finally {
      stream.close();
    }
  });
});
