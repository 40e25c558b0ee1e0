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
  type Refusal,
  refusalAfter,
  totalsOf,
} from './support/checkout-world';
import { addContact } from './support/population';
import { changeArticle, putIntoCart, setShops, shownCart, submitCart } from './support/shops';

const TERMS = { termsUrl: 'https://example.com/agb', termsVersion: '2026-01' };

let world: CheckoutWorld;

beforeAll(async () => {
  world = await makeCheckoutWorld();
  await orderAsStranger(world);
}, 120_000);

/** What holds of a submission in whichever shop: it is about exactly what was shown, or nothing happens. */
describe.each(['online-shop', 'printer-shop'] as const)('At the checkout of the %s', (shop) => {
  let user: Contact;
  let ids: string[];

  beforeAll(async () => {
    user = await addContact(world, world.customerId, 'USER');
    ids = world.lines[shop].map(({ articleId }) => articleId);
  });

  beforeEach(() => fillCarts(user, world));
  afterEach(() => emptyCarts(user));

  const submit = (body: object, by: Api = user): ReturnType<Api['post']> =>
    by.post(`/portal/${shop}/submissions`).send(body);
  const refusedAfter = (change: () => Promise<unknown>): Promise<Refusal> => refusalAfter(change, user, shop);

  it('becomes an order what was shown, at the rate and the price of each line', async () => {
    const { body: cart } = await user.get(`/portal/${shop}/cart`).expect(200);
    expect(cart.totals).toEqual(totalsOf(shop));
    const { body: order } = await submit({ mode: 'ORDER', cartVersion: cart.version }).expect(201);
    expect(order.totals).toEqual(totalsOf(shop));
    expect(order.lines).toMatchObject(
      RATES.map((vatRatePercent, index) => ({
        vatRatePercent,
        netPriceCents: PRICES[shop][index],
        quantity: index + 1,
      })),
    );
    expect(order.terms).toEqual({ url: TERMS.termsUrl, version: TERMS.termsVersion });
    const { body: forStaff } = await world.admin.get(`/staff/orders/${order.id}`).expect(200);
    expect(forStaff.totals).toEqual(totalsOf(shop));
    expect(forStaff.lines.map((line: { vatRatePercent: number }) => line.vatRatePercent)).toEqual(RATES);
  });

  it('one cart is submitted, and no other', async () => {
    await fillCarts(world.mainUser, world);
    await submitCart(user, shop);
    for (const [contact, which, lines] of [
      [user, shop, 0],
      [user, shop === 'online-shop' ? 'printer-shop' : 'online-shop', 3],
      [world.mainUser, 'online-shop', 3],
      [world.mainUser, 'printer-shop', 3],
    ] as const) {
      const { body } = await contact.get(`/portal/${which}/cart`).expect(200);
      expect([which, body.items.length]).toEqual([which, lines]);
    }
    await emptyCarts(world.mainUser);
  });

  describe('an article', () => {
    const original = (index: number): object => ({
      vatRatePercent: RATES[index],
      netPriceCents: PRICES[shop][index],
    });
    afterEach(async () => {
      for (const [index, id] of ids.entries()) {
        const name = `${shop === 'online-shop' ? 'Ware' : 'Zubehör'} zu ${RATES[index]} %`;
        await changeArticle(world.admin, id, { ...original(index), name, unit: 'Stück' });
      }
    });

    it.each<[string, readonly (object | undefined)[], object]>([
      [
        'the VAT rate',
        [{ vatRatePercent: 7 }],
        { change: 'VAT_RATE_CHANGED', vatRatePercent: 7, previousVatRatePercent: 19 },
      ],
      [
        'a VAT rate that was none',
        [undefined, undefined, { vatRatePercent: 19 }],
        { change: 'VAT_RATE_CHANGED', vatRatePercent: 19, previousVatRatePercent: 0 },
      ],
      ['the unit', [{ unit: 'Karton' }], { change: 'UNIT_CHANGED', unit: 'Karton', previousUnit: 'Stück' }],
      ['the name', [{ name: 'Etwas anderes' }], { change: 'NAME_CHANGED', name: 'Etwas anderes' }],
      ['the price', [{ netPriceCents: 1 }], { change: 'PRICE_CHANGED', netPriceCents: 1 }],
    ])('is not ordered when it has changed: %s', async (_, changes, expected) => {
      const body = await refusedAfter(async () => {
        for (const [index, change] of changes.entries()) {
          if (change) await changeArticle(world.admin, ids[index] ?? '', change);
        }
      });
      const index = changes.findIndex(Boolean);
      expect(body).toMatchObject({
        code: 'submission.cart-changed',
        mode: 'ORDER',
        changes: [{ articleId: ids[index], ...expected }],
      });
      expect(body.changes).toHaveLength(1);
      // What the answer shows can be ordered.
      await submit({ mode: 'ORDER', cartVersion: body.cart.version }).expect(201);
    });

    it('is not ordered when prices have changed under the same total', async () => {
      const shown = await shownCart(user, shop);
      // One of the first, two of the second: 10 more and twice 5 less.
      const [first = 0, second = 0] = PRICES[shop];
      await changeArticle(world.admin, ids[0] ?? '', { netPriceCents: first + 10 });
      await changeArticle(world.admin, ids[1] ?? '', { netPriceCents: second - 5 });
      expect((await shownCart(user, shop)).expectedTotalNetCents).toBe(shown.expectedTotalNetCents);
      const { body } = await submit(shown).expect(409);
      expect(body).toMatchObject({
        code: 'submission.cart-changed',
        changes: [
          { articleId: ids[0], netPriceCents: first + 10, previousNetPriceCents: first },
          { articleId: ids[1], netPriceCents: second - 5, previousNetPriceCents: second },
        ],
      });
    });

    it('is told of in full: all that has changed of it, the old beside the new', async () => {
      const { body: cart } = await user.get(`/portal/${shop}/cart`).expect(200);
      const body = await refusedAfter(() =>
        changeArticle(world.admin, ids[1] ?? '', { vatRatePercent: 19, name: 'Neu', netPriceCents: 334 }),
      );
      expect(body.changes.map(({ change }) => change).sort()).toEqual([
        'NAME_CHANGED',
        'PRICE_CHANGED',
        'VAT_RATE_CHANGED',
      ]);
      expect(body.changes).toContainEqual(
        expect.objectContaining({ name: 'Neu', previousName: cart.items[1].name }),
      );
    });

    it('has changed, too, when its change was seen in the cart and taken back', async () => {
      await changeArticle(world.admin, ids[0] ?? '', { vatRatePercent: 7 });
      const body = await refusedAfter(() => changeArticle(world.admin, ids[0] ?? '', { vatRatePercent: 19 }));
      expect(body).toMatchObject({ code: 'submission.cart-changed', cart: { totals: totalsOf(shop) } });
    });
  });

  describe('the terms', () => {
    afterEach(() => setShops(world.admin, TERMS));

    it.each<[string, object]>([
      ['another version', { termsVersion: '2026-02' }],
      ['another link of the same version', { termsUrl: 'https://example.com/agb-neu' }],
      ['no version any more', { termsVersion: null }],
      ['none any more', { termsUrl: null, termsVersion: null }],
    ])('are stored as shown or not at all: %s', async (_, changed) => {
      const body = await refusedAfter(() => setShops(world.admin, changed));
      expect(body).toMatchObject({ code: 'submission.terms-changed', changes: [] });
      const { body: order } = await submit({ mode: 'ORDER', cartVersion: body.cart.version }).expect(201);
      const { termsUrl, termsVersion } = { ...TERMS, ...changed };
      expect(order.terms).toEqual({ url: termsUrl, version: termsVersion });
    });

    it('are not accepted where none were shown', async () => {
      await setShops(world.admin, { termsUrl: null, termsVersion: null });
      const body = await refusedAfter(() => setShops(world.admin, TERMS));
      expect(body).toMatchObject({
        code: 'submission.terms-changed',
        cart: { terms: { url: TERMS.termsUrl, version: TERMS.termsVersion } },
      });
    });
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['another quantity', (path) => putIntoCart(user, shop, path, 9)],
    ['a line less', (path) => user.delete(`/portal/${shop}/cart/items/${path}`).expect(204)],
  ])('nothing is ordered that another window has changed: %s', async (_, change) => {
    const body = await refusedAfter(() => change(world.lines[shop][0]?.path ?? ''));
    expect(body.code).toBe('submission.cart-changed');
  });

  it('a version is good for the cart of one person in one shop', async () => {
    await fillCarts(world.mainUser, world);
    const other = shop === 'online-shop' ? 'printer-shop' : 'online-shop';
    for (const { cartVersion } of [await shownCart(world.mainUser, shop), await shownCart(user, other)]) {
      const { body } = await submit({ mode: 'ORDER', cartVersion }).expect(409);
      expect(body.code).toBe('submission.cart-changed');
    }
    await emptyCarts(world.mainUser);
  });
});
