import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { EventStream } from './support/event-stream';
import { decide, newestItem, statusesOf } from './support/inbox';
import { mailsTo, newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import {
  answerOffer,
  decideOrder,
  makeOffer,
  offerArticle,
  pricesFor,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

type Contact = Api & { contactId: string; email: string };

/** Two rates of tax, so that none can be taken for the other. */
const BOOK = { vatRatePercent: 7, netPriceCents: 4_000 };
const SCREEN = { vatRatePercent: 19, netPriceCents: 25_000 };

describe('An offer that has changed', () => {
  let world: World;
  let agent: Api;
  let user: Contact;
  let mainUser: Contact;
  let articles: string[];

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const customerId = await addCustomer(world.admin, 'Wechsel GmbH');
    user = await addContact(world, customerId, 'USER');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    articles = [
      await offerArticle(world.admin, { name: 'Handbuch', ...BOOK }),
      await offerArticle(world.admin, { name: 'Monitor', ...SCREEN }),
    ];
  });

  async function request(note?: string): Promise<string> {
    for (const article of articles) await putIntoCart(user, 'online-shop', article, 2);
    return String((await submitCart(user, 'online-shop', { note })).body.id);
  }

  /** With an offer of 10.00 for each. */
  async function offered(note?: string): Promise<string> {
    const id = await request(note);
    await makeOffer(agent, id, 1_000, { message: 'Gern!' });
    return id;
  }

  const forStaff = async (id: string): Promise<Response['body']> =>
    (await agent.get(`/staff/orders/${id}`).expect(200)).body;
  const forUser = async (id: string): Promise<Response['body']> =>
    (await user.get(`/portal/orders/${id}`).expect(200)).body;

  async function renew(id: string, netPriceCents: number, changes: object = {}): Promise<Response> {
    const order = await forStaff(id);
    return agent.put(`/staff/orders/${id}/offer`).send({
      offerVersion: order.offer.version,
      validUntil: '2099-11-30',
      ...pricesFor(order, netPriceCents),
      ...changes,
    });
  }

  async function withdraw(id: string, changes: object = {}, staff = agent): Promise<Response> {
    const { offer } = await forStaff(id);
    return staff
      .put(`/staff/orders/${id}/offer-withdrawal`)
      .send({ offerVersion: offer?.version ?? 1, reason: 'Tippfehler im Preis.', ...changes });
  }

  const answer = (id: string, body: object): ReturnType<Api['put']> =>
    user.put(`/portal/orders/${id}/offer-decision`).send(body);
  const codeOf = ({ status, body }: Response): string => `${status} ${body.code ?? ''}`;
  const expire = (id: string): Promise<unknown> =>
    asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-31' WHERE id = $1`, [id]);

  const before = {
    currency: 'EUR',
    netCents: 4_000,
    vat: [
      { vatRatePercent: 19, netCents: 2_000, vatCents: 380 },
      { vatRatePercent: 7, netCents: 2_000, vatCents: 140 },
    ],
    grossCents: 4_520,
  };
  const tenfold = {
    currency: 'EUR',
    netCents: 40_000,
    vat: [
      { vatRatePercent: 19, netCents: 20_000, vatCents: 3_800 },
      { vatRatePercent: 7, netCents: 20_000, vatCents: 1_400 },
    ],
    grossCents: 45_200,
  };

  it.each([
    ['ACCEPTED', true],
    ['DECLINED', true],
    ['ACCEPTED', false],
    ['DECLINED', false],
  ])('is not answered by who saw the one before: %s, which had expired: %p', async (decision, expired) => {
    const id = await offered();
    if (expired) await expire(id);
    await renew(id, 10_000).then(({ status }) => expect(status).toBe(200));
    const { body } = await answer(id, { decision, offerVersion: 1 }).expect(409);
    expect(body).toMatchObject({
      code: 'offer.changed',
      offer: { version: 2, validUntil: '2099-11-30', expired: false },
      totals: tenfold,
      seen: { validUntil: '2099-12-31', totals: before },
    });
    expect(await forUser(id)).toMatchObject({ status: 'OFFER_MADE', totals: tenfold, answeredAt: null });
    await answer(id, { decision, offerVersion: 2 }).expect(200);
  });

  it('is another one whatever has changed: validity or message alone, or nothing at all', async () => {
    const id = await offered();
    const changes = [
      { validUntil: '2099-12-30' },
      { message: 'Mit Lieferung.' },
      { validUntil: '2099-12-30' },
    ];
    for (const [index, change] of changes.entries()) {
      expect((await renew(id, 1_000, change)).status).toBe(200);
      const { body } = await answer(id, { decision: 'ACCEPTED', offerVersion: index + 1 }).expect(409);
      expect(body).toMatchObject({ code: 'offer.changed', offer: { version: index + 2 }, totals: before });
    }
    await answer(id, { decision: 'ACCEPTED', offerVersion: 4 }).expect(200);
  });

  it('has to be named', async () => {
    const id = await offered();
    for (const decision of ['ACCEPTED', 'DECLINED']) {
      const { body } = await answer(id, { decision }).expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/offerVersion', code: 'required' }]);
    }
    const { body } = await answer(id, { decision: 'ACCEPTED', offerVersion: 7 }).expect(409);
    expect(body).toMatchObject({ code: 'offer.changed', offer: { version: 1 } });
    expect(body).not.toHaveProperty('seen');
    for (const path of ['offer', 'offer-withdrawal']) {
      const { body: refused } = await agent
        .put(`/staff/orders/${id}/${path}`)
        .send({ validUntil: '2099-11-30', ...pricesFor(await forStaff(id), 1) })
        .expect(422);
      const pointers = refused.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers).toContain('/offerVersion');
    }
  });

  it('is decided by the one or the other, when one answers while it is replaced', async () => {
    const id = await offered();
    const order = await forStaff(id);
    const statuses = await Promise.all([
      answer(id, { decision: 'ACCEPTED', offerVersion: 1 }),
      agent
        .put(`/staff/orders/${id}/offer`)
        .send({ offerVersion: 1, validUntil: '2099-11-30', ...pricesFor(order, 10_000) }),
    ]).then((answers) => answers.map(({ status }) => status));
    expect(statuses.sort()).toEqual([200, 409]);
    const { status, totals, orderId } = await forUser(id);
    if (status === 'OFFER_MADE') expect(totals).toEqual(tenfold);
    else expect((await forUser(orderId)).totals).toEqual(before);
  });

  it('is replaced only with its current version', async () => {
    const id = await offered();
    const order = await forStaff(id);
    const renewals = [agent, world.admin, agent].map((staff, index) =>
      staff
        .put(`/staff/orders/${id}/offer`)
        .send({ offerVersion: 1, validUntil: '2099-11-30', ...pricesFor(order, 2_000 + index) }),
    );
    expect(await statusesOf(renewals)).toEqual([200, 409, 409]);
    const { body } = await withdraw(id, { offerVersion: 1 });
    expect(body).toMatchObject({ code: 'offer.changed', offer: { version: 2 } });
  });

  it('keeps its tax when it is accepted', async () => {
    const id = await offered();
    const { body } = await answerOffer(user, id, 'ACCEPTED');
    expect(await forUser(body.orderId)).toMatchObject({
      totals: before,
      lines: [{ vatRatePercent: 7 }, { vatRatePercent: 19 }],
    });
  });

  describe('because staff withdrew it', () => {
    it('can be neither accepted nor declined; the customer is told why', async () => {
      const id = await offered();
      const { status, body } = await withdraw(id);
      expect([status, body]).toMatchObject([
        200,
        { status: 'OFFER_WITHDRAWN', message: 'Tippfehler im Preis.' },
      ]);
      for (const decision of ['ACCEPTED', 'DECLINED'])
        expect(codeOf(await answer(id, { decision, offerVersion: 1 }))).toBe('409 offer.withdrawn');
      const mail = await newestMail(user.email, { subject: `${body.number}: Angebot zurückgezogen` });
      expect(mail.text).toContain('Tippfehler im Preis.');
      expect(mail.text).toContain('40,00 EUR');
      const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
      expect(log.items[0]).toMatchObject({
        action: 'order.offer-withdrawn',
        changes: { status: 'OFFER_WITHDRAWN', offerVersion: 1, message: 'Tippfehler im Preis.' },
      });
    });

    it('makes room for another one', async () => {
      const id = await offered();
      expect((await withdraw(id)).status).toBe(200);
      expect((await renew(id, 10_000)).status).toBe(200);
      expect(codeOf(await answer(id, { decision: 'ACCEPTED', offerVersion: 1 }))).toBe('409 offer.changed');
      await answer(id, { decision: 'ACCEPTED', offerVersion: 2 }).expect(200);
    });

    it('is withdrawn once, as long as it has no answer', async () => {
      const id = await offered();
      const answers = await Promise.all([withdraw(id), withdraw(id, {}, world.admin)]);
      expect(answers.map(codeOf).sort()).toEqual(['200 ', '409 offer.withdrawn']);
      expect(codeOf(await withdraw(await request()))).toBe('409 offer.missing');
      const accepted = await offered();
      await answerOffer(user, accepted, 'ACCEPTED');
      expect(codeOf(await withdraw(accepted))).toBe('409 order.decided');
    });

    it('is accepted or withdrawn, never both', async () => {
      const id = await offered();
      const statuses = await statusesOf([
        answer(id, { decision: 'ACCEPTED', offerVersion: 1 }),
        agent.put(`/staff/orders/${id}/offer-withdrawal`).send({ offerVersion: 1 }),
      ]);
      expect(statuses).toEqual([200, 409]);
      const orders = await asSuperuser('SELECT 1 FROM orders WHERE quote_request_id = $1', [id]);
      expect([(await forUser(id)).status, orders.length]).toEqual(
        orders.length === 1 ? ['OFFER_ACCEPTED', 1] : ['OFFER_WITHDRAWN', 0],
      );
    });
  });

  describe('that the customer declines', () => {
    const itemOf = async (id: string): Promise<Response['body']> => {
      const { number } = await forStaff(id);
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
      const id = await offered();
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
      const id = await offered();
      await answerOffer(user, id, 'DECLINED', 'Zu teuer.');
      const order = await forStaff(id);
      const offer = { decision: 'OFFER_MADE', validUntil: '2099-10-31', ...pricesFor(order, 900) };
      const stale = await decideOrder(agent, order.number, offer);
      expect(codeOf(stale)).toBe('409 offer.changed');
      expect(stale.body.offer.version).toBe(1);
      expect((await decideOrder(agent, order.number, { ...offer, offerVersion: 1 })).status).toBe(200);
      expect(await forUser(id)).toMatchObject({
        status: 'OFFER_MADE',
        offer: { version: 2, validUntil: '2099-10-31' },
        totals: { netCents: 3_600 },
        answerNote: null,
      });
      expect((await itemOf(id)).state).toBe('DONE');
      await answerOffer(user, id, 'ACCEPTED').then(({ status }) => expect(status).toBe(200));
    });

    it('is acknowledged, without a mail and without a change of the order', async () => {
      const id = await offered();
      const { number } = await forStaff(id);
      await answerOffer(user, id, 'DECLINED');
      await newestMail(user.email, { subject: `${number}: Angebot abgelehnt` });
      await jobsDone();
      const mails = (await mailsTo(user.email)).length;
      const { id: item } = await itemOf(id);
      const unseen = await decide(agent, item, { decision: 'ACKNOWLEDGED', offerVersion: 2 });
      expect(codeOf(unseen)).toBe('409 offer.changed');
      const { body } = await decide(agent, item, { decision: 'ACKNOWLEDGED', offerVersion: 1 }).expect(200);
      expect(body).toMatchObject({ state: 'DONE', outcome: { decision: 'ACKNOWLEDGED' } });
      expect((await forUser(id)).status).toBe('OFFER_DECLINED');
      await jobsDone();
      expect(await mailsTo(user.email)).toHaveLength(mails);
    });

    it('is the only one that can be acknowledged, and is not rejected besides', async () => {
      const fresh = await itemOf(await request());
      const none = await decide(agent, fresh.id, { decision: 'ACKNOWLEDGED', offerVersion: 1 });
      expect(codeOf(none)).toBe('422 order.decision-does-not-fit');
      const id = await offered();
      await answerOffer(user, id, 'DECLINED');
      const { id: item } = await itemOf(id);
      expect(codeOf(await decide(agent, item, { decision: 'REJECTED' }))).toBe('409 order.decided');
      expect(codeOf(await renew(id, 1_000))).toBe('409 order.decided');
    });
  });

  describe('that is accepted', () => {
    it('takes the note along, to the order and to the Postkorb', async () => {
      const id = await offered();
      const { body } = await answerOffer(user, id, 'ACCEPTED', 'Bitte an Tor 3.');
      expect((await forUser(body.orderId)).note).toBe('Bitte an Tor 3.');
      const both = await offered('Es eilt.');
      const { body: second } = await answerOffer(user, both, 'ACCEPTED', 'Bitte an Tor 3.');
      expect((await forUser(second.orderId)).note).toBe('Es eilt.\n\nBitte an Tor 3.');
      const { id: item } = await newestItem(agent, `number=${second.orderNumber}`);
      const { body: detail } = await agent.get(`/staff/inbox-items/${item}`).expect(200);
      expect(detail.sentOrder.note).toBe('Es eilt.\n\nBitte an Tor 3.');
      const { body: third } = await answerOffer(user, await offered('Es eilt.'), 'ACCEPTED');
      expect((await forUser(third.orderId)).note).toBe('Es eilt.');
    });

    it.each(['ACCEPTED', 'DECLINED'] as const)(
      'by a colleague is mailed to both, once: %s',
      async (decision) => {
        const id = await offered();
        const { number } = await forStaff(id);
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
          expect(mails[0]?.text).toContain('40,00 EUR');
        }
      },
    );

    it('by who asked for it is mailed once', async () => {
      const { body } = await answerOffer(user, await offered(), 'ACCEPTED');
      await jobsDone();
      const mails = (await mailsTo(user.email)).filter(({ subject }) => subject.includes(body.orderNumber));
      expect(mails).toHaveLength(1);
    });

    it('after who asked for it has left is mailed to who accepted', async () => {
      const leaver = await addContact(world, (await forStaff(await request())).customer.id, 'USER');
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
      const id = await offered();
      await setShops(world.admin, { onlineShop: { enabled: false } });
      try {
        await user.get('/portal/online-shop/articles').expect(404);
        const { body } = await answerOffer(user, id, 'ACCEPTED');
        expect(await forUser(body.orderId)).toMatchObject({ kind: 'ORDER', totals: before });
      } finally {
        await setShops(world.admin, { onlineShop: { enabled: true } });
      }
    });
  });
});
