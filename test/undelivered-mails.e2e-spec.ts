import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { EventStream } from './support/event-stream';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { MailProgram, until } from './support/mail-program';

describe('Mail', () => {
  let portal: MailProgram;

  beforeAll(async () => {
    portal = await MailProgram.start();
  }, 60_000);

  afterAll(() => portal.stop());

  it('that has not left is listed to admins, who try it again', async () => {
    const { admin } = await portal.inviteAdmin();
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ firstName: 'Vera', lastName: 'Versehen', email: 'vera@muster.example' })
      .expect(201);
    type Listed = { id: string; kind: string; problem: object | null };
    const listed = async (query = ''): Promise<Listed[]> =>
      (await admin.get(`/staff/mail-deliveries${query}`).expect(200)).body.items;
    expect(await listed()).toEqual([]);

    portal.server.refusal = { code: 550, text: '5.1.1 Unknown here:' };
    await admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    for (let waits = 0; (await listed()).length === 0 && waits < 100; waits++) await sleep(100);
    portal.server.refusal = undefined;
    const found = await listed('?state=FAILED&count=true');
    expect(found).toEqual([
      {
        id: expect.any(String),
        kind: 'credentials',
        state: 'FAILED',
        recipient: { kind: 'CONTACT', id: contact.id, name: 'Vera Versehen', customerId: customer.id },
        ticketId: null,
        orderId: null,
        attempts: 1,
        createdAt: expect.any(String),
        problem: { code: 'RECIPIENT_REFUSED', reply: '550 5.1.1' },
      },
    ]);
    expect(await listed('?state=QUEUED')).toEqual([]);
    const counts = async (): Promise<object> =>
      (await admin.get('/staff/mail-deliveries/counts').expect(200)).body;
    expect(await counts()).toEqual({ failed: 1, waiting: 0 });

    const mailIds = [found[0]!.id];
    const resend = async (): Promise<object> =>
      (await admin.post('/staff/mail-deliveries/resends').send({ mailIds }).expect(202)).body;
    expect(await resend()).toEqual({ mailIds });
    await until(() => portal.mailsTo('vera@muster.example').length > 0, 10);
    expect(portal.mailsTo('vera@muster.example')).toHaveLength(1);
    const state = async (): Promise<string> =>
      (await admin.get(`/staff/mail-deliveries/${mailIds[0]}`).expect(200)).body.state;
    for (let waits = 0; (await state()) !== 'SENT' && waits < 100; waits++) await sleep(100);
    expect(await listed()).toEqual([]);
    expect(await counts()).toEqual({ failed: 0, waiting: 0 });
    expect(await resend()).toEqual({ mailIds: [] });
    const log = await admin.get('/staff/audit-entries?action=mails.resent').expect(200);
    expect(log.body.items.map(({ changes }: { changes: object }) => changes)).toEqual([{ mailIds }]);
  }, 60_000);

  it('with an answer that could not be delivered is told beside it, at once, until it has left after all', async () => {
    const { email, admin } = await portal.inviteAdmin();
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const address = `anna@${email.split('@')[1]}`;
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ firstName: 'Anna', lastName: 'Antwort', email: address })
      .expect(201);
    await admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    await until(() => portal.mailsTo(address).length > 0, 10);
    const reader = await portal.firstLogin(address);
    const { body: ticket } = await reader
      .post('/portal/tickets')
      .send({ subject: 'Drucker', description: 'Er druckt nicht.' })
      .expect(201);
    await until(() => portal.mailsTo(address).length > 1, 10);
    const stream = await EventStream.open(admin, '/staff/events', portal.program.baseUrl);
    const comments = `/staff/tickets/${ticket.id}/comments`;
    const undelivered = async (): Promise<unknown[]> =>
      (await admin.get(comments).expect(200)).body.items.map(
        (item: { undelivered: unknown }) => item.undelivered,
      );

    portal.server.refusal = { code: 550, text: '5.1.1 Unknown here' };
    const body = { body: 'Kommt morgen.', visibility: 'PUBLIC' };
    expect((await admin.post(comments).send(body).expect(201)).body.undelivered).toEqual([]);
    await stream.until(() => stream.about(ticket.id).includes('ticket.changed'));
    portal.server.refusal = undefined;
    const problem = { code: 'RECIPIENT_REFUSED', reply: '550 5.1.1' };
    expect(await undelivered()).toEqual([[{ recipient: 'Anna Antwort', state: 'FAILED', problem }]]);
    const seen = await reader.get(`/portal/tickets/${ticket.id}/comments`).expect(200);
    expect(seen.body.items[0]).not.toHaveProperty('undelivered');

    const told = stream.about(ticket.id).length;
    const { body: mails } = await admin.get('/staff/mail-deliveries').expect(200);
    const mailIds = mails.items.map(({ id }: { id: string }) => id);
    await admin.post('/staff/mail-deliveries/resends').send({ mailIds }).expect(202);
    await stream.until(() => stream.about(ticket.id).length > told);
    stream.close();
    expect(await undelivered()).toEqual([[]]);
    expect(portal.mailsTo(address)).toHaveLength(3);
  }, 60_000);

  it('with a receipt that could not be delivered is told at the ticket and at the order, at once, and to staff alone', async () => {
    const { email, admin } = await portal.inviteAdmin();
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const address = `otto@${email.split('@')[1]}`;
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ firstName: 'Otto', lastName: 'Ohnemail', email: address })
      .expect(201);
    await admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'MAIN_USER' }).expect(200);
    await until(() => portal.mailsTo(address).length > 0, 10);
    const reader = await portal.firstLogin(address);
    await setShops(admin, { onlineShop: { enabled: true, showPrices: true } });
    await putIntoCart(
      reader,
      'online-shop',
      await offerArticle(admin, { name: 'Toner', netPriceCents: 900 }),
    );
    const stream = await EventStream.open(admin, '/staff/events', portal.program.baseUrl);

    portal.server.refusal = { code: 550, text: '5.1.1 Unknown here' };
    const asked = { subject: 'Drucker', description: 'Er druckt nicht.' };
    const { body: ticket } = await reader.post('/portal/tickets').send(asked).expect(201);
    const { body: order } = await submitCart(reader, 'online-shop');
    await stream.until(() => stream.about(ticket.id).includes('ticket.changed'));
    await stream.until(() => stream.about(order.id).includes('order.changed'));
    portal.server.refusal = undefined;
    stream.close();
    const problem = { code: 'RECIPIENT_REFUSED', reply: '550 5.1.1' };
    for (const thing of [`tickets/${ticket.id}`, `orders/${order.id}`]) {
      const { body } = await admin.get(`/staff/${thing}`).expect(200);
      expect(body.undelivered).toEqual([{ recipient: 'Otto Ohnemail', state: 'FAILED', problem }]);
      expect((await reader.get(`/portal/${thing}`).expect(200)).body).not.toHaveProperty('undelivered');
    }
  }, 60_000);

  it('to oneself shows whether mails leave, and counts as the first step that it is', async () => {
    const { email, admin } = await portal.inviteAdmin();
    const sender = async (): Promise<object> =>
      (await admin.get('/staff/first-steps').expect(200)).body.steps.find(
        ({ step }: { step: string }) => step === 'SENDER',
      );
    portal.server.refusal = { code: 550, text: '5.7.1 No.' };
    const { body } = await admin.post('/staff/test-mails').expect(202);
    expect(body).toMatchObject({ kind: 'test', state: 'QUEUED', recipient: { kind: 'STAFF', name: 'Mara' } });
    const delivery = async (id: string) => (await admin.get(`/staff/mail-deliveries/${id}`).expect(200)).body;
    for (let waits = 0; (await delivery(body.id)).state === 'QUEUED' && waits < 100; waits++)
      await sleep(100);
    portal.server.refusal = undefined;
    expect(await delivery(body.id)).toMatchObject({
      state: 'FAILED',
      problem: { code: 'RECIPIENT_REFUSED' },
    });
    expect(await sender()).toEqual({ step: 'SENDER', state: 'OPEN' });
    const { body: again } = await admin.post('/staff/test-mails').expect(202);
    for (let waits = 0; (await delivery(again.id)).state !== 'SENT' && waits < 100; waits++) await sleep(100);
    const received = (): number =>
      portal.mailsTo(email).filter(({ subject }) => subject.startsWith('Testmail:')).length;
    expect(received()).toBe(1);
    expect(await sender()).toEqual({ step: 'SENDER', state: 'DONE' });
    // What is known of mails is thrown away in time; that one has left is not.
    const client = new Client({ connectionString: portal.database.url });
    await client.connect();
    await client.query(`SELECT graphile_worker.add_job('FirstStepsHousekeeping.remember', '{}'::json)`);
    const remembered = () => client.query(`SELECT FROM done_first_steps WHERE step = 'SENDER'`);
    for (let waits = 0; (await remembered()).rows.length === 0 && waits < 100; waits++) await sleep(100);
    await client.query('DELETE FROM outgoing_mails WHERE id = $1', [again.id]);
    await client.end();
    expect(await sender()).toEqual({ step: 'SENDER', state: 'DONE' });
    for (let sent = 2; sent < 10; sent++) await admin.post('/staff/test-mails').expect(202);
    await admin.post('/staff/test-mails').expect(429);
    // What is under way would reach the servers of other tests.
    await until(() => received() === 9, 20);
  }, 60_000);

  it('that could not be delivered goes out anew when access is given once more', async () => {
    const { admin } = await portal.inviteAdmin();
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const address = 'irrt@muster.example';
    const contacts = `/staff/customers/${customer.id}/contacts`;
    const { body: contact } = await admin
      .post(contacts)
      .send({ lastName: 'Irrt', email: address })
      .expect(201);
    const give = async (): Promise<string> => {
      const body = { role: 'USER', contactIds: [contact.id] };
      return (await admin.put('/staff/portal-accesses').send(body).expect(200)).body.items[0].outcome;
    };
    portal.server.refusal = { code: 550, text: '5.1.1 Unknown here' };
    expect(await give()).toBe('INVITED');
    const mail = async (): Promise<{ state: string }> =>
      (await admin.get(contacts).expect(200)).body.items[0].credentialsMail;
    for (let waits = 0; (await mail()).state === 'QUEUED' && waits < 100; waits++) await sleep(100);
    expect(await mail()).toMatchObject({
      state: 'FAILED',
      sentAt: null,
      problem: { code: 'RECIPIENT_REFUSED', reply: '550 5.1.1' },
    });
    portal.server.refusal = undefined;
    const undelivered = async (): Promise<unknown[]> =>
      (await admin.get('/staff/mail-deliveries').expect(200)).body.items.filter(
        ({ recipient }: { recipient: { id: string } | null }) => recipient?.id === contact.id,
      );
    expect(await undelivered()).toMatchObject([{ state: 'FAILED', kind: 'credentials' }]);
    expect(await give()).toBe('SENT_AGAIN');
    // The one that was refused is void, and nobody has to see to it any more.
    for (let waits = 0; (await undelivered()).length > 0 && waits < 100; waits++) await sleep(100);
    expect(await undelivered()).toEqual([]);
    expect(await give()).toBe('UNCHANGED');
    await until(() => portal.mailsTo(address).length > 0, 10);
    expect(portal.mailsTo(address)).toHaveLength(1);
  }, 60_000);
});
