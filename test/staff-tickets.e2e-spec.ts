import type { Api } from './support/api';
import { mailsTo, newestMail } from './support/mailbox';
import { addCategory, addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, type World } from './support/world';

describe('Tickets for staff', () => {
  let world: World;
  let agent: Api & { id: string };
  let customerId: string;
  let otherCustomerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    otherCustomerId = await addCustomer(world.admin, 'Andere AG');
    contact = await addContact(world, customerId, 'USER', 'Nutzer');
  });

  const text = { subject: 'Server läuft heiß', description: 'Der Lüfter klappert.' };

  async function record(
    fields: object,
  ): Promise<{ id: string; number: string; version: number; [field: string]: unknown }> {
    return (
      await agent
        .post('/staff/tickets')
        .send({ ...text, ...fields })
        .expect(201)
    ).body;
  }

  function patch(id: string, version: number, changes: object): ReturnType<Api['patch']> {
    return agent.patch(`/staff/tickets/${id}`).set('if-match', `"${version}"`).send(changes);
  }

  async function idsOf(query: string): Promise<string[]> {
    const { body } = await agent.get(`/staff/tickets?limit=100&${query}`).expect(200);
    return body.items.map(({ id }: { id: string }) => id);
  }

  it('are recorded for a customer or a contact, who gets a receipt', async () => {
    const server = await addCategory(world.admin, 'Server');
    const ticket = await record({ contactId: contact.contactId, priority: 'HIGH', categoryId: server });
    expect(ticket).toMatchObject({
      version: 1,
      status: 'NEW',
      priority: 'HIGH',
      category: { id: server, name: 'Server' },
      customer: { id: customerId, name: 'Müller & Söhne GmbH' },
      contact: { id: contact.contactId, name: 'Kim Nutzer' },
      assignee: null,
    });
    const mail = await newestMail(contact.email, { subject: ticket.number });
    expect(mail.text).toContain('Der Lüfter klappert.');
    await contact.get(`/portal/tickets/${ticket.id}`).expect(200);
    expect(await record({ customerId })).toMatchObject({ contact: null, customer: { id: customerId } });
  });

  it.each([
    ['neither', () => ({}), '/customerId'],
    ['a strange customer', () => ({ customerId: agent.id }), '/customerId'],
    ['a strange contact', () => ({ contactId: agent.id }), '/contactId'],
    [
      'another one’s contact',
      () => ({ customerId: otherCustomerId, contactId: contact.contactId }),
      '/contactId',
    ],
    ['a stranger to do it', () => ({ customerId, assigneeId: contact.contactId }), '/assigneeId'],
  ])('are not recorded for %s', async (_, fields, pointer) => {
    const { body } = await agent
      .post('/staff/tickets')
      .send({ ...text, ...fields() })
      .expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('change with everything written down', async () => {
    const { id } = await record({ customerId });
    const { body } = await patch(id, 1, {
      status: 'IN_PROGRESS',
      priority: 'URGENT',
      categoryId: await addCategory(world.admin, 'Hardware'),
      assigneeId: agent.id,
      subject: 'Server ist aus',
    }).expect(200);
    expect(body).toMatchObject({
      version: 2,
      subject: 'Server ist aus',
      assignee: { id: agent.id, name: 'Agnes Agent' },
    });
    const events = body.history.map(({ event, from, to }: Record<string, unknown>) => [event, from, to]);
    expect(events).toEqual([
      ['CREATED', null, 'NEW'],
      ['SUBJECT_CHANGED', 'Server läuft heiß', 'Server ist aus'],
      ['PRIORITY_CHANGED', 'NORMAL', 'URGENT'],
      ['CATEGORY_CHANGED', null, 'Hardware'],
      ['ASSIGNED', null, 'Agnes Agent'],
      ['STATUS_CHANGED', 'NEW', 'IN_PROGRESS'],
    ]);
    const { body: cleared } = await patch(id, 2, { categoryId: null, assigneeId: null }).expect(200);
    expect(cleared).toMatchObject({ category: null, assignee: null });
    expect(await idsOf('search=aus')).toBeDefined();
    expect(await idsOf(`customerId=${customerId}&search=l%C3%A4uft`)).not.toContain(id);
  });

  it('go only where their status allows', async () => {
    const { id } = await record({ customerId });
    await patch(id, 1, { status: 'CLOSED' }).expect(200);
    const { body } = await patch(id, 2, { status: 'RESOLVED' }).expect(409);
    expect(body.code).toBe('ticket.transition-forbidden');
    expect((await patch(id, 2, { status: 'IN_PROGRESS' }).expect(200)).body).toMatchObject({
      status: 'IN_PROGRESS',
      closedAt: null,
    });
    await patch(id, 3, { status: 'NEW' }).expect(409);
  });

  it('are changed by one of two at once', async () => {
    const { id } = await record({ customerId });
    const answers = await Promise.all(['HIGH', 'LOW'].map((priority) => patch(id, 1, { priority })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    await agent.patch(`/staff/tickets/${id}`).send({ priority: 'LOW' }).expect(428);
  });

  it('are in progress after the first public answer, not after a note', async () => {
    const { id } = await record({ contactId: contact.contactId });
    const say = async (visibility: string): Promise<string> => {
      await agent.post(`/staff/tickets/${id}/comments`).send({ body: 'Hm.', visibility }).expect(201);
      return (await agent.get(`/staff/tickets/${id}`).expect(200)).body.status;
    };
    expect(await say('INTERNAL')).toBe('NEW');
    expect(await say('PUBLIC')).toBe('IN_PROGRESS');
    await agent.post(`/staff/tickets/${id}/comments`).send({ body: 'Ohne Angabe' }).expect(422);
    const { body } = await agent.get(`/staff/tickets/${id}/comments?count=true`).expect(200);
    expect(body.items.map(({ visibility }: { visibility: string }) => visibility)).toEqual([
      'INTERNAL',
      'PUBLIC',
    ]);
    expect(body.totalCount).toBe(2);
  });

  it('are answered and set waiting in one step, of which one mail tells', async () => {
    const { id, number } = await record({ contactId: contact.contactId });
    const receipt = await newestMail(contact.email, { subject: number });
    const say = (status: string, visibility = 'PUBLIC'): ReturnType<Api['post']> =>
      agent.post(`/staff/tickets/${id}/comments`).send({ body: 'Welche Fehlernummer?', visibility, status });
    const statusNow = async (): Promise<string> =>
      (await agent.get(`/staff/tickets/${id}`).expect(200)).body.status;
    await say('WAITING_FOR_CUSTOMER').expect(201);
    expect(await statusNow()).toBe('WAITING_FOR_CUSTOMER');
    const mail = await newestMail(contact.email, { subject: number, after: receipt });
    expect(mail.text).toMatch(/Welche Fehlernummer\?[^]*Neuer Status: Wartet auf Ihre Antwort/);
    // Nothing new is told of where it is already.
    await say('WAITING_FOR_CUSTOMER').expect(201);
    const next = await newestMail(contact.email, { subject: number, after: mail });
    expect(next.text).not.toContain('Neuer Status');
    await jobsDone();
    const mails = (await mailsTo(contact.email)).filter(({ subject }) => subject.includes(number));
    expect(mails).toHaveLength(3);
    await say('RESOLVED', 'INTERNAL').expect(201);
    expect(await statusNow()).toBe('RESOLVED');
    expect((await say('WAITING_FOR_CUSTOMER').expect(409)).body.code).toBe('ticket.transition-forbidden');
    const { body } = await agent.get(`/staff/tickets/${id}/comments`).expect(200);
    expect(body.items).toHaveLength(3);
  });

  it('take notes when they are closed, but no replies', async () => {
    const { id } = await record({ customerId });
    await patch(id, 1, { status: 'CLOSED' }).expect(200);
    const say = (visibility: string): ReturnType<Api['post']> =>
      agent.post(`/staff/tickets/${id}/comments`).send({ body: 'Ach ja.', visibility });
    expect((await say('PUBLIC').expect(409)).body.code).toBe('ticket.closed');
    await say('INTERNAL').expect(201);
  });

  it('are filtered by whom and what they are about', async () => {
    const categoryId = await addCategory(world.admin, 'Filterprobe');
    const mine = await record({ customerId, assigneeId: agent.id, categoryId });
    const nobodys = await record({
      contactId: contact.contactId,
      categoryId,
      priority: 'LOW',
    });
    const closed = await record({ customerId: otherCustomerId, categoryId });
    await patch(closed.id, 1, { status: 'CLOSED' }).expect(200);
    const about = async (query: string): Promise<string[]> => idsOf(`categoryId=${categoryId}&${query}`);
    expect(await about('')).toEqual([nobodys.id, mine.id]);
    expect(await about('sort=createdAt')).toEqual([mine.id, nobodys.id]);
    expect(await about('assigneeId=me')).toEqual([mine.id]);
    expect(await about(`assigneeId=${agent.id}`)).toEqual([mine.id]);
    expect(await about('assigneeId=none')).toEqual([nobodys.id]);
    expect(await about('priority=LOW,URGENT')).toEqual([nobodys.id]);
    expect(await about(`contactId=${contact.contactId}`)).toEqual([nobodys.id]);
    expect(await about('status=CLOSED')).toEqual([closed.id]);
    expect(await about(`status=CLOSED&customerId=${customerId}`)).toEqual([]);
    await agent.get('/staff/tickets?assigneeId=somebody').expect(422);
    const { body } = await agent
      .get(`/staff/tickets?categoryId=${categoryId}&count=true&limit=1`)
      .expect(200);
    expect(body).toMatchObject({ totalCount: 2, nextCursor: expect.any(String) });
  });

  it('have numbers that increase, even at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => record({ customerId })));
    const numbers = made.map(({ number }: { number: string }) => number);
    expect(new Set(numbers).size).toBe(8);
  });

  it('stay within their tenant', async () => {
    const { id } = await record({ customerId });
    const other = await makeWorld();
    await other.admin.get(`/staff/tickets/${id}`).expect(404);
    await other.admin.patch(`/staff/tickets/${id}`).set('if-match', '"1"').send({}).expect(404);
    const { body } = await other.admin.get('/staff/tickets?search=Server&count=true').expect(200);
    expect(body).toEqual({ items: [], totalCount: 0 });
  });
});
