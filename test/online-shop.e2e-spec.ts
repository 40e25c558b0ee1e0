import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { whileSubmitting } from './support/held-cart';
import { changeArticle, putIntoCart, shownCart, submitCart, UNLIKE } from './support/shops';
import { addArticle, PNG } from './support/seed-catalog';
import { emptyOnlineCarts, makeOnlineShop, type OnlineShop } from './support/shop-worlds';

describe('The online shop', () => {
  let shop: OnlineShop;
  let world: OnlineShop['world'];
  let mainUser: OnlineShop['mainUser'];
  let user: OnlineShop['user'];
  let mouse: OnlineShop['mouse'];
  let cable: OnlineShop['cable'];

  beforeAll(async () => {
    shop = await makeOnlineShop();
    ({ world, mainUser, user, mouse, cable } = shop);
  });

  afterEach(() => emptyOnlineCarts(shop));

  it('shows both roles what staff have put into it, with prices', async () => {
    for (const contact of [mainUser, user]) {
      const { body } = await contact
        .get('/portal/online-shop/articles?count=true&sort=-netPriceCents')
        .expect(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
        'Maus',
        'Netzwerkkabel',
        'Server nach Maß',
      ]);
      expect(body.totalCount).toBe(3);
      expect(body.items[0]).toMatchObject({ netPriceCents: 2490, currency: 'EUR', vatRatePercent: 19 });
      expect(body.items[2]).not.toHaveProperty('netPriceCents');
    }
    const { body: categories } = await user.get('/portal/online-shop/categories').expect(200);
    expect(categories.items).toEqual([
      { name: 'Kabel', count: 1 },
      { name: 'Mäuse', count: 1 },
    ]);
    const { body: found } = await user.get('/portal/online-shop/articles?search=Netzwerkkable').expect(200);
    expect(found.items.map(({ id }: { id: string }) => id)).toEqual([cable]);
    const { body: one } = await user.get(`/portal/online-shop/articles/${mouse}`).expect(200);
    expect(one).toMatchObject({ id: mouse, name: 'Maus', netPriceCents: 2490, hasImage: false });
  });

  it('shows everything of an article in its place, in list, detail, cart and order', async () => {
    const id = await addArticle(world.admin, { number: 'ALLES', name: 'Alles', onlineShop: true, ...UNLIKE });
    const shown = {
      id,
      number: 'ALLES',
      name: 'Alles',
      ...UNLIKE,
      currency: 'EUR',
      hasImage: false,
      imageVersion: null,
    };
    expect((await user.get(`/portal/online-shop/articles/${id}`).expect(200)).body).toEqual(shown);
    const { body: list } = await user.get('/portal/online-shop/articles?search=ALLES').expect(200);
    expect(list.items).toEqual([shown]);
    const line = {
      articleId: id,
      number: 'ALLES',
      name: 'Alles',
      unit: 'Karton',
      printer: null,
      quantity: 2,
      vatRatePercent: 7,
      netPriceCents: 4321,
      lineNetCents: 8642,
    };
    const { body: cart } = await putIntoCart(user, 'online-shop', id, 2);
    expect(cart.items).toEqual([{ ...line, available: true }]);
    const { body: order } = await submitCart(user, 'online-shop');
    expect(order.lines).toEqual([{ ...line, id: expect.any(String), kind: null }]);
    await changeArticle(world.admin, id, { active: false });
  });

  it('hands out pictures of what it offers', async () => {
    await user.get(`/portal/online-shop/articles/${mouse}/image`).expect(404);
    await world.admin.put(`/staff/articles/${mouse}/image`).attach('file', PNG, 'maus.png').expect(200);
    const { body, headers } = await user.get(`/portal/online-shop/articles/${mouse}/image`).expect(200);
    expect(Buffer.compare(body as Buffer, PNG)).toBe(0);
    expect(headers['content-type']).toBe('image/png');
    await user
      .get(`/portal/online-shop/articles/${mouse}/image?width=160`)
      .expect(200)
      .expect('content-type', 'image/webp');
    await user.get(`/portal/online-shop/articles/${mouse}/image?width=9000`).expect(422);
  });

  it.each([0, -1, 1000, 1.5, 1e20, '1', null, [1], true])('refuses the quantity %p', async (quantity) => {
    const { body } = await user.put(`/portal/online-shop/cart/items/${mouse}`).send({ quantity }).expect(422);
    expect(body.errors[0].pointer).toBe('/quantity');
  });

  it('takes nothing into a cart that it does not offer', async () => {
    const { body } = await world.admin.get('/staff/articles?search=INTERN').expect(200);
    await user.put(`/portal/online-shop/cart/items/${body.items[0].id}`).send({ quantity: 1 }).expect(404);
    await user.get(`/portal/online-shop/articles/${body.items[0].id}`).expect(404);
    await user.delete(`/portal/online-shop/cart/items/${mouse}`).expect(404);
  });

  it('keeps a cart for each contact', async () => {
    await putIntoCart(user, 'online-shop', mouse);
    expect((await mainUser.get('/portal/online-shop/cart').expect(200)).body.items).toEqual([]);
  });

  it('reports at checkout what was taken out of the shop meanwhile, and keeps the cart', async () => {
    await putIntoCart(user, 'online-shop', mouse, 2);
    await putIntoCart(user, 'online-shop', cable);
    const shown = await shownCart(user, 'online-shop');
    await changeArticle(world.admin, mouse, { onlineShop: false });

    const { body: cart } = await user.get('/portal/online-shop/cart').expect(200);
    expect(cart.items).toMatchObject([
      { articleId: mouse, name: 'Maus', quantity: 2, available: false, reason: 'NOT_IN_SHOP' },
      { articleId: cable, available: true },
    ]);
    expect(cart.totals.netCents).toBe(333);
    for (const sent of [shown, await shownCart(user, 'online-shop')]) {
      const { body } = await user.post('/portal/online-shop/submissions').send(sent).expect(409);
      expect(body).toMatchObject({
        code: 'submission.lines-changed',
        changes: [{ articleId: mouse, name: 'Maus', change: 'NOT_IN_SHOP' }],
        cart,
      });
    }
    await user.delete(`/portal/online-shop/cart/items/${mouse}`).expect(204);
    await submitCart(user, 'online-shop');
    await changeArticle(world.admin, mouse, { onlineShop: true });
  });

  it('submits no other total than the one that was shown', async () => {
    await putIntoCart(user, 'online-shop', mouse);
    const orders = async (): Promise<number> =>
      (await user.get('/portal/orders?count=true').expect(200)).body.totalCount as number;
    const before = await orders();
    const shown = await shownCart(user, 'online-shop');
    await changeArticle(world.admin, mouse, { netPriceCents: 2590 });
    const { body } = await user.post('/portal/online-shop/submissions').send(shown).expect(409);
    expect(body).toMatchObject({
      code: 'submission.total-changed',
      changes: [{ change: 'PRICE_CHANGED', netPriceCents: 2590, previousNetPriceCents: 2490 }],
      cart: { totals: { netCents: 2590 }, items: [{ netPriceCents: 2590 }] },
    });
    expect(await orders()).toBe(before);
    const submit = user.post('/portal/online-shop/submissions');
    const { version: cartVersion } = body.cart;
    await submit.send({ mode: 'ORDER', cartVersion, expectedTotalNetCents: 2590 }).expect(201);
    await changeArticle(world.admin, mouse, { netPriceCents: 2490 });
  });

  it('wants what was shown with an order, and no total with a quote request', async () => {
    const { body: cart } = await putIntoCart(user, 'online-shop', mouse);
    const { version: cartVersion } = cart;
    const submit = (body: object): ReturnType<Api['post']> =>
      user.post('/portal/online-shop/submissions').send(body);
    const unnamed = await submit({ mode: 'ORDER', expectedTotalNetCents: 2490 }).expect(422);
    expect(unnamed.body).toMatchObject({
      code: 'submission.cart-version-missing',
      errors: [{ pointer: '/cartVersion' }],
    });
    const unexpected = await submit({ mode: 'QUOTE_REQUEST', expectedTotalNetCents: 2490 }).expect(422);
    expect(unexpected.body.errors).toMatchObject([{ pointer: '/expectedTotalNetCents' }]);
    const { body } = await submit({ mode: 'QUOTE_REQUEST' }).expect(409);
    expect(body).toMatchObject({ code: 'submission.mode-changed', mode: 'ORDER' });
    const codeOf = async (besides: object): Promise<string> =>
      (await submit({ mode: 'ORDER', cartVersion, ...besides }).expect(409)).body.code as string;
    expect(await codeOf({ termsVersion: '2025-07' })).toBe('submission.terms-changed');
    expect(await codeOf({ expectedTotalNetCents: 2489 })).toBe('submission.total-changed');
    expect(await codeOf({ cartVersion: 'x' })).toBe('submission.cart-changed');
    await submit({ mode: 'ORDER', cartVersion, termsVersion: '2026-01' }).expect(201);
  });

  it('keeps what is put into the cart while it is submitted', async () => {
    await putIntoCart(user, 'online-shop', mouse, 2);
    const shown = await shownCart(user, 'online-shop');
    const { status, body: order } = await whileSubmitting(
      user.contactId,
      () => user.post('/portal/online-shop/submissions').send(shown),
      () => putIntoCart(user, 'online-shop', cable, 3),
    );
    expect(status).toBe(201);
    expect(order.lines).toMatchObject([{ articleId: mouse, quantity: 2 }]);
    const { body: cart } = await user.get('/portal/online-shop/cart').expect(200);
    expect(cart.items).toMatchObject([{ articleId: cable, quantity: 3 }]);
  });

  it('answers a repeated submission with the first answer', async () => {
    await putIntoCart(mainUser, 'online-shop', mouse);
    const shown = await shownCart(mainUser, 'online-shop');
    const submit = (): ReturnType<Api['post']> =>
      mainUser.post('/portal/online-shop/submissions').set('idempotency-key', 'einmal').send(shown);
    const { body: first } = await submit().expect(201);
    await putIntoCart(mainUser, 'online-shop', mouse);
    expect((await submit().expect(201)).body).toEqual(first);
    expect((await mainUser.get('/portal/online-shop/cart').expect(200)).body.items).toHaveLength(1);
  });

  it('holds 200 lines in a cart at most', async () => {
    const { contactId } = user;
    await asSuperuser(
      `INSERT INTO articles (tenant_id, id, version, number, name, unit, vat_rate_permille, online_shop, active)
       SELECT tenant_id, gen_random_uuid(), 1, 'VIEL-' || n, 'Viel ' || n, 'Stück', 190, true, true
       FROM articles, generate_series(1, 199) n WHERE id = $1`,
      [mouse],
    );
    await asSuperuser(
      `INSERT INTO cart_items (tenant_id, id, contact_id, shop, article_id, quantity, number, name)
       SELECT tenant_id, gen_random_uuid(), $1, 'ONLINE_SHOP', id, 1, number, name FROM articles
       WHERE number LIKE 'VIEL-%' AND tenant_id = (SELECT tenant_id FROM articles WHERE id = $2)`,
      [contactId, mouse],
    );
    const answers = await Promise.all(
      [mouse, cable].map((id) => user.put(`/portal/online-shop/cart/items/${id}`).send({ quantity: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'cart.full', detail: expect.stringContaining('200') });
    // What lies there already can still be another number, wherever it lies.
    const { body: cart } = await user.get('/portal/online-shop/cart').expect(200);
    for (const { articleId } of [cart.items[0], cart.items.at(-1)]) {
      const { body } = await user
        .put(`/portal/online-shop/cart/items/${articleId}`)
        .send({ quantity: 2 })
        .expect(200);
      expect(body.items).toHaveLength(200);
    }
    await asSuperuser(`DELETE FROM cart_items WHERE contact_id = $1`, [contactId]);
    await asSuperuser(`DELETE FROM articles WHERE number LIKE 'VIEL-%'`, []);
  });
});
