import type { Api } from './support/api';
import {
  type CheckoutWorld,
  type Contact,
  emptyCarts,
  fillCarts,
  makeCheckoutWorld,
  orderAsStranger,
  PRICES,
  RATES,
  refusalAfter,
} from './support/checkout-world';
import { addContact } from './support/population';
import {
  answerOffer,
  changeArticle,
  makeOffer,
  setCustomerShops,
  shownCart,
  submitCart,
} from './support/shops';

let world: CheckoutWorld;

beforeAll(async () => {
  world = await makeCheckoutWorld();
  await orderAsStranger(world);
}, 120_000);

const SHOPS = ['online-shop', 'printer-shop'] as const;

/** Beside test/checkout.e2e-spec.ts: where neither the cart holds a price nor the order. */
describe.each(SHOPS)('At the checkout of the %s where prices are hidden', (shop) => {
  let user: Contact;
  let ids: string[];

  beforeAll(async () => {
    user = await addContact(world, world.customerId, 'USER');
    ids = world.lines[shop].map(({ articleId }) => articleId);
  });

  const hide = (showPrices: 'OFF' | 'INHERIT'): Promise<void> =>
    setCustomerShops(world.admin, world.customerId, {
      onlineShop: { showPrices },
      printerShop: { showPrices },
    });
  const submit = (body: object): ReturnType<Api['post']> =>
    user.post(`/portal/${shop}/submissions`).send(body);

  beforeEach(async () => {
    await fillCarts(user, world);
    await hide('OFF');
  });

  afterEach(async () => {
    await changeArticle(world.admin, ids[0] ?? '', { netPriceCents: PRICES[shop][0], unit: 'Stück' });
    await hide('INHERIT');
    await emptyCarts(user);
  });

  it('the version knows nothing of them', async () => {
    const { cartVersion } = await shownCart(user, shop);
    for (const netPriceCents of [1, null]) {
      await changeArticle(world.admin, ids[0] ?? '', { netPriceCents });
      expect((await shownCart(user, shop)).cartVersion).toBe(cartVersion);
    }
    const { body } = await submit({ mode: 'QUOTE_REQUEST', cartVersion }).expect(201);
    expect(JSON.stringify(body)).not.toMatch(/Cents/);
  });

  it('an accepted offer becomes an order at the rate of each line', async () => {
    const { body: request } = await submitCart(user, shop);
    await makeOffer(world.admin, String(request.id), 1000);
    const { status, body } = await answerOffer(user, String(request.id), 'ACCEPTED');
    expect(status).toBe(200);
    const { body: order } = await user.get(`/portal/orders/${body.orderId}`).expect(200);
    expect(order.totals).toEqual({
      currency: 'EUR',
      netCents: 6000,
      vat: [
        { vatRatePercent: 19, netCents: 1000, vatCents: 190 },
        { vatRatePercent: 7, netCents: 2000, vatCents: 140 },
        { vatRatePercent: 0, netCents: 3000, vatCents: 0 },
      ],
      grossCents: 6330,
    });
    expect(order.lines).toMatchObject(RATES.map((vatRatePercent) => ({ vatRatePercent })));
  });

  it('a request may say what was shown, and is refused when that has changed', async () => {
    const rename = (): Promise<void> => changeArticle(world.admin, ids[0] ?? '', { unit: 'Karton' });
    const body = await refusalAfter(rename, user, shop);
    expect(body).toMatchObject({
      code: 'submission.cart-changed',
      changes: [{ change: 'UNIT_CHANGED', unit: 'Karton', previousUnit: 'Stück' }],
    });
    expect(JSON.stringify(body)).not.toMatch(/Cents/);
    await submit({ mode: 'QUOTE_REQUEST' }).expect(201);
  });
});
