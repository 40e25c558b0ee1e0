import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { whileSubmitting } from './support/held-cart';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import {
  changeArticle,
  offerArticle,
  putIntoCart,
  setCustomerShops,
  setShops,
  shownCart,
  submitCart,
  UNLIKE,
} from './support/shops';
import { addArticle, PNG } from './support/seed-catalog';
import { makeWorld, type World } from './support/world';

type Contact = Api & { contactId: string; email: string };

describe('The online shop', () => {
  let world: World;
  let customerId: string;
  let mainUser: Contact;
  let user: Contact;
  let mouse: string;
  let cable: string;
  let unpriced: string;

  beforeAll(async () => {
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      termsUrl: 'https://example.com/agb',
      termsVersion: '2026-01',
    });
    customerId = await addCustomer(world.admin, 'Einkauf GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    user = await addContact(world, customerId, 'USER');
    mouse = await offerArticle(world.admin, { name: 'Maus', netPriceCents: 2490, category: 'Mäuse' });
    cable = await offerArticle(world.admin, {
      name: 'Netzwerkkabel',
      netPriceCents: 333,
      vatRatePercent: 7,
      category: 'Kabel',
    });
    unpriced = await offerArticle(world.admin, { name: 'Server nach Maß' });
    await addArticle(world.admin, { number: 'INTERN', name: 'Nicht im Shop', netPriceCents: 1 });
  });

  /** Nobody's cart is shared between tests. */
  const emptyCart = async (contact: Api): Promise<void> => {
    const { body } = await contact.get('/portal/online-shop/cart').expect(200);
    for (const { articleId } of body.items) {
      await contact.delete(`/portal/online-shop/cart/items/${articleId}`).expect(204);
    }
  };
  afterEach(async () => {
    await emptyCart(user);
    await emptyCart(mainUser);
  });

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

  it('turns a cart into an order: totals, number, snapshot, receipt', async () => {
    await putIntoCart(user, 'online-shop', mouse, 3);
    const { body: cart } = await putIntoCart(user, 'online-shop', cable, 2);
    expect(cart).toMatchObject({
      mode: 'ORDER',
      terms: { url: 'https://example.com/agb', version: '2026-01' },
      totals: {
        currency: 'EUR',
        netCents: 8136,
        vat: [
          { vatRatePercent: 19, netCents: 7470, vatCents: 1419 },
          { vatRatePercent: 7, netCents: 666, vatCents: 47 },
        ],
        grossCents: 9602,
      },
    });
    const { body: order } = await submitCart(user, 'online-shop', {
      reference: 'PO-4711',
      costCentre: 'KST 1',
      note: 'Bitte klingeln',
      termsVersion: '2026-01',
      deliveryAddress: { street: 'Weg 1', postalCode: '50667', city: 'Köln', country: 'DE' },
    });
    expect(order).toMatchObject({
      kind: 'ORDER',
      shop: 'ONLINE_SHOP',
      status: 'RECEIVED',
      reference: 'PO-4711',
      totalNetCents: 8136,
      totalGrossCents: 9602,
      deliveryAddress: { street: 'Weg 1', city: 'Köln' },
      terms: { url: 'https://example.com/agb', version: '2026-01' },
      lines: [
        { name: 'Maus', quantity: 3, netPriceCents: 2490, lineNetCents: 7470, printer: null },
        { name: 'Netzwerkkabel', quantity: 2, netPriceCents: 333 },
      ],
    });
    expect(order.number).toMatch(/^B-\d{4}-\d{6}$/);
    expect((await user.get('/portal/online-shop/cart').expect(200)).body.items).toEqual([]);

    const mail = await newestMail(user.email, { subject: order.number });
    expect(mail.text).toContain('Eingangsbestätigung, keine Auftragsannahme');
    expect(mail.text).toContain('81,36 EUR');
    expect(mail.text).toContain('PO-4711');

    // What the article is called or costs later is no business of the order.
    await changeArticle(world.admin, cable, { name: 'Patchkabel', netPriceCents: 444 });
    expect((await user.get(`/portal/orders/${order.id}`).expect(200)).body).toEqual(order);
    const { body: forStaff } = await world.admin.get(`/staff/orders/${order.id}`).expect(200);
    expect(forStaff.lines[1]).toMatchObject({ netPriceCents: 333, listPriceCents: 444 });
    expect(forStaff.customer).toMatchObject({ id: customerId, name: 'Einkauf GmbH' });
    await changeArticle(world.admin, cable, { name: 'Netzwerkkabel', netPriceCents: 333 });
  });

  it('makes a cart with an unpriced article a quote request, without any price', async () => {
    await putIntoCart(user, 'online-shop', mouse);
    const { body: cart } = await putIntoCart(user, 'online-shop', unpriced, 2);
    expect(cart.mode).toBe('QUOTE_REQUEST');
    expect(cart).not.toHaveProperty('totals');
    const { body: order } = await submitCart(user, 'online-shop');
    expect(order).toMatchObject({ kind: 'QUOTE_REQUEST', status: 'RECEIVED', offer: null });
    expect(order.number).toMatch(/^A-\d{4}-000001$/);
    expect(JSON.stringify(order)).not.toMatch(/Cents/);
    const mail = await newestMail(user.email, { subject: order.number });
    expect(mail.text).not.toContain('EUR');
    const { body: forStaff } = await world.admin.get(`/staff/orders/${order.id}`).expect(200);
    expect(forStaff.lines[0]).toMatchObject({ name: 'Maus', listPriceCents: 2490 });
    expect(forStaff.lines[0]).not.toHaveProperty('netPriceCents');
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
    await submit({ mode: 'QUOTE_REQUEST', expectedTotalNetCents: 2490 }).expect(422);
    const { body } = await submit({ mode: 'QUOTE_REQUEST' }).expect(409);
    expect(body).toMatchObject({ code: 'submission.mode-changed', mode: 'ORDER' });
    const codeOf = async (besides: object): Promise<string> =>
      (await submit({ mode: 'ORDER', cartVersion, ...besides }).expect(409)).body.code as string;
    expect(await codeOf({ termsVersion: '2025-07' })).toBe('submission.terms-changed');
    expect(await codeOf({ expectedTotalNetCents: 2489 })).toBe('submission.total-changed');
    expect(await codeOf({ cartVersion: 'x' })).toBe('submission.cart-changed');
    await submit({ mode: 'ORDER', cartVersion, termsVersion: '2026-01' }).expect(201);
  });

  it('tells that prices were switched off between cart and submission, without a price', async () => {
    await putIntoCart(user, 'online-shop', mouse);
    const shown = await shownCart(user, 'online-shop');
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    const refused = await user.post('/portal/online-shop/submissions').send(shown).expect(409);
    expect(refused.body).toMatchObject({ code: 'submission.mode-changed', mode: 'QUOTE_REQUEST' });
    expect(refused.text).not.toMatch(/Cents|2490|24[.,]90/);
    const cart = await user.get('/portal/online-shop/cart').expect(200);
    expect(cart.text).not.toMatch(/Cents|2490/);
    const { body: order } = await submitCart(user, 'online-shop');
    expect(order.kind).toBe('QUOTE_REQUEST');
    const stored = await asSuperuser(
      `SELECT 1 FROM order_lines WHERE order_id = $1 AND net_price_cents IS NOT NULL`,
      [order.id],
    );
    expect(stored).toEqual([]);
    const { body } = await user.get('/portal/online-shop/articles?sort=netPriceCents').expect(422);
    expect(body.code).toBe('catalog.prices-hidden');
    await user.get('/portal/online-shop/articles?minNetPriceCents=1').expect(422);
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'INHERIT' } });
  });

  it('closes at once; past orders stay readable, with their prices', async () => {
    await putIntoCart(user, 'online-shop', mouse);
    const { body: order } = await submitCart(user, 'online-shop');
    await putIntoCart(user, 'online-shop', mouse);
    const shown = await shownCart(user, 'online-shop');
    await setCustomerShops(world.admin, customerId, { onlineShop: { enabled: 'OFF' } });
    for (const path of ['articles', `articles/${mouse}`, 'categories', 'cart']) {
      await user.get(`/portal/online-shop/${path}`).expect(404);
    }
    await user.put(`/portal/online-shop/cart/items/${mouse}`).send({ quantity: 1 }).expect(404);
    await user.delete(`/portal/online-shop/cart/items/${mouse}`).expect(404);
    await user.post('/portal/online-shop/submissions').send(shown).expect(404);
    expect((await user.get(`/portal/orders/${order.id}`).expect(200)).body).toEqual(order);
    await setCustomerShops(world.admin, customerId, { onlineShop: { enabled: 'INHERIT' } });
  });

  it('makes one order of one cart, however often it is submitted at once', async () => {
    await putIntoCart(mainUser, 'online-shop', mouse, 2);
    const shown = await shownCart(mainUser, 'online-shop');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => mainUser.post('/portal/online-shop/submissions').send(shown)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['409 cart.empty']),
    );
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
    await asSuperuser(`DELETE FROM cart_items WHERE contact_id = $1`, [contactId]);
    await asSuperuser(`DELETE FROM articles WHERE number LIKE 'VIEL-%'`, []);
  });

  it('lists orders: main users see the company’s, users their own, strangers none', async () => {
    const { body: all } = await mainUser.get('/portal/orders?limit=100').expect(200);
    const { body: own } = await user.get('/portal/orders?limit=100').expect(200);
    const contacts = (items: { contact: { id: string } }[]): Set<string> =>
      new Set(items.map(({ contact }) => contact.id));
    expect(contacts(all.items)).toEqual(new Set([mainUser.contactId, user.contactId]));
    expect(contacts(own.items)).toEqual(new Set([user.contactId]));
    const colleagues = all.items.find(
      ({ contact }: { contact: { id: string } }) => contact.id === mainUser.contactId,
    );
    await user.get(`/portal/orders/${colleagues.id}`).expect(404);
    const stranger = await addContact(world, await addCustomer(world.admin, 'Fremd AG'), 'MAIN_USER');
    expect((await stranger.get('/portal/orders').expect(200)).body.items).toEqual([]);
    await stranger.get(`/portal/orders/${colleagues.id}`).expect(404);

    const { body: quotes } = await user.get('/portal/orders?kind=QUOTE_REQUEST&limit=1').expect(200);
    expect(quotes.items[0].kind).toBe('QUOTE_REQUEST');
    expect(quotes.nextCursor).toBeDefined();
  });

  it('lets staff find orders by number, reference, customer and contact', async () => {
    const ids = async (query: string): Promise<string[]> =>
      (await world.admin.get(`/staff/orders?${query}`).expect(200)).body.items.map(
        ({ reference, number }: { reference: string | null; number: string }) => reference ?? number,
      ) as string[];
    expect(await ids('search=po-4711')).toEqual(['PO-4711']);
    expect(await ids('search=KST 1')).toEqual(['PO-4711']);
    expect((await ids('search=000001')).length).toBe(2);
    const number = `B-${new Date().getUTCFullYear()}-000001`;
    const forms = [
      `[${number}]`,
      `#${number}`,
      `${number}:`,
      `Bestellung ${number}`,
      `AW: [${number}] Danke`,
    ];
    for (const typed of forms) {
      expect([typed, (await ids(`search=${encodeURIComponent(typed)}`)).length]).toEqual([typed, 1]);
      const inbox = `/staff/inbox-items?state=NEW,IN_PROGRESS,DONE,REJECTED&number=${encodeURIComponent(typed)}`;
      const { body } = await world.admin.get(inbox).expect(200);
      expect([typed, body.items.map((item: { number: string }) => item.number)]).toEqual([typed, [number]]);
    }
    expect((await ids(`search=B-${new Date().getUTCFullYear()}-000001`)).length).toBe(1);
    expect(await ids('search=100%25')).toEqual([]);
    expect((await ids(`customerId=${customerId}&contactId=${user.contactId}`)).length).toBeGreaterThan(3);
    expect(await ids('shop=PRINTER_SHOP')).toEqual([]);
    expect(await ids('status=ACCEPTED,REJECTED')).toEqual([]);
  });
});
