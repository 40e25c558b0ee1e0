import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { decideOrder, offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { makeWorld, type World } from './support/world';

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

  const answer = (contact: Api, id: string, decision: string): ReturnType<Api['put']> =>
    contact.put(`/portal/orders/${id}/offer-decision`).send({ decision });

  it('cannot be answered before it is made', async () => {
    const { body } = await answer(user, await request(), 'ACCEPTED').expect(409);
    expect(body.code).toBe('offer.missing');
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
    expect(await decide({ ...offer, lines, validUntil: '2099-02-30' })).toBe('422 offer.date-invalid');
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
      offer: { validUntil: '2099-12-31', expired: false },
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

  it('can be declined, with a word about it', async () => {
    const id = await offered();
    const { body } = await user
      .put(`/portal/orders/${id}/offer-decision`)
      .send({ decision: 'DECLINED', note: 'Zu teuer' })
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

  it('is nobody else’s business', async () => {
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
