import type { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { mailsTo } from './support/mailbox';
import { addCategory, addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('A ticket that staff recorded for the wrong customer', () => {
  let world: World;
  let agent: Api;
  let [wrong, right] = ['', ''];
  let wrongChief: Contact;
  let wrongUser: Contact;
  let wrongWatcher: Contact;
  let rightChief: Contact;
  let rightUser: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    wrong = await addCustomer(world.admin, 'Falsch & Söhne GmbH');
    right = await addCustomer(world.admin, 'Richtig AG');
    wrongChief = await addContact(world, wrong, 'MAIN_USER', 'Falschchefin');
    wrongUser = await addContact(world, wrong, 'USER', 'Falschnutzer');
    wrongWatcher = await addContact(world, wrong, 'USER', 'Falschleser');
    rightChief = await addContact(world, right, 'MAIN_USER', 'Richtigchefin');
    rightUser = await addContact(world, right, 'USER', 'Richtignutzer');
  });

  const read = async (by: Api, path: string) => (await by.get(path).expect(200)).body;
  const record = async (more: object = {}): Promise<string> => {
    const ticket = { customerId: wrong, subject: 'Server steht', description: 'Seit heute früh.', ...more };
    return String((await agent.post('/staff/tickets').send(ticket).expect(201)).body.id);
  };
  const forUser = (): Promise<string> => record({ contactId: wrongUser.contactId });
  const say = (id: string, body: string, visibility: 'PUBLIC' | 'INTERNAL'): Promise<unknown> =>
    agent.post(`/staff/tickets/${id}/comments`).send({ body, visibility }).expect(201);
  async function move(id: string, body: object = {}, status = 200) {
    const { version } = await read(agent, `/staff/tickets/${id}`);
    return (
      await agent
        .put(`/staff/tickets/${id}/customer`)
        .set('If-Match', `"${String(version)}"`)
        .send({ customerId: right, ...body })
        .expect(status)
    ).body;
  }
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
    await say(id, 'Rückruf vereinbart.', 'INTERNAL');
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
    await say(id, 'Wir kommen morgen.', 'PUBLIC');
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

  it('stays as soon as its people have a part in what was said', async () => {
    const own = await wrongUser
      .post('/portal/tickets')
      .send({ subject: 'Eigenes', description: 'Von uns.' })
      .expect(201);
    const [answered, written, withFile] = [await forUser(), await forUser(), await forUser()];
    const sent = await forUser();
    await agent
      .post(`/staff/tickets/${sent}/attachments`)
      .field('visibility', 'PUBLIC')
      .attach('file', Buffer.from('Plan'), 'plan.txt')
      .expect(201);
    await say(answered, 'Wir kümmern uns.', 'PUBLIC');
    await wrongUser.post(`/portal/tickets/${written}/comments`).send({ body: 'Geheim.' }).expect(201);
    await wrongUser
      .post(`/portal/tickets/${withFile}/attachments`)
      .attach('file', Buffer.from('E-42'), 'fehler.txt')
      .expect(201);
    for (const id of [own.body.id, answered, written, withFile, sent]) {
      const problem = await move(id, {}, 409);
      expect(problem).toMatchObject({ code: 'ticket.known-to-customer' });
      expect(problem.detail).toContain('neues Ticket');
      await rightChief.get(`/portal/tickets/${id}`).expect(404);
      await wrongUser.get(`/portal/tickets/${id}`).expect(200);
    }
  });

  it('stays where it is merged with another', async () => {
    const [first, second] = [await forUser(), await forUser()];
    const [{ version }, other] = [
      await read(agent, `/staff/tickets/${first}`),
      await read(agent, `/staff/tickets/${second}`),
    ];
    await agent
      .put(`/staff/tickets/${first}/merged/${second}`)
      .set('If-Match', `"${String(version)}"`)
      .send({ version: other.version })
      .expect(200);
    expect((await move(first, {}, 409)).code).toBe('ticket.has-merged');
    expect((await move(second, {}, 409)).code).toBe('ticket.merged');
  });

  it('goes to a customer of the own tenant that is none of the archive, and to one of its contacts', async () => {
    const id = await forUser();
    const stranger = await makeWorld();
    const foreign = await addCustomer(stranger.admin, 'Fremd GmbH');
    const unknown = { code: 'ticket.customer-unknown', errors: [{ pointer: '/customerId' }] };
    expect(await move(id, { customerId: foreign }, 422)).toMatchObject(unknown);
    expect(await move(id, { customerId: wrong }, 422)).toMatchObject({
      code: 'ticket.same-customer',
      errors: [{ pointer: '/customerId' }],
    });
    expect(await move(id, { contactId: wrongUser.contactId }, 422)).toMatchObject({
      code: 'ticket.contact-unknown',
      errors: [{ pointer: '/contactId' }],
    });
    const gone = await addCustomer(world.admin, 'Archiv GmbH');
    await world.admin.put(`/staff/customers/${gone}/archival`).set('if-match', '"1"').expect(200);
    expect((await move(id, { customerId: gone }, 409)).code).toBe('customer.archived');
    await stranger.admin
      .put(`/staff/tickets/${id}/customer`)
      .set('if-match', '"1"')
      .send({ customerId: foreign })
      .expect(404);
    await wrongUser.get(`/portal/tickets/${id}`).expect(200);
  });

  it('is moved by one of two concurrent requests, and never during a comment', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await forUser();
      const ask = () =>
        agent.put(`/staff/tickets/${id}/customer`).set('if-match', '"1"').send({ customerId: right });
      const [first, second, comment] = await Promise.all([
        ask(),
        ask(),
        wrongUser.post(`/portal/tickets/${id}/comments`).send({ body: 'Geheim.' }),
      ]);
      const moved = [first.status, second.status].filter((status) => status === 200).length;
      expect(moved + (comment.status === 201 ? 1 : 0)).toBe(1);
      expect(comment.status).toBe(moved === 1 ? 404 : 201);
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
