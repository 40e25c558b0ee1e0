import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { CURRENCY_SIGN } from './support/prices';
import { decideOrder } from './support/shops';
import { answer, makeOneOffer, OFFERED_CENTS, type OfferWorld } from './support/offer-world';

describe('An offer', () => {
  let offers: OfferWorld;
  let world: OfferWorld['world'];
  let mainUser: OfferWorld['mainUser'];
  let user: OfferWorld['user'];

  beforeAll(async () => {
    offers = await makeOneOffer();
    ({ world, mainUser, user } = offers);
  });

  it('cannot be answered before it is made', async () => {
    const { body } = await answer(user, await offers.request(), 'ACCEPTED').expect(409);
    expect(body.code).toBe('offer.missing');
  });

  it('says what it would come to before it is made, and changes nothing by that', async () => {
    const id = await offers.request();
    const { body: order } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const price = { lineId: order.lines[0].id, netPriceCents: OFFERED_CENTS };
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
    const id = await offers.request();
    const { body: order } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const lines = [{ lineId: order.lines[0].id, netPriceCents: OFFERED_CENTS }];
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
    expect(mail.text).not.toMatch(CURRENCY_SIGN);
  });

  it('becomes an order at the offered prices, although none show', async () => {
    const id = await offers.offered({ reference: 'Neue Arbeitsplätze' });
    const offerMail = await newestMail(user.email, { subject: 'unser Angebot' });
    expect(offerMail.text).toContain('31.12.2099');
    expect(offerMail.text).toContain('59,97\u00a0€');
    const { body: shown } = await user.get(`/portal/orders/${id}`).expect(200);
    expect(shown).toMatchObject({
      status: 'OFFER_MADE',
      message: 'Gern!',
      offer: { version: 1, validUntil: '2099-12-31', expired: false },
      totals: { netCents: 5997, grossCents: 7136, currency: 'EUR' },
      lines: [{ netPriceCents: OFFERED_CENTS, lineNetCents: 5997 }],
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
      lines: [{ quantity: 3, netPriceCents: OFFERED_CENTS }],
    });
    const { body: list } = await user.get(`/portal/orders?search=${order.number}`).expect(200);
    expect(list.items).toEqual([expect.objectContaining({ id: order.id, quoteRequestId: id })]);
    const mail = await newestMail(user.email, { subject: order.number });
    expect(mail.subject).toContain('Angebot angenommen');
    expect(mail.text).toContain('59,97\u00a0€');
    expect((await decideOrder(world.admin, order.number, { decision: 'ACCEPTED' })).status).toBe(200);
    await newestMail(user.email, { subject: `${order.number}: angenommen` });
    const { body: forStaff } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    expect(forStaff).toMatchObject({
      answeredBy: { id: user.contactId },
      lines: [{ netPriceCents: OFFERED_CENTS, listPriceCents: 25_000 }],
    });
  });

  it('is answered once, also when two answer at once', async () => {
    const id = await offers.offered();
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
    for (let i = 0; i < 6; i++) ids.push(await offers.offered());
    const answers = await Promise.all(ids.map((id) => answer(user, id, 'ACCEPTED').expect(200)));
    const numbers = answers.map(({ body }) => String(body.orderNumber));
    expect(new Set(numbers).size).toBe(6);
    const next = (await answer(user, await offers.offered(), 'ACCEPTED').expect(200)).body
      .orderNumber as string;
    expect([...numbers, next].sort().at(-1)).toBe(next);
  });

  it('can be declined, with a word about it', async () => {
    const id = await offers.offered();
    const { body } = await user
      .put(`/portal/orders/${id}/offer-decision`)
      .send({ decision: 'DECLINED', offerVersion: 1, note: 'Zu teuer' })
      .expect(200);
    expect(body).toMatchObject({ status: 'OFFER_DECLINED', answerNote: 'Zu teuer' });
    expect(body).not.toHaveProperty('orderId');
  });

  it('cannot be accepted once it has expired', async () => {
    const id = await offers.offered();
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
      const id = await offers.offered();
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
    const id = await offers.offered();
    const { body: first } = await answer(user, id, 'ACCEPTED').expect(200);
    expect((await answer(user, id, 'ACCEPTED').expect(409)).body.code).toBe('order.decided');
    expect((await answer(mainUser, id, 'ACCEPTED').expect(409)).body.code).toBe('order.decided');
    expect((await user.get(`/portal/orders/${id}`).expect(200)).body).toEqual(first);
  });

  it('is hidden from others', async () => {
    const id = await offers.offered();
    const stranger = await addContact(world, await addCustomer(world.admin, 'Fremd AG'), 'MAIN_USER');
    await answer(stranger, id, 'ACCEPTED').expect(404);
  });

  it('shows among the open orders of the customer', async () => {
    const { body: customers } = await world.admin.get('/staff/customers?search=Anfrage').expect(200);
    const { body } = await world.admin.get(`/staff/customers/${customers.items[0].id}/overview`).expect(200);
    expect(body.openOrders.map(({ status }: { status: string }) => status)).toContain('OFFER_MADE');
  });
});
