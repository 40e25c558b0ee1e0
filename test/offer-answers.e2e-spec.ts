import type { Response } from 'supertest';
import { EventStream } from './support/event-stream';
import { decide, newestItem } from './support/inbox';
import { mailsTo, newestMail } from './support/mailbox';
import { addContact } from './support/population';
import { jobsDone } from './support/rows';
import {
  answerOffer,
  decideOrder,
  makeOffer,
  pricesFor,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';

import { makeTwoRates, type OfferWorld, TWO_RATES_TOTALS } from './support/offer-world';

describe('An offer', () => {
  let offers: OfferWorld;
  let world: OfferWorld['world'];
  let agent: OfferWorld['agent'];
  let user: OfferWorld['user'];
  let mainUser: OfferWorld['mainUser'];
  let articles: OfferWorld['articles'];

  beforeAll(async () => {
    offers = await makeTwoRates();
    ({ world, agent, user, mainUser, articles } = offers);
  });

  const codeOf = ({ status, body }: Response): string => `${status} ${body.code ?? ''}`;

  describe('that the customer declines', () => {
    const itemOf = async (id: string): Promise<Response['body']> => {
      const { number } = await offers.forStaff(id);
      const { body } = await agent
        .get(`/staff/inbox-items?number=${number}&state=NEW,IN_PROGRESS,DONE,REJECTED`)
        .expect(200);
      return (await agent.get(`/staff/inbox-items/${body.items[0].id}`).expect(200)).body;
    };
    interface Counts {
      open: number;
      unassigned: number;
      byType: { type: string; new: number; done: number }[];
    }
    const counts = async (): Promise<Counts> => (await agent.get('/staff/inbox-counts').expect(200)).body;
    const requestsIn = ({ byType }: Counts): { new: number; done: number } =>
      byType.find(({ type }) => type === 'QUOTE_REQUEST')!;

    it('comes back to the Postkorb at once, with the answer; lists and counts are true', async () => {
      const id = await offers.offered();
      const item = await itemOf(id);
      expect(item).toMatchObject({ state: 'DONE', reopenedAt: null });
      const earlier = await counts();
      const stream = await EventStream.open(agent, '/staff/events');
      await answerOffer(user, id, 'DECLINED', 'Zu teuer für uns.');

      const back = await itemOf(id);
      expect(back).toMatchObject({
        id: item.id,
        state: 'NEW',
        assignee: null,
        outcome: null,
        decidedAt: null,
        reopenedAt: expect.any(String),
        order: {
          status: 'OFFER_DECLINED',
          answerNote: 'Zu teuer für uns.',
          answeredBy: { id: user.contactId },
        },
      });
      expect((await newestItem(agent, `number=${item.number}`)).id).toBe(item.id);
      const now = await counts();
      expect([now.open, now.unassigned]).toEqual([earlier.open + 1, earlier.unassigned + 1]);
      expect(requestsIn(now)).toMatchObject({
        new: requestsIn(earlier).new + 1,
        done: requestsIn(earlier).done - 1,
      });
      await stream.until(() => stream.about(item.id).includes('inbox.item-changed'));
      stream.close();
      await jobsDone();
      const { body: notes } = await agent.get(`/staff/inbox-items/${item.id}/notes`).expect(200);
      expect(notes.items.at(-1)).toMatchObject({
        event: 'OFFER_DECLINED',
        body: expect.stringContaining('Zu teuer für uns.'),
      });
    });

    it('gets another offer there, from who has seen which one was declined', async () => {
      const id = await offers.offered();
      await answerOffer(user, id, 'DECLINED', 'Zu teuer.');
      const order = await offers.forStaff(id);
      const offer = { decision: 'OFFER_MADE', validUntil: '2099-10-31', ...pricesFor(order, 900) };
      const stale = await decideOrder(agent, order.number, offer);
      expect(codeOf(stale)).toBe('409 offer.changed');
      expect(stale.body.offer.version).toBe(1);
      expect((await decideOrder(agent, order.number, { ...offer, offerVersion: 1 })).status).toBe(200);
      expect(await offers.forUser(id)).toMatchObject({
        status: 'OFFER_MADE',
        offer: { version: 2, validUntil: '2099-10-31' },
        totals: { netCents: 3_600 },
        answerNote: null,
      });
      expect((await itemOf(id)).state).toBe('DONE');
      await answerOffer(user, id, 'ACCEPTED').then(({ status }) => expect(status).toBe(200));
    });

    it('is acknowledged, without a mail and without a change of the order', async () => {
      const id = await offers.offered();
      const { number } = await offers.forStaff(id);
      await answerOffer(user, id, 'DECLINED');
      await newestMail(user.email, { subject: `${number}: Angebot abgelehnt` });
      await jobsDone();
      const mails = (await mailsTo(user.email)).length;
      const { id: item } = await itemOf(id);
      const unseen = await decide(agent, item, { decision: 'ACKNOWLEDGED', offerVersion: 2 });
      expect(codeOf(unseen)).toBe('409 offer.changed');
      const { body } = await decide(agent, item, { decision: 'ACKNOWLEDGED', offerVersion: 1 }).expect(200);
      expect(body).toMatchObject({ state: 'DONE', outcome: { decision: 'ACKNOWLEDGED' } });
      expect((await offers.forUser(id)).status).toBe('OFFER_DECLINED');
      await jobsDone();
      expect(await mailsTo(user.email)).toHaveLength(mails);
    });

    it('is the only one that can be acknowledged, and is not rejected besides', async () => {
      const fresh = await itemOf(await offers.request());
      const none = await decide(agent, fresh.id, { decision: 'ACKNOWLEDGED', offerVersion: 1 });
      expect(codeOf(none)).toBe('422 order.decision-does-not-fit');
      const id = await offers.offered();
      await answerOffer(user, id, 'DECLINED');
      const { id: item } = await itemOf(id);
      expect(codeOf(await decide(agent, item, { decision: 'REJECTED' }))).toBe('409 order.decided');
      expect(codeOf(await offers.renew(id, 1_000))).toBe('409 order.decided');
    });
  });

  describe('that is accepted', () => {
    it('takes the note along, to the order and to the Postkorb', async () => {
      const id = await offers.offered();
      const { body } = await answerOffer(user, id, 'ACCEPTED', 'Bitte an Tor 3.');
      expect((await offers.forUser(body.orderId)).note).toBe('Bitte an Tor 3.');
      const both = await offers.offered({ note: 'Es eilt.' });
      const { body: second } = await answerOffer(user, both, 'ACCEPTED', 'Bitte an Tor 3.');
      expect((await offers.forUser(second.orderId)).note).toBe('Es eilt.\n\nBitte an Tor 3.');
      const { id: item } = await newestItem(agent, `number=${second.orderNumber}`);
      const { body: detail } = await agent.get(`/staff/inbox-items/${item}`).expect(200);
      expect(detail.sentOrder.note).toBe('Es eilt.\n\nBitte an Tor 3.');
      const { body: third } = await answerOffer(user, await offers.offered({ note: 'Es eilt.' }), 'ACCEPTED');
      expect((await offers.forUser(third.orderId)).note).toBe('Es eilt.');
    });

    it.each(['ACCEPTED', 'DECLINED'] as const)(
      'by a colleague is mailed to both, once: %s',
      async (decision) => {
        const id = await offers.offered();
        const { number } = await offers.forStaff(id);
        const { body } = await answerOffer(mainUser, id, decision, 'So machen wir es.');
        const subject =
          decision === 'ACCEPTED'
            ? `${body.orderNumber}: Angebot angenommen`
            : `${number}: Angebot abgelehnt`;
        await jobsDone();
        for (const { email } of [user, mainUser]) {
          const mails = (await mailsTo(email)).filter((mail) => mail.subject.includes(subject));
          expect(mails).toHaveLength(1);
          expect(mails[0]?.text).toContain('Kim Muster');
          expect(mails[0]?.text).toContain('40,00\u00a0€');
        }
      },
    );

    it('by who asked for it is mailed once', async () => {
      const { body } = await answerOffer(user, await offers.offered(), 'ACCEPTED');
      await jobsDone();
      const mails = (await mailsTo(user.email)).filter(({ subject }) => subject.includes(body.orderNumber));
      expect(mails).toHaveLength(1);
    });

    it('after who asked for it has left is mailed to who accepted', async () => {
      const leaver = await addContact(
        world,
        (await offers.forStaff(await offers.request())).customer.id,
        'USER',
      );
      await putIntoCart(leaver, 'online-shop', articles[0]!, 1);
      const { body: requested } = await submitCart(leaver, 'online-shop');
      await makeOffer(agent, requested.id, 500);
      await jobsDone();
      await world.admin.delete(`/staff/contacts/${leaver.contactId}/portal-access`).expect(204);
      const before = (await mailsTo(leaver.email)).length;
      const { body } = await answerOffer(mainUser, requested.id, 'ACCEPTED');
      await newestMail(mainUser.email, { subject: `${body.orderNumber}: Angebot angenommen` });
      await jobsDone();
      expect(await mailsTo(leaver.email)).toHaveLength(before);
    });

    it('becomes an order although the shop is closed by now', async () => {
      const id = await offers.offered();
      await setShops(world.admin, { onlineShop: { enabled: false } });
      try {
        await user.get('/portal/online-shop/articles').expect(404);
        const { body } = await answerOffer(user, id, 'ACCEPTED');
        expect(await offers.forUser(body.orderId)).toMatchObject({ kind: 'ORDER', totals: TWO_RATES_TOTALS });
      } finally {
        await setShops(world.admin, { onlineShop: { enabled: true } });
      }
    });
  });
});
