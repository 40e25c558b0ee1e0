import type { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { mailsTo } from './support/mailbox';
import { commentOn, type MovingWorld, makeMovingWorld, read } from './support/moving';
import { addCategory, addContact } from './support/population';
import { jobsDone } from './support/rows';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('A ticket that staff recorded for the wrong customer', () => {
  let world: MovingWorld['world'];
  let agent: MovingWorld['agent'];
  let wrong: MovingWorld['wrong'];
  let right: MovingWorld['right'];
  let wrongChief: MovingWorld['wrongChief'];
  let wrongUser: MovingWorld['wrongUser'];
  let wrongWatcher: MovingWorld['wrongWatcher'];
  let rightChief: MovingWorld['rightChief'];
  let rightUser: MovingWorld['rightUser'];
  let record: MovingWorld['record'];
  let forUser: MovingWorld['forUser'];
  let move: MovingWorld['move'];

  beforeAll(async () => {
    ({
      world,
      agent,
      wrong,
      right,
      wrongChief,
      wrongUser,
      wrongWatcher,
      rightChief,
      rightUser,
      record,
      forUser,
      move,
    } = await makeMovingWorld());
  });

  const idsOf = async (by: Api, query = ''): Promise<string[]> =>
    (await read(by, `/portal/tickets?limit=100&${query}`)).items.map(({ id }: { id: string }) => id);

  it('goes to the right one with number, category and notes, and the people of the first lose it at once', async () => {
    const { body: device } = await agent
      .post(`/staff/customers/${wrong}/devices`)
      .send({ name: 'Server im Keller' })
      .expect(201);
    const categoryId = await addCategory(world.admin, 'Server');
    const { body: upload } = await agent
      .post('/staff/uploads')
      .attach('file', Buffer.from('Foto'), 'foto.txt')
      .expect(201);
    const word = `Drehstrom${Date.now()}`;
    const id = await record({
      contactId: wrongUser.contactId,
      subject: word,
      deviceId: device.id,
      categoryId,
      uploadIds: [upload.id],
    });
    await wrongChief.put(`/portal/tickets/${id}/watchers/${wrongWatcher.contactId}`).expect(204);
    await commentOn(agent, id, 'Rückruf vereinbart.', 'INTERNAL');
    const before = await read(agent, `/staff/tickets/${id}`);
    const [file] = before.attachments;
    const moved = await move(id, { contactId: rightUser.contactId });
    expect(moved).toMatchObject({
      number: before.number,
      version: Number(before.version) + 1,
      customer: { id: right },
      contact: { id: rightUser.contactId },
      category: { id: categoryId },
      device: null,
    });
    expect(moved.history.at(-1)).toMatchObject({
      event: 'CUSTOMER_CHANGED',
      from: 'Falsch & Söhne GmbH',
      to: 'Richtig AG',
    });

    for (const person of [wrongChief, wrongUser, wrongWatcher]) {
      await person.get(`/portal/tickets/${id}`).expect(404);
      await person.get(`/portal/tickets/${id}/comments`).expect(404);
      await person.get(`/portal/tickets/${id}/attachments/${String(file.id)}`).expect(404);
      await person.post(`/portal/tickets/${id}/comments`).send({ body: 'Hallo?' }).expect(404);
      expect(await idsOf(person)).not.toContain(id);
      expect(await idsOf(person, `search=${word}`)).toEqual([]);
    }
    for (const person of [rightChief, rightUser]) {
      await person.get(`/portal/tickets/${id}`).expect(200);
      await person.get(`/portal/tickets/${id}/attachments/${String(file.id)}`).expect(200);
      expect(await idsOf(person, `search=${word}`)).toEqual([id]);
    }
    expect((await read(agent, `/staff/tickets/${id}/watchers`)).items).toEqual([]);
    expect((await read(agent, `/staff/tickets/${id}/comments`)).items).toMatchObject([
      { body: 'Rückruf vereinbart.' },
    ]);
    expect((await read(agent, `/staff/tickets?customerId=${right}&search=${word}`)).items).toHaveLength(1);
    expect((await read(agent, `/staff/tickets?customerId=${wrong}&search=${word}`)).items).toEqual([]);
    const { items } = await read(world.admin, `/staff/audit-entries?objectId=${id}`);
    expect(items[0]).toMatchObject({
      action: 'ticket.moved',
      changes: { customerId: right, contactId: rightUser.contactId },
      before: { customerId: wrong, contactId: wrongUser.contactId },
    });
  });

  it('shows its new people nothing of those of before', async () => {
    await world.admin
      .patch('/staff/settings')
      .set('If-Match', `"${String((await read(world.admin, '/staff/settings')).version)}"`)
      .send({ contactsMayCloseTickets: true })
      .expect(200);
    const id = await forUser();
    await wrongUser.put(`/portal/tickets/${id}/watchers/${wrongWatcher.contactId}`).expect(204);
    await wrongUser.delete(`/portal/tickets/${id}/watchers/${wrongWatcher.contactId}`).expect(204);
    await wrongUser.put(`/portal/tickets/${id}/closure`).expect(204);
    await wrongUser.delete(`/portal/tickets/${id}/closure`).expect(204);
    await move(id, { contactId: rightUser.contactId });
    for (const person of [rightChief, rightUser]) {
      const { body, text } = await person.get(`/portal/tickets/${id}`).expect(200);
      expect(text).not.toMatch(/falsch/i);
      expect(body.history).toMatchObject([{ event: 'CREATED', actor: { kind: 'STAFF' } }]);
    }
    const seen = (await read(agent, `/staff/tickets/${id}`)).history.map(
      ({ event }: { event: string }) => event,
    );
    expect(seen).toEqual(
      expect.arrayContaining(['WATCHER_ADDED', 'WATCHER_REMOVED', 'CLOSED', 'CUSTOMER_CHANGED']),
    );
  });

  it('is news to its new people, also by mail, and the others get none any more', async () => {
    const mailsAbout = async ({ email }: Contact, id: string): Promise<number> =>
      (await mailsTo(email)).filter(({ text }) => text.includes(id)).length;
    const unread = async (by: Api): Promise<number> => (await read(by, '/portal/overview')).unread;
    const [rightBefore, wrongBefore] = [await unread(rightUser), await unread(wrongUser)];
    const id = await forUser();
    await jobsDone();
    expect(await mailsAbout(wrongUser, id)).toBe(1);
    expect(await unread(wrongUser)).toBe(wrongBefore + 1);
    await move(id, { contactId: rightUser.contactId });
    await commentOn(agent, id, 'Wir kommen morgen.', 'PUBLIC');
    await jobsDone();
    expect(await mailsAbout(wrongUser, id)).toBe(1);
    expect(await mailsAbout(wrongChief, id)).toBe(0);
    expect(await mailsAbout(rightUser, id)).toBe(2);
    expect(await unread(wrongUser)).toBe(wrongBefore);
    expect(await unread(rightUser)).toBe(rightBefore + 1);
  });

  it('changes live for both', async () => {
    const streams = await Promise.all(
      [wrongUser, rightUser].map((person) => EventStream.open(person, '/portal/events')),
    );
    try {
      const id = await forUser();
      await jobsDone();
      await move(id, { contactId: rightUser.contactId });
      for (const stream of streams) await stream.until(() => stream.about(id).includes('ticket.changed'));
    } finally {
      for (const stream of streams) stream.close();
    }
  });

  it('forgets there whoever is forgotten', async () => {
    const leaver = await addContact(world, wrong, 'USER', 'Vergessen');
    const id = await forUser();
    await wrongChief.put(`/portal/tickets/${id}/watchers/${leaver.contactId}`).expect(204);
    await move(id);
    const { version } = await read(world.admin, `/staff/contacts/${leaver.contactId}`);
    await world.admin
      .put(`/staff/contacts/${leaver.contactId}/erasure`)
      .set('if-match', `"${String(version)}"`)
      .expect(200);
    expect((await agent.get(`/staff/tickets/${id}`).expect(200)).text).not.toContain('Vergessen');
  });
});
