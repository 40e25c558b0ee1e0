import { EventStream } from './support/event-stream';
import { decide, statusesOf } from './support/inbox';
import { CURRENCY_SIGN } from './support/prices';
import { decideOrder, makeOffer } from './support/shops';
import { cancel, CancellingWorld, codeOf, KINDS, mailsAbout } from './support/cancelling';

describe('Cancelling', () => {
  let orders: CancellingWorld;
  let world: CancellingWorld['world'];
  let agent: CancellingWorld['agent'];
  let mainUser: CancellingWorld['mainUser'];
  let user: CancellingWorld['user'];
  let colleague: CancellingWorld['colleague'];

  beforeAll(async () => {
    orders = await CancellingWorld.make();
    ({ world, agent, mainUser, user, colleague } = orders);
  });

  describe('by the customer', () => {
    it.each(KINDS)('ends what nobody has decided, everywhere at once: %s', async (kind) => {
      const { id, number } = await orders.submitted(kind);
      const streams = [
        await EventStream.open(agent, '/staff/events'),
        await EventStream.open(user, '/portal/events'),
      ];
      const { open } = (await agent.get('/staff/inbox-counts').expect(200)).body;
      const { body } = await cancel(user, id, 'Doppelt bestellt.').expect(200);
      expect(body).toMatchObject({
        status: 'CANCELLED',
        cancellation: {
          cancelledBy: 'CUSTOMER',
          reason: 'Doppelt bestellt.',
          cancelledAt: expect.any(String),
        },
      });
      expect((await agent.get('/staff/inbox-counts').expect(200)).body.open).toBe(open - 1);
      expect(await orders.itemOf(number)).toMatchObject({
        state: 'DONE',
        assignee: null,
        outcome: {
          decision: 'CANCELLED',
          decidedBy: { id: user.contactId, name: 'Kim Muster' },
          message: 'Doppelt bestellt.',
        },
        order: { status: 'CANCELLED' },
      });
      for (const stream of streams) {
        await stream.until(() => stream.about(id).includes('order.cancelled'));
        stream.close();
      }
      const [mail, ...others] = await mailsAbout(user, `${number}: storniert`);
      expect(others).toEqual([]);
      expect(mail).toContain('Doppelt bestellt.');
      expect(CURRENCY_SIGN.test(mail ?? '')).toBe(kind === 'ORDER');
      const { body: notes } = await agent
        .get(`/staff/inbox-items/${(await orders.itemOf(number)).id}/notes`)
        .expect(200);
      expect(notes.items).toMatchObject([{ event: 'CANCELLED_BY_CUSTOMER', author: null }]);
      const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
      expect(log.items[0]).toMatchObject({
        action: 'order.cancelled',
        actorId: user.contactId,
        changes: { cancelledBy: 'CUSTOMER', reason: 'Doppelt bestellt.' },
      });
      const { body: listed } = await user.get('/portal/orders?status=CANCELLED&limit=1').expect(200);
      expect(listed.items).toMatchObject([{ id }]);
    });

    it('needs no reason, and keeps who was working on it', async () => {
      const { id, number } = await orders.submitted('ORDER');
      const { id: item } = await orders.itemOf(number);
      await agent.put(`/staff/inbox-items/${item}/assignee`).send({}).expect(200);
      expect((await cancel(user, id).expect(200)).body.cancellation.reason).toBeNull();
      expect(await orders.itemOf(number)).toMatchObject({
        state: 'DONE',
        assignee: { id: agent.id },
        outcome: { decision: 'CANCELLED', message: null },
      });
    });

    it.each(KINDS)('is theirs, or the company’s for a main user, who is mailed as well: %s', async (kind) => {
      const { id, number } = await orders.submitted(kind);
      expect(codeOf(await cancel(colleague, id))).toBe('404 not-found');
      expect(codeOf(await cancel(mainUser, id))).toBe('200 ');
      for (const person of [user, mainUser])
        expect(await mailsAbout(person, `${number}: storniert`)).toHaveLength(1);
      expect(await mailsAbout(colleague, number)).toEqual([]);
    });

    it('is refused once the item is decided', async () => {
      const decided: string[] = [];
      for (const kind of KINDS) {
        const rejected = await orders.submitted(kind);
        await decideOrder(agent, rejected.number, { decision: 'REJECTED' });
        decided.push(rejected.id);
        const cancelled = await orders.submitted(kind);
        await cancel(user, cancelled.id).expect(200);
        decided.push(cancelled.id);
      }
      const accepted = await orders.submitted('ORDER');
      await decideOrder(agent, accepted.number, { decision: 'ACCEPTED' });
      const offered = await orders.submitted('QUOTE_REQUEST');
      await makeOffer(agent, offered.id, 500);
      for (const id of [...decided, accepted.id, offered.id])
        expect(codeOf(await cancel(user, id))).toBe('409 order.decided');
    });

    it.each([
      ['ORDER', { decision: 'ACCEPTED' }],
      ['ORDER', { decision: 'REJECTED' }],
      ['QUOTE_REQUEST', { decision: 'REJECTED' }],
    ] as const)('or a decision wins, never both: %s %j', async (kind, outcome) => {
      for (let round = 0; round < 5; round++) {
        const { id, number } = await orders.submitted(kind);
        const { id: item } = await orders.itemOf(number);
        const requests = [cancel(user, id), decide(agent, item, outcome), cancel(mainUser, id)];
        expect(await statusesOf(round % 2 ? requests.reverse() : requests)).toEqual([200, 409, 409]);
        const { outcome: decided, order, state } = await orders.itemOf(number);
        expect(decided.decision).toBe(order.status);
        expect(state).toBe(order.status === 'REJECTED' ? 'REJECTED' : 'DONE');
      }
    });

    it('leaves what is cancelled as it is', async () => {
      const { id, number } = await orders.submitted('ORDER');
      const { id: item } = await orders.itemOf(number);
      await cancel(user, id).expect(200);
      expect(codeOf(await decide(agent, item, { decision: 'ACCEPTED' }))).toBe('409 inbox.decided');
      expect(codeOf(await orders.cancelAsStaff(id, 'Auch wir.'))).toBe('409 order.decided');
    });
  });
});
