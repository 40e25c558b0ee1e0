import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { EventStream } from './support/event-stream';
import { registrationItem } from './support/inbox';
import { addContact } from './support/population';
import { makeWorld } from './support/world';

import {
  closeStreams,
  comment,
  listen,
  listenElsewhere,
  type LiveWorld,
  makeLiveWorld,
} from './support/live-world';
import { ticketOf } from './support/portal-tickets';

describe('Live events', () => {
  let world: LiveWorld['world'];
  let agent: LiveWorld['agent'];
  let customerId: LiveWorld['customerId'];
  let mainUser: LiveWorld['mainUser'];
  let user: LiveWorld['user'];
  let stranger: LiveWorld['stranger'];

  beforeAll(async () => {
    ({ world, agent, customerId, mainUser, user, stranger } = await makeLiveWorld());
  });

  afterEach(closeStreams);

  it('keep the connection alive', async () => {
    const quiet = await listen(stranger);
    await quiet.until(() => quiet.heartbeats > 0, 25_000);
    expect(quiet.ended).toBe(false);
  }, 40_000);

  it('are for each person on five connections at most', async () => {
    const person = await addContact(world, customerId, 'USER');
    const held: EventStream[] = [];
    for (let i = 0; i < 5; i++) held.push(await listen(person));
    const refused = await EventStream.open(person, '/portal/events');
    expect(refused.response.status).toBe(429);
    expect(refused.response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(refused.response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.response.json()).toMatchObject({ code: 'live.too-many-streams', status: 429 });
    held[0]?.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await listen(person);
  });

  it('come as a stream that nothing on the way holds back', async () => {
    const { response } = await listen(agent);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('x-correlation-id')).toBeTruthy();
  });

  it('end by themselves after a requested time', async () => {
    const ticketId = await ticketOf(user);
    const answer = agent.get('/staff/events?seconds=6').buffer(true);
    const [{ text }] = await Promise.all([
      answer,
      new Promise((resolve) => setTimeout(resolve, 500)).then(() => comment(agent, ticketId, 'PUBLIC')),
    ]);
    expect(text).toMatch(/^retry: 3000\nid: \S+\n\n/);
    expect(text).toContain(`"type":"ticket.commented","id":"${ticketId}"`);
    await agent.get('/staff/events?seconds=0').expect(422);
  });

  it('begin with what has happened since their client has read what it shows', async () => {
    const witness = await listen(user);
    const before = Date.now();
    const ticketId = await ticketOf(user);
    await witness.until(() => witness.about(ticketId).length > 0);
    const beginOf = async (api: Api, query: string): Promise<string> =>
      (await api.get(`/portal/events?seconds=1${query}`).buffer(true).expect(200)).text;
    const readMsAgo = Date.now() - before;
    expect(await beginOf(user, `&readMsAgo=${readMsAgo}`)).toContain(ticketId);
    expect(await beginOf(stranger, `&readMsAgo=${readMsAgo}`)).not.toContain(ticketId);
    expect(await beginOf(user, '&readMsAgo=0')).not.toContain(ticketId);
    expect(await beginOf(user, '')).not.toContain(ticketId);
    await user.get('/portal/events?readMsAgo=-1').expect(422);
  });

  it('keep no connection for HEAD', async () => {
    const { hostname, port } = new URL(e2eEnvironment().baseUrl);
    for (let i = 0; i < 7; i++) {
      const headers = { authorization: `Bearer ${agent.accessToken}` };
      const sent = httpRequest({
        hostname,
        port,
        path: '/api/v1/staff/events',
        method: 'HEAD',
        headers,
        agent: false,
      });
      const [{ statusCode }] = (await once(sent.end(), 'response')) as [{ statusCode: number }];
      expect(statusCode).toBe(200);
    }
    await listen(agent);
  });

  describe('go on where they broke off', () => {
    const heardBy = async (stream: EventStream, ...ids: string[]): Promise<void> => {
      await stream.until(() => ids.every((id) => stream.about(id).length > 0));
    };

    it('with all that was missed and nothing else, for each what they may know', async () => {
      const heardElsewhere = await listenElsewhere();
      const witness = await listen(agent);
      const [staff, contact] = [await listen(agent), await listen(user)];
      const first = await ticketOf(user);
      await Promise.all([witness, staff, contact].map((stream) => heardBy(stream, first)));
      for (const stream of [staff, contact]) stream.close();

      // Twelve, of which the contact may know three.
      const missed: string[] = [];
      for (let round = 0; round < 3; round++) {
        missed.push(await ticketOf(user), await ticketOf(mainUser), await ticketOf(stranger));
        await comment(agent, first, 'INTERNAL');
      }
      await witness.until(() => witness.events.length >= 13);
      const [staffBack, contactBack] = [
        await listen(agent, undefined, staff.lastEventId),
        await listen(user, undefined, contact.lastEventId),
      ];
      await staffBack.until(() => staffBack.events.length >= 12);
      await contactBack.until(() => contactBack.events.length >= 3);
      expect(staffBack.events).toEqual(witness.events.slice(1));
      const theirs = [missed[0], missed[3], missed[6]];
      expect(contactBack.events).toHaveLength(3);
      expect(contactBack.events).toEqual(witness.events.filter(({ id }) => theirs.includes(id)));

      const next = await ticketOf(user);
      await Promise.all([staffBack, contactBack].map((stream) => heardBy(stream, next)));
      expect(staffBack.events).toHaveLength(13);
      expect(contactBack.events).toHaveLength(4);
      expect([staffBack.resets, contactBack.resets]).toEqual([0, 0]);
      expect(heardElsewhere()).toEqual([]);
    });

    it('also for who had got nothing yet', async () => {
      const person = await addContact(world, customerId, 'USER');
      const stream = await listen(person);
      await stream.until(() => stream.lastEventId !== '');
      stream.close();
      const witness = await listen(mainUser);
      const missed = await ticketOf(person);
      await heardBy(witness, missed);
      const back = await listen(person, undefined, stream.lastEventId);
      await heardBy(back, missed);
      expect([back.events.length, back.resets]).toEqual([1, 0]);
    });

    it('or say that everything is to be read anew, where what was missed is not known', async () => {
      const foreign = await makeWorld();
      const outsider = await listen(foreign.admin);
      await registrationItem(foreign);
      await outsider.until(() => outsider.events.length > 0);
      const staff = await listen(agent);
      const known = await ticketOf(user);
      await heardBy(staff, known);
      // Only then: transactions have no promised order, and the last event is to be the one of staff alone.
      await comment(agent, known, 'INTERNAL');
      await staff.until(() => staff.events.length >= 2);
      // An event that the contact may not see counts as unknown, like one that never was.
      const marks = ['0', 'x'.repeat(2_000), '01890a5d-ac96-774b-bcce-b302099a8057', outsider.lastEventId];
      for (const [api, mark] of [
        ...marks.map((mark) => [user, mark] as const),
        [agent, outsider.lastEventId] as const,
        [user, staff.lastEventId] as const,
      ]) {
        const stream = await listen(api, undefined, mark);
        await stream.until(() => stream.resets > 0);
        expect(stream.raw).toMatch(/\nevent: reset\ndata: \{"type":"reset","at":"[^"]+Z"\}\n\n/);
        const own = await ticketOf(user);
        await heardBy(stream, own);
        expect([stream.events.length, stream.resets]).toEqual([1, 1]);
        stream.close();
        const back = await listen(api, undefined, stream.lastEventId);
        const later = await ticketOf(user);
        await heardBy(back, later);
        expect([back.events.length, back.resets]).toEqual([1, 0]);
        back.close();
      }
    });
  });
});
