import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { MailServer } from './support/mail-server';
import { operatorProgram } from './support/operator';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { PASSWORD } from './support/world';

/** A program of its own, with a mail server that can fail. */
describe('Mail', () => {
  let database: Database;
  let server: MailServer;
  let program: Program;
  let operator: ReturnType<typeof operatorProgram>;
  let tenants = 0;

  beforeAll(async () => {
    database = await startDatabase();
    server = await MailServer.start();
    program = await start();
    operator = operatorProgram(program);
  }, 60_000);

  afterAll(async () => {
    operator.end();
    await program.stop();
    await server.stop();
    await database.stop();
  });

  function start(settings = {}): Promise<Program> {
    return startProgram(database.url, database.dataDir, {
      SMTP_URL: server.url,
      PUBLIC_URL: 'http://portal.localhost',
      ...settings,
    });
  }

  /** Makes a tenant, whose administrator is to get a mail; answers with their address. */
  async function invite(): Promise<string> {
    const slug = `mail-${++tenants}`;
    const email = `admin@${slug}.example`;
    const options = { slug, name: 'Mail AG', 'admin-name': 'Mara', 'admin-email': email };
    await operator.run('tenant:create', options);
    return email;
  }

  async function firstLogin(email: string): Promise<Api> {
    const caller = Api.anonymous().at(program.baseUrl);
    const token = /#token=(\S+)/.exec(mailsTo(email)[0]?.text ?? '')?.[1];
    const tenant = email.split('@')[1]?.split('.')[0];
    await caller.post('/auth/password-resets').send({ token, newPassword: PASSWORD }).expect(204);
    const { body } = await caller.post('/auth/login').send({ tenant, email, password: PASSWORD }).expect(200);
    return caller.withToken(String(body.accessToken));
  }

  const mailsTo = (email: string) => server.received.filter(({ to }) => to.includes(email));

  async function until(condition: () => boolean, seconds: number): Promise<void> {
    for (let waits = 0; !condition() && waits < seconds * 20; waits++) await sleep(50);
  }

  it('leaves through the mail server that is configured', async () => {
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    expect(mailsTo(email)).toEqual([
      {
        to: expect.stringContaining(email),
        subject: 'Ihr Zugang zum Kundenportal Mail AG',
        messageId: expect.stringContaining('portal.localhost'),
        text: expect.stringMatching(/http:\/\/portal\.localhost\/p\/[a-z0-9-]+\/password#token=/),
        encrypted: false,
      },
    ]);
  });

  it('never fails the request that wants it, and staff see what becomes of it', async () => {
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    const admin = await firstLogin(email);
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ lastName: 'Wartet', email: 'wartet@muster.example' })
      .expect(201);
    const access = `/staff/contacts/${contact.id}/portal-access`;
    const delivery = async (): Promise<{ state: string; error: string | null }> =>
      (await admin.get(access).expect(200)).body.credentialsMail;

    const { port } = server;
    await server.stop();
    const { body } = await admin.put(access).send({ role: 'USER' }).expect(200);
    expect(body).toMatchObject({ state: 'INVITED', credentialsMail: { state: 'QUEUED' } });
    // An attempt counts when it begins; what became of it is known at its end.
    for (let waits = 0; (await delivery()).error === null && waits < 100; waits++) await sleep(100);
    expect(await delivery()).toMatchObject({
      state: 'QUEUED',
      sentAt: null,
      error: 'SMTP: mail server not reached',
    });
    await admin.post(`${access}/credentials-mails`).expect(202);

    server = await MailServer.start(port);
    for (let waits = 0; (await delivery()).state !== 'SENT' && waits < 300; waits++) await sleep(100);
    expect(await delivery()).toMatchObject({ state: 'SENT', sentAt: expect.any(String), error: null });
    // What was void before it could be sent is not sent any more.
    await sleep(3_000);
    expect(mailsTo('wartet@muster.example')).toHaveLength(1);
  }, 60_000);

  it('that is refused leaves the codes of the refusal behind, not the address that the server repeats', async () => {
    const logged = readFileSync(program.logFile, 'utf8').length;
    server.refusal = { code: 550, text: '5.1.1 Unknown here:' };
    const email = await invite();
    const { rows } = await settled(email);
    expect(rows).toEqual([{ state: 'FAILED', last_error: 'SMTP: recipient refused (550 5.1.1)' }]);
    server.refusal = undefined;
    const log = readFileSync(program.logFile, 'utf8').slice(logged);
    expect(log).toContain('recipient refused (550 5.1.1)');
    expect(log).not.toMatch(/@mail-\d|Unknown here/);
  });

  it('that has not left is listed to admins, who try it again', async () => {
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    const admin = await firstLogin(email);
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ firstName: 'Vera', lastName: 'Versehen', email: 'vera@muster.example' })
      .expect(201);
    type Listed = { id: string; kind: string; problem: object | null };
    const listed = async (query = ''): Promise<Listed[]> =>
      (await admin.get(`/staff/mail-deliveries${query}`).expect(200)).body.items;
    expect(await listed()).toEqual([]);

    server.refusal = { code: 550, text: '5.1.1 Unknown here:' };
    await admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    for (let waits = 0; (await listed()).length === 0 && waits < 100; waits++) await sleep(100);
    server.refusal = undefined;
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
    await until(() => mailsTo('vera@muster.example').length > 0, 10);
    expect(mailsTo('vera@muster.example')).toHaveLength(1);
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
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    const admin = await firstLogin(email);
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const address = `anna@${email.split('@')[1]}`;
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ firstName: 'Anna', lastName: 'Antwort', email: address })
      .expect(201);
    await admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
    await until(() => mailsTo(address).length > 0, 10);
    const reader = await firstLogin(address);
    const { body: ticket } = await reader
      .post('/portal/tickets')
      .send({ subject: 'Drucker', description: 'Er druckt nicht.' })
      .expect(201);
    await until(() => mailsTo(address).length > 1, 10);
    const stream = await EventStream.open(admin, '/staff/events', program.baseUrl);
    const comments = `/staff/tickets/${ticket.id}/comments`;
    const undelivered = async (): Promise<unknown[]> =>
      (await admin.get(comments).expect(200)).body.items.map(
        (item: { undelivered: unknown }) => item.undelivered,
      );

    server.refusal = { code: 550, text: '5.1.1 Unknown here' };
    const body = { body: 'Kommt morgen.', visibility: 'PUBLIC' };
    expect((await admin.post(comments).send(body).expect(201)).body.undelivered).toEqual([]);
    await stream.until(() => stream.about(ticket.id).includes('ticket.changed'));
    server.refusal = undefined;
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
    expect(mailsTo(address)).toHaveLength(3);
  }, 60_000);

  it('with a receipt that could not be delivered is told at the ticket and at the order, at once, and to staff alone', async () => {
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    const admin = await firstLogin(email);
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const address = `otto@${email.split('@')[1]}`;
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ firstName: 'Otto', lastName: 'Ohnemail', email: address })
      .expect(201);
    await admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'MAIN_USER' }).expect(200);
    await until(() => mailsTo(address).length > 0, 10);
    const reader = await firstLogin(address);
    await setShops(admin, { onlineShop: { enabled: true, showPrices: true } });
    await putIntoCart(
      reader,
      'online-shop',
      await offerArticle(admin, { name: 'Toner', netPriceCents: 900 }),
    );
    const stream = await EventStream.open(admin, '/staff/events', program.baseUrl);

    server.refusal = { code: 550, text: '5.1.1 Unknown here' };
    const asked = { subject: 'Drucker', description: 'Er druckt nicht.' };
    const { body: ticket } = await reader.post('/portal/tickets').send(asked).expect(201);
    const { body: order } = await submitCart(reader, 'online-shop');
    await stream.until(() => stream.about(ticket.id).includes('ticket.changed'));
    await stream.until(() => stream.about(order.id).includes('order.changed'));
    server.refusal = undefined;
    stream.close();
    const problem = { code: 'RECIPIENT_REFUSED', reply: '550 5.1.1' };
    for (const thing of [`tickets/${ticket.id}`, `orders/${order.id}`]) {
      const { body } = await admin.get(`/staff/${thing}`).expect(200);
      expect(body.undelivered).toEqual([{ recipient: 'Otto Ohnemail', state: 'FAILED', problem }]);
      expect((await reader.get(`/portal/${thing}`).expect(200)).body).not.toHaveProperty('undelivered');
    }
  }, 60_000);

  it('to oneself shows whether mails leave, and counts as the first step that it is', async () => {
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    const admin = await firstLogin(email);
    const sender = async (): Promise<object> =>
      (await admin.get('/staff/first-steps').expect(200)).body.steps.find(
        ({ step }: { step: string }) => step === 'SENDER',
      );
    server.refusal = { code: 550, text: '5.7.1 No.' };
    const { body } = await admin.post('/staff/test-mails').expect(202);
    expect(body).toMatchObject({ kind: 'test', state: 'QUEUED', recipient: { kind: 'STAFF', name: 'Mara' } });
    const delivery = async (id: string) => (await admin.get(`/staff/mail-deliveries/${id}`).expect(200)).body;
    for (let waits = 0; (await delivery(body.id)).state === 'QUEUED' && waits < 100; waits++)
      await sleep(100);
    server.refusal = undefined;
    expect(await delivery(body.id)).toMatchObject({
      state: 'FAILED',
      problem: { code: 'RECIPIENT_REFUSED' },
    });
    expect(await sender()).toEqual({ step: 'SENDER', state: 'OPEN' });
    const { body: again } = await admin.post('/staff/test-mails').expect(202);
    for (let waits = 0; (await delivery(again.id)).state !== 'SENT' && waits < 100; waits++) await sleep(100);
    const received = (): number =>
      mailsTo(email).filter(({ subject }) => subject.startsWith('Testmail:')).length;
    expect(received()).toBe(1);
    expect(await sender()).toEqual({ step: 'SENDER', state: 'DONE' });
    // What is known of mails is thrown away in time; that one has left is not.
    const client = new Client({ connectionString: database.url });
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
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    const admin = await firstLogin(email);
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
    server.refusal = { code: 550, text: '5.1.1 Unknown here' };
    expect(await give()).toBe('INVITED');
    const mail = async (): Promise<{ state: string }> =>
      (await admin.get(contacts).expect(200)).body.items[0].credentialsMail;
    for (let waits = 0; (await mail()).state === 'QUEUED' && waits < 100; waits++) await sleep(100);
    expect(await mail()).toMatchObject({
      state: 'FAILED',
      sentAt: null,
      problem: { code: 'RECIPIENT_REFUSED', reply: '550 5.1.1' },
    });
    server.refusal = undefined;
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
    await until(() => mailsTo(address).length > 0, 10);
    expect(mailsTo(address)).toHaveLength(1);
  }, 60_000);

  it('is told in clear to no other machine, unless the operator allows it', async () => {
    // Leads here, and is no loopback address.
    const foreign = await MailServer.start(0, '0.0.0.0');
    await program.stop();
    program = await start({ SMTP_URL: `${foreign.url}?ignoreTLS=true&requireTLS=false` });
    const email = await invite();
    const { rows } = await settled(email);
    expect(rows).toEqual([
      { state: 'QUEUED', last_error: expect.stringContaining('no encrypted connection') },
    ]);
    expect([foreign.told, foreign.seen]).toEqual([[], 0]);

    await program.stop();
    program = await start({ SMTP_URL: foreign.url, SMTP_ALLOW_PLAINTEXT: 'on' });
    await until(() => foreign.received.length > 0, 20);
    expect(foreign.received).toEqual([
      expect.objectContaining({ to: expect.stringContaining(email), encrypted: false }),
    ]);
    await foreign.stop();
    await program.stop();
    program = await start();
  }, 60_000);

  /** What has become of the mail to the administrator of the newest tenant, once an attempt has failed. */
  async function settled(email: string): Promise<{ rows: { state: string; last_error: string }[] }> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const sql = `SELECT state, last_error FROM outgoing_mails m WHERE last_error IS NOT NULL
      AND tenant_id = (SELECT id FROM tenants WHERE slug = $1)`;
    const read = () => client.query<{ state: string; last_error: string }>(sql, [/@(.*)\./.exec(email)?.[1]]);
    let result = await read();
    for (let waits = 0; result.rows.length === 0 && waits < 200; waits++) {
      await sleep(50);
      result = await read();
    }
    await client.end();
    return result;
  }

  it('sends once, however long the mail server takes: a slow worker does not count as terminated', async () => {
    server.delayMs = 12_000;
    const email = await invite();
    await until(() => mailsTo(email).length > 0, 10);
    await sleep(15_000);
    server.delayMs = 0;
    expect(mailsTo(email)).toHaveLength(1);
  }, 60_000);

  it('under way is finished by an instance that is told to stop, and what it has not begun is left to others', async () => {
    await program.stop();
    program = await start({ WORKER_CONCURRENCY: '1' });
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const locked = async (): Promise<number> =>
      (await client.query('SELECT FROM graphile_worker.jobs WHERE locked_by IS NOT NULL')).rows.length;
    const logged = readFileSync(program.logFile, 'utf8').length;

    const { seen } = server;
    server.delayMs = 4_000;
    // One is being sent, the other waits for it.
    const emails = await Promise.all([invite(), invite()]);
    await until(() => server.seen > seen, 10);
    expect(await locked()).toBe(1);
    const exit = once(program.child, 'exit');
    program.child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(await locked()).toBe(0);
    await client.end();
    expect(readFileSync(program.logFile, 'utf8').slice(logged)).not.toMatch(/ERROR|"level":"error"/);

    server.delayMs = 0;
    program = await start();
    await until(() => emails.every((email) => mailsTo(email).length > 0), 10);
    expect(emails.map((email) => mailsTo(email).length)).toEqual([1, 1]);
  }, 120_000);

  it('caused by unauthenticated requests waits for all others', async () => {
    const [, host = ''] = (await invite()).split('@');
    await program.stop();
    program = await start({ WORKER_CONCURRENCY: '1' });
    server.delayMs = 700;
    const strangers = Array.from({ length: 10 }, (_, i) => `fremd-${i}@${host}`);
    const registrations = `/public/tenants/${host.split('.')[0]}/registrations`;
    await Promise.all(
      strangers.map((email) =>
        Api.anonymous()
          .at(program.baseUrl)
          .post(registrations)
          .send({ company: 'Fremd GmbH', lastName: 'Fremd', email })
          .expect(202),
      ),
    );
    const email = await invite();
    const left = server.received.length;
    await until(() => mailsTo(email).length > 0, 20);
    const place = server.received.findIndex(({ to }) => to.includes(email));
    // The next, or the one after it: the worker may just have begun with another.
    expect(place - left).toBeLessThanOrEqual(1);
    server.delayMs = 0;
    await until(() => strangers.every((stranger) => mailsTo(stranger).length > 0), 20);
    const later = server.received
      .slice(place)
      .flatMap(({ to }) => strangers.filter((each) => to.includes(each)));
    expect(later.length).toBeGreaterThan(2);
    await program.stop();
    program = await start();
  }, 120_000);

  it('waits for a mail server that is away', async () => {
    const { port } = server;
    await server.stop();
    const email = await invite();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const attempts = async (): Promise<number> => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT max(attempts)::int AS n FROM outgoing_mails WHERE state = 'QUEUED'`,
      );
      return rows[0]?.n ?? 0;
    };
    for (let waits = 0; (await attempts()) === 0 && waits < 100; waits++) await sleep(100);
    expect(await attempts()).toBeGreaterThan(0);
    await client.end();

    server = await MailServer.start(port);
    await until(() => mailsTo(email).length > 0, 15);
    expect(mailsTo(email)).toHaveLength(1);
  });

  it('is sent after all when the program was killed in the middle of sending', async () => {
    server.hangs = true;
    const before = server.seen;
    const email = await invite();
    await until(() => server.seen > before, 10);
    program.child.kill('SIGKILL');
    server.hangs = false;
    program = await start();
    await until(() => mailsTo(email).length > 0, 25);
    await sleep(1_000);
    expect(mailsTo(email)).toHaveLength(1);
  }, 60_000);
});
