import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { EventStream } from './support/event-stream';
import { addContact } from './support/population';
import { PASSWORD } from './support/world';

import {
  closeStreams,
  type Contact,
  listen,
  type LiveWorld,
  makeLiveWorld,
  SOON_MS,
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

  it('end with the access, before the next event', async () => {
    const contact = await addContact(world, customerId, 'MAIN_USER');
    const stream = await listen(contact);
    await world.admin.delete(`/staff/contacts/${contact.contactId}/portal-access`).expect(204);
    await ticketOf(mainUser);
    await stream.until(() => stream.ended);
    expect(stream.events).toEqual([]);
    const again = await EventStream.open(contact, '/portal/events');
    expect(again.response.status).toBe(401);
  });

  describe('end at once, though nothing happens, with a session that', () => {
    const credentials = (email: string) => ({ tenant: world.tenant.slug, email, password: PASSWORD });
    const inSql = (sql: string) => async (person: Contact) => {
      await asSuperuser(sql, [person.contactId]);
    };

    const ends: [string, (person: Contact) => Promise<unknown>][] = [
      ['logs out', (person) => person.post('/auth/logout').expect(204)],
      [
        'is ended from another one',
        async ({ email }) => {
          const other = await Api.signIn(credentials(email));
          await other.post('/auth/session-endings').send({ currentPassword: PASSWORD }).expect(204);
        },
      ],
      [
        'another one changes the password of',
        async ({ email }) => {
          const other = await Api.signIn(credentials(email));
          const change = { currentPassword: PASSWORD, newPassword: 'Neunundneunzig Ballons 99' };
          await other.put('/auth/password').send(change).expect(204);
        },
      ],
      [
        'loses its access',
        ({ contactId }) => world.admin.delete(`/staff/contacts/${contactId}/portal-access`).expect(204),
      ],
      ['whoever ends', inSql('UPDATE sessions SET ended_at = now() WHERE account_id = $1')],
      ['whoever deletes', inSql('DELETE FROM sessions WHERE account_id = $1')],
      ['whoever closes the account of', inSql(`UPDATE accounts SET state = 'DEACTIVATED' WHERE id = $1`)],
    ];

    it.each(ends)('%s', async (_, end) => {
      const person = await addContact(world, customerId, 'USER');
      const neighbours = await Promise.all([listen(user), listen(agent), listen(stranger)]);
      const stream = await listen(person);
      await end(person);
      await stream.until(() => stream.ended, SOON_MS);
      expect(stream.events).toEqual([]);
      expect(neighbours.map(({ ended }) => ended)).toEqual([false, false, false]);
    });

    it('expires', async () => {
      const person = await addContact(world, customerId, 'USER');
      await asSuperuser(
        `UPDATE sessions SET expires_at = now() + interval '2 seconds' WHERE account_id = $1`,
        [person.contactId],
      );
      const stream = await listen(person);
      await stream.until(() => stream.ended, 2_000 + SOON_MS);
    });
  });
});
