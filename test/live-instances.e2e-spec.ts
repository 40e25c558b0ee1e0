import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { makeLogin } from './support/login';
import { addContact } from './support/population';
import { type Program, startProgram } from './support/stack';

import { closeStreams, listen, type LiveWorld, makeLiveWorld, SOON_MS } from './support/live-world';
import { ticketOf } from './support/portal-tickets';

describe('Live events', () => {
  let agent: LiveWorld['agent'];
  let world: LiveWorld['world'];
  let customerId: LiveWorld['customerId'];
  let mainUser: LiveWorld['mainUser'];
  let user: LiveWorld['user'];

  beforeAll(async () => {
    ({ agent, world, customerId, mainUser, user } = await makeLiveWorld());
  });

  afterEach(closeStreams);

  it('carry nothing personal between the instances', async () => {
    const { databaseUrl } = e2eEnvironment();
    const { Client } = await import('pg');
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const payloads: string[] = [];
    client.on('notification', ({ payload }) => payloads.push(payload ?? ''));
    await client.query('LISTEN kundenportal_live');
    const ticketId = await ticketOf(user);
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline && !payloads.some((text) => text.includes(ticketId))) await sleep(50);
    await client.end();
    const announcement = JSON.parse(payloads.find((text) => text.includes(ticketId))!) as object;
    expect(announcement).toEqual({
      tenantId: expect.any(String),
      announcementId: expect.any(String),
      event: { type: 'ticket.created', id: ticketId, at: expect.any(String) },
      audience: { customerId, contactId: user.contactId },
    });
  });

  describe('with a second instance on the same database', () => {
    // Its connections are told by this name from those of the other suites' instances.
    let role: string;
    let second: Program;

    beforeAll(async () => {
      const { databaseUrl, folder } = e2eEnvironment();
      const logins = await makeLogin(databaseUrl);
      role = new URL(logins.DATABASE_URL).username;
      // One job at a time: those that other suites leave behind are not to hold up its end.
      second = await startProgram(databaseUrl, folder, { ...logins, WORKER_CONCURRENCY: '1' });
    }, 60_000);

    afterAll(() => second.stop());

    it('arrive at both, whichever served the change', async () => {
      const here = await listen(agent);
      const there = await listen(user, second.baseUrl);
      const first = await ticketOf(user);
      await Promise.all([here, there].map((stream) => stream.until(() => stream.about(first).length > 0)));
      const atSecond = await ticketOf(user.at(second.baseUrl));
      await Promise.all([here, there].map((stream) => stream.until(() => stream.about(atSecond).length > 0)));
      expect(here.about(first)).toEqual(['ticket.created']);
    });

    it('end at both with a session, and go on at the other one, which has heard the same', async () => {
      const person = await addContact(world, customerId, 'USER');
      const streams = [await listen(person), await listen(person, second.baseUrl)];
      const other = await listen(user, second.baseUrl);
      await person.post('/auth/logout').expect(204);
      await Promise.all(streams.map((stream) => stream.until(() => stream.ended, SOON_MS)));
      expect(other.ended).toBe(false);

      const seen = await ticketOf(user);
      await other.until(() => other.about(seen).length > 0);
      other.close();
      const witness = await listen(mainUser);
      const missed = await ticketOf(user);
      await witness.until(() => witness.about(missed).length > 0);
      const back = await listen(user, undefined, other.lastEventId);
      await back.until(() => back.events.length > 0);
      expect([back.events.map(({ id }) => id), back.resets]).toEqual([[missed], 0]);
    });

    it('end when the connection to the database breaks, and work again after a reconnect', async () => {
      const stream = await listen(user, second.baseUrl);
      await stream.until(() => stream.lastEventId !== '');
      await asSuperuser(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'kundenportal-live' AND usename = '${role}'`,
      );
      await stream.until(() => stream.ended);
      const again = await listen(user, second.baseUrl, stream.lastEventId);
      const ticketId = await ticketOf(user);
      await again.until(() => again.about(ticketId).length > 0);
      // Nobody listened meanwhile, so nobody knows what was missed.
      expect(again.resets).toBe(1);
    });

    it('end in order and at once when their instance is told to stop', async () => {
      const staying = await listen(agent);
      const going = await listen(user, second.baseUrl);
      const exit = once(second.child, 'exit');
      const since = Date.now();
      second.child.kill('SIGTERM');
      await going.until(() => going.ended);
      const [code] = (await exit) as [number | null];
      // Jobs under way, of other suites perhaps, are finished; nothing has to be forced.
      const inOrder = code === 0 && Date.now() - since < 8_000;
      const log = readFileSync(second.logFile, 'utf8').split('\n').slice(-30);
      expect({ inOrder, ...(!inOrder && { code, log }) }).toEqual({ inOrder: true });
      expect(staying.ended).toBe(false);
    });
  });
});
