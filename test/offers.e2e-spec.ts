import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
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

  /** A quote request with an offer; only the past is out of every caller's reach. */
  async function offered(validUntil = '2099-12-31'): Promise<string> {
    const id = await request();
    await asSuperuser(`UPDATE order_lines SET net_price_cents = $2 WHERE order_id = $1`, [id, PRICE]);
    await asSuperuser(
      `UPDATE orders SET status = 'OFFER_MADE', offer_valid_until = $2, decided_at = now(), message = 'Gern!',
         total_net_cents = $3, total_gross_cents = $4, version = version + 1 WHERE id = $1`,
      [id, validUntil, 3 * PRICE, 7136],
    );
    return id;
  }

  const answer = (contact: Api, id: string, decision: string): ReturnType<Api['put']> =>
    contact.put(`/portal/orders/${id}/offer-decision`).send({ decision });

  it('cannot be answered before it is made', async () => {
    const { body } = await answer(user, await request(), 'ACCEPTED').expect(409);
    expect(body.code).toBe('offer.missing');
  });

  it('becomes an order at the offered prices, although none show', async () => {
    const id = await offered();
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
    const id = await offered('2020-01-31');
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
