import type { Api } from './support/api';
import { mailsTo } from './support/mailbox';
import { addContact } from './support/population';
import { jobsDone } from './support/rows';
import { answerTicket, ticketOf } from './support/portal-tickets';
import { makeWatchers, type Watchers } from './support/watchers';

describe('Tickets', () => {
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

  describe('when two tickets become one', () => {
    type Body = Readonly<Record<string, unknown>>;
    interface Version {
      readonly version: number;
    }

    const read = async (by: Api, id: string, audience: 'portal' | 'staff' = 'portal') =>
      (await by.get(`/${audience}/tickets/${id}`).expect(200)).body;
    const bodiesAt = async (
      by: Api,
      id: string,
      audience: 'portal' | 'staff' = 'portal',
    ): Promise<string[]> =>
      (await by.get(`/${audience}/tickets/${id}/comments`).expect(200)).body.items.map(
        ({ body }: { body: string }) => body,
      );
    const ask = (first: Version & Body, second: Version & Body) =>
      agent
        .put(`/staff/tickets/${String(first.id)}/merged/${String(second.id)}`)
        .set('If-Match', `"${first.version}"`)
        .send({ version: second.version });
    async function merge(firstId: string, secondId: string, status = 200) {
      return (
        await ask(await read(agent, firstId, 'staff'), await read(agent, secondId, 'staff')).expect(status)
      ).body;
    }
    const note = (id: string, body: string): Promise<unknown> =>
      agent.post(`/staff/tickets/${id}/comments`).send({ body, visibility: 'INTERNAL' }).expect(201);
    const attach = async (by: Api, id: string): Promise<string> =>
      (
        await by
          .post(`/portal/tickets/${id}/attachments`)
          .attach('file', Buffer.from('E-43'), 'zweite.txt')
          .expect(201)
      ).body.id;

    it('shows both conversations and files in the one that goes on, internal ones to staff', async () => {
      const first = await ticketOf(owner, 'Drucker druckt nicht');
      const second = await ticketOf(owner, 'Drucker druckt immer noch nicht');
      await answerTicket(agent, first, 'Erste Antwort');
      await answerTicket(agent, second, 'Zweite Antwort');
      await note(second, 'Intern am zweiten');
      const file = await attach(owner, second);
      const merged = await merge(first, second);
      expect(merged).toMatchObject({
        id: first,
        mergedInto: null,
        merged: [
          {
            id: second,
            subject: 'Drucker druckt immer noch nicht',
            author: { kind: 'CONTACT', name: 'Kim Eigen' },
          },
        ],
        attachments: [{ id: file, ticketId: second }],
      });
      expect(merged.history.at(-1)).toMatchObject({ event: 'MERGED', to: merged.merged[0].number });
      expect(await bodiesAt(agent, first, 'staff')).toEqual([
        'Erste Antwort',
        'Zweite Antwort',
        'Intern am zweiten',
      ]);
      expect(await bodiesAt(owner, first)).toEqual(['Erste Antwort', 'Zweite Antwort']);
      await owner.get(`/portal/tickets/${first}/attachments/${file}`).expect(200);
      const ended = await read(owner, second);
      expect(ended).toMatchObject({
        status: 'CLOSED',
        mergedInto: { id: first, number: merged.number },
        merged: [],
      });
      expect(ended.history.at(-1)).toMatchObject({ event: 'MERGED_INTO', to: merged.number });
      expect((await owner.get(`/portal/tickets/${first}`)).body.history).not.toContainEqual(
        expect.objectContaining({ event: 'MERGED' }),
      );
    });

    it('lets the people of the second follow the first, and shows nobody what they could not see before', async () => {
      const first = await ticketOf(owner, 'Netz weg');
      const second = await ticketOf(watcher, 'WLAN weg');
      const third = await addContact(world, customerId, 'USER', 'Mitwisser');
      await watcher.put(`/portal${pathOf(second, third)}`).expect(204);
      await answerTicket(agent, second, 'Nur für die vom zweiten');
      const file = await attach(watcher, second);
      await merge(first, second);
      await answerTicket(agent, first, 'Für alle');
      await jobsDone();
      for (const person of [watcher, third, mainUser]) {
        expect(await bodiesAt(person, first)).toEqual(['Nur für die vom zweiten', 'Für alle']);
        expect(await read(person, second)).toMatchObject({ mergedInto: { id: first } });
        await person.get(`/portal/tickets/${first}/attachments/${file}`).expect(200);
      }
      expect(await bodiesAt(owner, first)).toEqual(['Für alle']);
      expect(await read(owner, first)).toMatchObject({ merged: [], attachments: [] });
      await owner.get(`/portal/tickets/${first}/attachments/${file}`).expect(404);
      await owner.get(`/portal/tickets/${second}`).expect(404);
      // Who is taken out of the first afterwards is not led there any more.
      await owner.delete(`/portal${pathOf(first)}`).expect(204);
      expect(await read(watcher, second)).toMatchObject({ mergedInto: null });
    });

    it('tells whose the second was where it goes on, in a mail that belongs to both conversations', async () => {
      const first = await ticketOf(owner, 'Beamer dunkel');
      const second = await ticketOf(watcher, 'Beamer ganz dunkel');
      const { number } = await merge(first, second);
      await jobsDone();
      const mails = await mailsTo(watcher.email);
      const about = mails.filter(({ subject }) => subject.includes('Beamer ganz dunkel'));
      const withLinkTo = (id: string) => about.filter(({ text }) => text.includes(`/tickets/${id}`));
      const [told] = withLinkTo(first);
      expect(told?.text).toContain(number);
      // The receipt; which of the two leaves first is nobody's promise.
      expect([withLinkTo(first).length, withLinkTo(second).length, about.length]).toEqual([1, 1, 2]);
      expect((await mailsTo(owner.email)).filter(({ text }) => text.includes(second))).toEqual([]);
    });

    it('brings along what had been merged before, and is for good', async () => {
      const [first, second, third] = [await ticketOf(owner), await ticketOf(owner), await ticketOf(owner)];
      await answerTicket(agent, third, 'Am dritten');
      await merge(second, third);
      await merge(first, second);
      expect((await read(owner, first)).merged.map(({ id }: { id: string }) => id)).toEqual([second, third]);
      expect(await bodiesAt(owner, first)).toEqual(['Am dritten']);
      expect(await read(owner, third)).toMatchObject({ mergedInto: { id: first } });
      const ended = await read(agent, third, 'staff');
      const reopened = await agent
        .patch(`/staff/tickets/${third}`)
        .set('If-Match', `"${ended.version}"`)
        .send({ status: 'IN_PROGRESS' })
        .expect(409);
      expect(reopened.body.code).toBe('ticket.merged');
      expect((await owner.delete(`/portal/tickets/${third}/closure`).expect(409)).body.code).toBe(
        'ticket.merged',
      );
      expect((await merge(third, await ticketOf(owner), 409)).code).toBe('ticket.merged');
      expect((await merge(await ticketOf(owner), third, 409)).code).toBe('ticket.merged');
    });

    it('is refused for other customers, itself, what is closed, and what somebody has changed meanwhile', async () => {
      const first = await ticketOf(owner);
      const foreign = await ticketOf(stranger);
      expect((await merge(first, foreign, 409)).code).toBe('ticket.other-customer');
      expect((await merge(first, first, 409)).code).toBe('ticket.merged-with-itself');
      const second = await ticketOf(owner);
      const [seenFirst, seenSecond] = [await read(agent, first, 'staff'), await read(agent, second, 'staff')];
      await answerTicket(agent, second);
      await ask(seenFirst, seenSecond).expect(412);
      await answerTicket(agent, first);
      await ask(seenFirst, await read(agent, second, 'staff')).expect(412);
      await owner.put(`/portal/tickets/${first}/closure`).expect(204);
      expect((await merge(first, second, 409)).code).toBe('ticket.closed');
      expect(await read(agent, second, 'staff')).toMatchObject({ status: 'IN_PROGRESS', mergedInto: null });
    });
  });
});
