import { asSuperuser } from './support/database';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { CURRENCY_SIGN } from './support/prices';
import { changeArticle, putIntoCart, setCustomerShops, shownCart, submitCart } from './support/shops';
import { emptyOnlineCarts, makeOnlineShop, type OnlineShop } from './support/shop-worlds';

describe('The online shop', () => {
  let shop: OnlineShop;
  let world: OnlineShop['world'];
  let customerId: OnlineShop['customerId'];
  let mainUser: OnlineShop['mainUser'];
  let user: OnlineShop['user'];
  let mouse: OnlineShop['mouse'];
  let cable: OnlineShop['cable'];
  let unpriced: OnlineShop['unpriced'];

  beforeAll(async () => {
    shop = await makeOnlineShop();
    ({ world, customerId, mainUser, user, mouse, cable, unpriced } = shop);
  });

  afterEach(() => emptyOnlineCarts(shop));

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
    expect(mail.text).toContain('81,36\u00a0€');
    expect(mail.text).toContain('PO-4711');
    expect(mail.text).toContain('Lieferadresse: Weg 1, 50667 Köln, Deutschland');
    expect(mail.text).toContain('Umsatzsteuer: 14,19\u00a0€ (19\u00a0%), 0,47\u00a0€ (7\u00a0%)');

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
    expect(mail.text).not.toMatch(CURRENCY_SIGN);
    const { body: forStaff } = await world.admin.get(`/staff/orders/${order.id}`).expect(200);
    expect(forStaff.lines[0]).toMatchObject({ name: 'Maus', listPriceCents: 2490 });
    expect(forStaff.lines[0]).not.toHaveProperty('netPriceCents');
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
