import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Api } from './support/api';
import { MailServer } from './support/mail-server';
import { MailProgram, until } from './support/mail-program';

describe('Mail', () => {
  let portal: MailProgram;

  beforeAll(async () => {
    portal = await MailProgram.start();
  }, 60_000);

  afterAll(() => portal.stop());

  it('leaves through the mail server that is configured', async () => {
    const email = await portal.invite();
    await until(() => portal.mailsTo(email).length > 0, 10);
    expect(portal.mailsTo(email)).toEqual([
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
    const { admin } = await portal.inviteAdmin();
    const { body: customer } = await admin.post('/staff/customers').send({ name: 'Muster GmbH' }).expect(201);
    const { body: contact } = await admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .send({ lastName: 'Wartet', email: 'wartet@muster.example' })
      .expect(201);
    const access = `/staff/contacts/${contact.id}/portal-access`;
    const delivery = async (): Promise<{ state: string; error: string | null }> =>
      (await admin.get(access).expect(200)).body.credentialsMail;

    const { port } = portal.server;
    await portal.server.stop();
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

    portal.server = await MailServer.start(port);
    for (let waits = 0; (await delivery()).state !== 'SENT' && waits < 300; waits++) await sleep(100);
    expect(await delivery()).toMatchObject({ state: 'SENT', sentAt: expect.any(String), error: null });
    // What was void before it could be sent is not sent any more.
    await sleep(3_000);
    expect(portal.mailsTo('wartet@muster.example')).toHaveLength(1);
  }, 60_000);

  it('that is refused leaves the codes of the refusal behind, not the address that the server repeats', async () => {
    const logged = readFileSync(portal.program.logFile, 'utf8').length;
    portal.server.refusal = { code: 550, text: '5.1.1 Unknown here:' };
    const email = await portal.invite();
    const { rows } = await portal.settled(email);
    expect(rows).toEqual([{ state: 'FAILED', last_error: 'SMTP: recipient refused (550 5.1.1)' }]);
    portal.server.refusal = undefined;
    const log = readFileSync(portal.program.logFile, 'utf8').slice(logged);
    expect(log).toContain('recipient refused (550 5.1.1)');
    expect(log).not.toMatch(/@mail-\d|Unknown here/);
  });

  it('is told in clear to no other machine, unless the operator allows it', async () => {
    // Leads here, and is no loopback address.
    const foreign = await MailServer.start(0, '0.0.0.0');
    await portal.restart({ SMTP_URL: `${foreign.url}?ignoreTLS=true&requireTLS=false` });
    const email = await portal.invite();
    const { rows } = await portal.settled(email);
    expect(rows).toEqual([
      { state: 'QUEUED', last_error: expect.stringContaining('no encrypted connection') },
    ]);
    expect([foreign.told, foreign.seen]).toEqual([[], 0]);

    await portal.restart({ SMTP_URL: foreign.url, SMTP_ALLOW_PLAINTEXT: 'on' });
    await until(() => foreign.received.length > 0, 20);
    expect(foreign.received).toEqual([
      expect.objectContaining({ to: expect.stringContaining(email), encrypted: false }),
    ]);
    await foreign.stop();
    await portal.restart();
  }, 60_000);

  /** What has become of the mail to the administrator of the newest tenant, once an attempt has failed. */
  it('sends once, however long the mail server takes: a slow worker does not count as terminated', async () => {
    portal.server.delayMs = 12_000;
    const email = await portal.invite();
    await until(() => portal.mailsTo(email).length > 0, 10);
    await sleep(15_000);
    portal.server.delayMs = 0;
    expect(portal.mailsTo(email)).toHaveLength(1);
  }, 60_000);

  describe('with one job at a time', () => {
    beforeAll(() => portal.restart({ WORKER_CONCURRENCY: '1' }), 60_000);

    it('under way is finished by an instance that is told to stop, and what it has not begun is left to others', async () => {
      const client = new Client({ connectionString: portal.database.url });
      await client.connect();
      const locked = async (): Promise<number> =>
        (await client.query('SELECT FROM graphile_worker.jobs WHERE locked_by IS NOT NULL')).rows.length;
      const logged = readFileSync(portal.program.logFile, 'utf8').length;

      const { seen } = portal.server;
      portal.server.delayMs = 4_000;
      // One is being sent, the other waits for it.
      const emails = await Promise.all([portal.invite(), portal.invite()]);
      await until(() => portal.server.seen > seen, 10);
      expect(await locked()).toBe(1);
      const exit = once(portal.program.child, 'exit');
      portal.program.child.kill('SIGTERM');
      expect(await exit).toEqual([0, null]);
      expect(await locked()).toBe(0);
      await client.end();
      expect(readFileSync(portal.program.logFile, 'utf8').slice(logged)).not.toMatch(/ERROR|"level":"error"/);

      portal.server.delayMs = 0;
      await portal.restart({ WORKER_CONCURRENCY: '1' });
      await until(() => emails.every((email) => portal.mailsTo(email).length > 0), 10);
      expect(emails.map((email) => portal.mailsTo(email).length)).toEqual([1, 1]);
    }, 120_000);

    it('caused by unauthenticated requests waits for all others', async () => {
      const [, host = ''] = (await portal.invite()).split('@');
      portal.server.delayMs = 700;
      const strangers = Array.from({ length: 10 }, (_, i) => `fremd-${i}@${host}`);
      const registrations = `/public/tenants/${host.split('.')[0]}/registrations`;
      await Promise.all(
        strangers.map((email) =>
          Api.anonymous()
            .at(portal.program.baseUrl)
            .post(registrations)
            .send({ company: 'Fremd GmbH', lastName: 'Fremd', email })
            .expect(202),
        ),
      );
      const email = await portal.invite();
      const left = portal.server.received.length;
      await until(() => portal.mailsTo(email).length > 0, 20);
      const place = portal.server.received.findIndex(({ to }) => to.includes(email));
      // The next, or the one after it: the worker may just have begun with another.
      expect(place - left).toBeLessThanOrEqual(1);
      portal.server.delayMs = 0;
      await until(() => strangers.every((stranger) => portal.mailsTo(stranger).length > 0), 20);
      const later = portal.server.received
        .slice(place)
        .flatMap(({ to }) => strangers.filter((each) => to.includes(each)));
      expect(later.length).toBeGreaterThan(2);
    }, 120_000);
  });

  it('waits for a mail server that is away', async () => {
    const { port } = portal.server;
    await portal.server.stop();
    const email = await portal.invite();
    const client = new Client({ connectionString: portal.database.url });
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

    portal.server = await MailServer.start(port);
    await until(() => portal.mailsTo(email).length > 0, 15);
    expect(portal.mailsTo(email)).toHaveLength(1);
  });

  it('is sent after all when the program was killed in the middle of sending', async () => {
    portal.server.hangs = true;
    const before = portal.server.seen;
    const email = await portal.invite();
    await until(() => portal.server.seen > before, 10);
    portal.program.child.kill('SIGKILL');
    portal.server.hangs = false;
    await portal.restart();
    await until(() => portal.mailsTo(email).length > 0, 25);
    await sleep(1_000);
    expect(portal.mailsTo(email)).toHaveLength(1);
  }, 60_000);
});
