import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { mailsTo, newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { decideOrder, offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

const PRICE = 1999;

describe('An offer', () => {
  let world: World;
  let mainUser: Api & { contactId: string };
  let user: Api & { contactId: string; email: string };
  let article: string;

  beforeAll(async () => {
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const customerId = await addCustomer(world.admin, 'Anfrage GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    user = await addContact(world, customerId, 'USER');
    article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
  });

  async function request(): Promise<string> {
    await putIntoCart(user, 'online-shop', article, 3);
    const { body } = await submitCart(user, 'online-shop', { reference: 'Neue Arbeitsplätze' });
    return String(body.id);
  }

  /** A quote request with an offer. */
  async function offered(): Promise<string> {
    const id = await request();
    const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const answer = await decideOrder(world.admin, body.number, {
      decision: 'OFFER_MADE',
      validUntil: '2099-12-31',
      message: 'Gern!',
      lines: [{ lineId: body.lines[0].id, netPriceCents: PRICE }],
    });
    expect(answer.status).toBe(200);
    return id;
  }

  const answer = (contact: Api, id: string, decision: string, offerVersion = 1): ReturnType<Api['put']> =>
    contact.put(`/portal/orders/${id}/offer-decision`).send({ decision, offerVersion });

  it('cannot be answered before it is made', async () => {
    const { body } = await answer(user, await request(), 'ACCEPTED').expect(409);
    expect(body.code).toBe('offer.missing');
  });

  it('says what it would come to before it is made, and changes nothing by that', async () => {
    const id = await request();
    const { body: order } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const price = { lineId: order.lines[0].id, netPriceCents: PRICE };
    const ask = (lines: object[]): ReturnType<Api['post']> =>
      world.admin.post(`/staff/orders/${id}/offer-totals`).send({ lines });
    const { body } = await ask([price]).expect(200);
    expect(body).toEqual({
      currency: 'EUR',
      netCents: 5997,
      vat: [{ vatRatePercent: 19, netCents: 5997, vatCents: 1139 }],
      grossCents: 7136,
    });
    const refused = await ask([price, price]).expect(422);
    expect(refused.body.code).toBe('offer.incomplete');
    const { body: after } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    expect(after).toEqual(order);
  });

  it('gives a price for every line and a day to come; what is decided stays', async () => {
    const id = await request();
    const { body: order } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const lines = [{ lineId: order.lines[0].id, netPriceCents: PRICE }];
    const decide = async (outcome: object): Promise<string> => {
      const { status, body } = await decideOrder(world.admin, order.number, outcome);
      return `${status} ${body.code ?? ''}`;
    };
    const offer = { decision: 'OFFER_MADE', validUntil: '2099-12-31' };
    expect(await decide({ ...offer, lines: [...lines, ...lines] })).toBe('422 offer.incomplete');
    expect(await decide({ ...offer, lines: [{ lineId: id, netPriceCents: 1 }] })).toBe(
      '422 offer.incomplete',
    );
    expect(await decide({ ...offer, lines, validUntil: '2020-01-31' })).toBe('422 offer.date-invalid');
    expect(await decide({ ...offer, lines, validUntil: '2099-02-30' })).toBe('422 validation-failed');
    expect((await user.get(`/portal/orders/${id}`).expect(200)).body.status).toBe('RECEIVED');
    expect(await decide({ decision: 'REJECTED', message: 'Nicht lieferbar.' })).toBe('200 ');
    const mail = await newestMail(user.email, { subject: `${order.number}: abgelehnt` });
    expect(mail.text).toContain('Nicht lieferbar.');
    expect(mail.text).not.toContain('EUR');
  });

  it('becomes an order at the offered prices, although none show', async () => {
    const id = await offered();
    const offerMail = await newestMail(user.email, { subject: 'unser Angebot' });
    expect(offerMail.text).toContain('31.12.2099');
    expect(offerMail.text).toContain('59,97 EUR');
    const { body: shown } = await user.get(`/portal/orders/${id}`).expect(200);
    expect(shown).toMatchObject({
      status: 'OFFER_MADE',
      message: 'Gern!',
      offer: { version: 1, validUntil: '2099-12-31', expired: false },
      totals: { netCents: 5997, grossCents: 7136, currency: 'EUR' },
      lines: [{ netPriceCents: PRICE, lineNetCents: 5997 }],
    });
    const { body } = await answer(user, id, 'ACCEPTED').expect(200);
    expect(body).toMatchObject({ status: 'OFFER_ACCEPTED', orderNumber: expect.stringMatching(/^B-/) });
    const { body: order } = await user.get(`/portal/orders/${body.orderId}`).expect(200);
    expect(order).toMatchObject({
      kind: 'ORDER',
      status: 'RECEIVED',
      reference: 'Neue Arbeitsplätze',
      totalNetCents: 5997,
      totalGrossCents: 7136,
      quoteRequestId: id,
      quoteRequestNumber: shown.number,
      lines: [{ quantity: 3, netPriceCents: PRICE }],
    });
    const mail = await newestMail(user.email, { subject: order.number });
    expect(mail.subject).toContain('Angebot angenommen');
    expect(mail.text).toContain('59,97 EUR');
    expect((await decideOrder(world.admin, order.number, { decision: 'ACCEPTED' })).status).toBe(200);
    await newestMail(user.email, { subject: `${order.number}: angenommen` });
    const { body: forStaff } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    expect(forStaff).toMatchObject({
      answeredBy: { id: user.contactId },
      lines: [{ netPriceCents: PRICE, listPriceCents: 25_000 }],
    });
  });

  it('is answered once, also when two answer at once', async () => {
    const id = await offered();
    const answers = await Promise.all(
      [user, mainUser, user, mainUser].map((contact) => answer(contact, id, 'ACCEPTED')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await answer(user, id, 'DECLINED').expect(409)).body.code).toBe('order.decided');
    const orders = await asSuperuser(`SELECT 1 FROM orders WHERE quote_request_id = $1`, [id]);
    expect(orders).toHaveLength(1);
  });

  it('becomes an order with a number of its own, also when many are accepted at once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await offered());
    const answers = await Promise.all(ids.map((id) => answer(user, id, 'ACCEPTED').expect(200)));
    const numbers = answers.map(({ body }) => String(body.orderNumber));
    expect(new Set(numbers).size).toBe(6);
    const next = (await answer(user, await offered(), 'ACCEPTED').expect(200)).body.orderNumber as string;
    expect([...numbers, next].sort().at(-1)).toBe(next);
  });

  it('can be declined, with a word about it', async () => {
    const id = await offered();
    const { body } = await user
      .put(`/portal/orders/${id}/offer-decision`)
      .send({ decision: 'DECLINED', offerVersion: 1, note: 'Zu teuer' })
      .expect(200);
    expect(body).toMatchObject({ status: 'OFFER_DECLINED', answerNote: 'Zu teuer' });
    expect(body).not.toHaveProperty('orderId');
  });

  it('cannot be accepted once it has expired', async () => {
    const id = await offered();
    await asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-31' WHERE id = $1`, [id]);
    expect((await user.get(`/portal/orders/${id}`).expect(200)).body.offer.expired).toBe(true);
    expect((await answer(user, id, 'ACCEPTED').expect(409)).body.code).toBe('offer.expired');
    expect((await user.get(`/portal/orders/${id}`).expect(200)).body.status).toBe('OFFER_MADE');
  });

  it('ends with its last day where the tenant is', async () => {
    const { admin } = world;
    const settings = async (timeZone: string): Promise<void> => {
      const { headers } = await admin.get('/staff/settings').expect(200);
      await admin.patch('/staff/settings').set('if-match', headers.etag!).send({ timeZone }).expect(200);
    };
    const expired = async (timeZone: string): Promise<unknown> => {
      const id = await offered();
      await settings(timeZone);
      // Wherever it is this day last, it is over already where days begin.
      await asSuperuser(
        `UPDATE orders SET offer_valid_until = (now() AT TIME ZONE 'Pacific/Pago_Pago')::date WHERE id = $1`,
        [id],
      );
      const { status, body } = await answer(user, id, 'ACCEPTED');
      return [status, body.code ?? body.status];
    };
    expect(await expired('Pacific/Kiritimati')).toEqual([409, 'offer.expired']);
    expect(await expired('Pacific/Pago_Pago')).toEqual([200, 'OFFER_ACCEPTED']);
    await settings('Europe/Berlin');
  });

  it('stays accepted when it is accepted again', async () => {
    const id = await offered();
    const { body: first } = await answer(user, id, 'ACCEPTED').expect(200);
    expect((await answer(user, id, 'ACCEPTED').expect(409)).body.code).toBe('order.decided');
    expect((await answer(mainUser, id, 'ACCEPTED').expect(409)).body.code).toBe('order.decided');
    expect((await user.get(`/portal/orders/${id}`).expect(200)).body).toEqual(first);
  });

  describe('that has expired', () => {
    const expire = (id: string): Promise<unknown> =>
      asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-31' WHERE id = $1`, [id]);

    /** What staff send for a new offer. */
    async function anew(id: string, changes: object = {}): Promise<object> {
      const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
      const lines = body.lines.map((line: { id: string }) => ({ lineId: line.id, netPriceCents: 2999 }));
      const offerVersion = body.offer?.version ?? 1;
      return { offerVersion, validUntil: '2099-11-30', message: 'Teurer geworden.', lines, ...changes };
    }
    const renew = async (id: string, changes?: object, staff: Api = world.admin): Promise<Response> =>
      staff.put(`/staff/orders/${id}/offer`).send(await anew(id, changes));

    it('is replaced by a new one, which the customer can accept', async () => {
      const id = await offered();
      await expire(id);
      for (const [reader, path] of [
        [user, '/portal/orders'],
        [world.admin, '/staff/orders'],
      ] as const) {
        const { body: list } = await reader.get(`${path}?status=OFFER_MADE&limit=1`).expect(200);
        expect(list.items).toMatchObject([{ id, offer: { validUntil: '2020-01-31', expired: true } }]);
      }
      const agent = await addAgent(world);
      const { status, body } = await renew(id, {}, agent);
      expect([status, body]).toMatchObject([
        200,
        {
          status: 'OFFER_MADE',
          offer: { version: 2, validUntil: '2099-11-30', expired: false },
          totalNetCents: 3 * 2999,
        },
      ]);
      const { body: shown } = await user.get(`/portal/orders/${id}`).expect(200);
      expect(shown).toMatchObject({
        number: body.number,
        status: 'OFFER_MADE',
        message: 'Teurer geworden.',
        totalNetCents: 3 * 2999,
        lines: [{ netPriceCents: 2999 }],
      });
      await jobsDone();
      const mails = (await mailsTo(user.email)).filter(({ subject }) =>
        subject.includes(`${body.number}: unser Angebot`),
      );
      expect(mails).toHaveLength(2);
      expect(mails[0]?.text).toContain('89,97 EUR');
      expect(mails[0]?.text).toContain('Teurer geworden.');

      const { body: answered } = await answer(user, id, 'ACCEPTED', 2).expect(200);
      const { body: order } = await user.get(`/portal/orders/${answered.orderId}`).expect(200);
      expect(order).toMatchObject({
        kind: 'ORDER',
        totalNetCents: 3 * 2999,
        lines: [{ netPriceCents: 2999 }],
      });
    });

    it('leaves a trace in the log and at the request in the Postkorb', async () => {
      const id = await offered();
      await expire(id);
      const { body } = await renew(id);
      await jobsDone();
      const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
      expect(log.items[0]).toMatchObject({
        action: 'order.offer-renewed',
        changes: { offerValidUntil: '2099-11-30', totalNetCents: 3 * 2999 },
      });
      const { body: inbox } = await world.admin
        .get(`/staff/inbox-items?number=${body.number}&state=DONE`)
        .expect(200);
      const { body: notes } = await world.admin
        .get(`/staff/inbox-items/${inbox.items[0].id}/notes`)
        .expect(200);
      expect(notes.items).toEqual([expect.objectContaining({ event: 'OFFER_RENEWED', author: null })]);
    });

    it('is replaced by one of many concurrent requests', async () => {
      const id = await offered();
      await expire(id);
      const offer = await anew(id);
      const staff = [world.admin, await addAgent(world), world.admin];
      const answers = await Promise.all(staff.map((one) => one.put(`/staff/orders/${id}/offer`).send(offer)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      await jobsDone();
      const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
      const mails = (await mailsTo(user.email)).filter(({ subject }) =>
        subject.includes(`${body.number}: unser Angebot`),
      );
      expect(mails).toHaveLength(2);
    });

    it('is not replaced halfway', async () => {
      const id = await offered();
      await expire(id);
      const before = await user.get(`/portal/orders/${id}`).expect(200);
      const refused = async (changes: object): Promise<string> => {
        const { status, body } = await renew(id, changes);
        return `${status} ${body.code} ${body.errors[0].pointer}`;
      };
      expect(await refused({ validUntil: '2020-02-01' })).toBe('422 offer.date-invalid /validUntil');
      expect(await refused({ lines: [{ lineId: id, netPriceCents: 1 }] })).toBe(
        '422 offer.incomplete /lines',
      );
      const { body } = await renew(id, { validUntil: '31.12.2099' });
      expect(body.errors).toMatchObject([{ pointer: '/validUntil', code: 'day' }]);
      expect(body.errors[0].detail).toContain('zum Beispiel 2026-12-31');
      expect(await refused({ lines: undefined })).toBe('422 validation-failed /lines');
      expect((await user.get(`/portal/orders/${id}`).expect(200)).body).toEqual(before.body);
    });

    it('is replaced as long as it is unanswered', async () => {
      const codeFor = async (id: string): Promise<string> => {
        const { status, body } = await renew(id);
        return `${status} ${body.code}`;
      };
      const id = await offered();
      expect(await codeFor(await request())).toBe('409 offer.missing');
      const { body } = await answer(user, id, 'ACCEPTED').expect(200);
      expect(await codeFor(body.orderId)).toBe('409 offer.missing');
      await expire(id);
      expect(await codeFor(id)).toBe('409 order.decided');
      const declined = await offered();
      await answer(user, declined, 'DECLINED').expect(200);
      await expire(declined);
      expect(await codeFor(declined)).toBe('409 order.decided');
    });

    it('can still be declined', async () => {
      const id = await offered();
      await expire(id);
      expect((await answer(user, id, 'DECLINED').expect(200)).body.status).toBe('OFFER_DECLINED');
    });
  });

  it('is hidden from others', async () => {
    const id = await offered();
    const stranger = await addContact(world, await addCustomer(world.admin, 'Fremd AG'), 'MAIN_USER');
    await answer(stranger, id, 'ACCEPTED').expect(404);
  });

  it('shows among the open orders of the customer', async () => {
    const { body: customers } = await world.admin.get('/staff/customers?search=Anfrage').expect(200);
    const { body } = await world.admin.get(`/staff/customers/${customers.items[0].id}/overview`).expect(200);
    expect(body.openOrders.map(({ status }: { status: string }) => status)).toContain('OFFER_MADE');
  });
});
