import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import {
  addPrinterWithToner,
  changeArticle,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';
import { makeWorld, type World } from './support/world';

interface Line {
  readonly articleId: string;
  readonly quantity: number;
}

describe('Many lines at once', () => {
  let world: World;
  let customerId: string;
  let user: Api;
  let mouse: string;
  let keyboard: string;

  beforeEach(async () => {
    world = await makeWorld();
    const open = { enabled: true, showPrices: false };
    await setShops(world.admin, { onlineShop: open, printerShop: open });
    customerId = await addCustomer(world.admin, 'Erste GmbH');
    user = await addContact(world, customerId, 'USER');
    mouse = await offerArticle(world.admin, { name: 'Maus', netPriceCents: 1_000 });
    keyboard = await offerArticle(world.admin, { name: 'Tastatur', netPriceCents: 2_000 });
  });

  async function quantitiesOf(api: Api): Promise<[string, number][]> {
    const { body } = await api.get('/portal/online-shop/cart').expect(200);
    return body.items.map(({ articleId, quantity }: Line) => [articleId, quantity]);
  }

  it('are put into the cart together, or none of them', async () => {
    const put = (items: object[]) => user.put('/portal/online-shop/cart/items').send({ items });
    const { body } = await put([
      { articleId: mouse, quantity: 2 },
      { articleId: keyboard, quantity: 3 },
    ]).expect(200);
    expect(body.items).toMatchObject([
      { articleId: mouse, quantity: 2 },
      { articleId: keyboard, quantity: 3 },
    ]);
    const hidden = await offerArticle(world.admin, { name: 'Nicht im Shop', onlineShop: false });
    const refused = await put([
      { articleId: mouse, quantity: 9 },
      { articleId: hidden, quantity: 1 },
    ]).expect(422);
    expect(refused.body).toMatchObject({
      code: 'cart.lines-unavailable',
      errors: [{ pointer: '/items/1', code: 'cart.lines-unavailable' }],
    });
    expect(await quantitiesOf(user)).toEqual([
      [mouse, 2],
      [keyboard, 3],
    ]);
    await put([{ articleId: mouse, quantity: 1000 }]).expect(422);
    await put([]).expect(422);
    const { printerId, tonerId } = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    const { body: printers } = await user
      .put('/portal/printer-shop/cart/items')
      .send({ items: [{ printerId, articleId: tonerId, quantity: 4 }] })
      .expect(200);
    expect(printers.items).toMatchObject([{ printer: { id: printerId }, articleId: tonerId, quantity: 4 }]);
  });

  it('come from an order, beside what lies there, and what is gone is told', async () => {
    await putIntoCart(user, 'online-shop', mouse, 2);
    await putIntoCart(user, 'online-shop', keyboard, 998);
    const { body: order } = await submitCart(user, 'online-shop');
    await putIntoCart(user, 'online-shop', keyboard, 5);
    await changeArticle(world.admin, mouse, { onlineShop: false });
    const copy = (api: Api, shop: string) =>
      api.post(`/portal/${shop}/cart/copies`).send({ orderId: order.id });
    const { body } = await copy(user, 'online-shop').expect(201);
    expect(body.missing).toMatchObject([{ name: 'Maus', quantity: 2, reason: 'NOT_IN_SHOP' }]);
    expect(body.cart.items).toMatchObject([{ articleId: keyboard, quantity: 999 }]);
    expect(await quantitiesOf(user)).toEqual([[keyboard, 999]]);
    // Orders of another shop are none of this one, and nobody copies what they do not see.
    await copy(user, 'printer-shop').expect(404);
    await copy(await addContact(world, customerId, 'USER'), 'online-shop').expect(404);
    await setShops(world.admin, { onlineShop: { enabled: false } });
    await copy(user, 'online-shop').expect(404);
  });

  it('can be found again, by what the customer wrote on the order', async () => {
    const colleague = await addContact(world, customerId, 'USER');
    const ids: string[] = [];
    for (const [api, reference] of [
      [user, 'PO-4711'],
      [user, 'PO-0815'],
      [colleague, 'PO-4711'],
    ] as const) {
      await putIntoCart(api, 'online-shop', mouse);
      ids.push(String((await submitCart(api, 'online-shop', { reference })).body.id));
    }
    const found = async (search: string): Promise<string[]> => {
      const { body } = await user.get(`/portal/orders?search=${search}`).expect(200);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await found('4711')).toEqual([ids[0]]);
    expect(await found('nirgends')).toEqual([]);
  });

  it('show pictures that a browser may keep, until there is another one', async () => {
    const png = (extra: string) =>
      Buffer.concat([
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
          'base64',
        ),
        Buffer.from(extra),
      ]);
    const put = (extra: string) =>
      world.admin.put(`/staff/articles/${mouse}/image`).attach('file', png(extra), 'maus.png').expect(200);
    const versionOf = async (): Promise<string> =>
      (await user.get(`/portal/online-shop/articles/${mouse}`).expect(200)).body.imageVersion;
    const kept = async (query = ''): Promise<string | undefined> =>
      (await user.get(`/portal/online-shop/articles/${mouse}/image${query}`).expect(200)).headers[
        'cache-control'
      ];
    expect(await versionOf()).toBeNull();
    await put('');
    const first = await versionOf();
    expect(await kept(`?v=${first}`)).toBe('private, max-age=31536000, immutable');
    await put('anders');
    expect(await versionOf()).not.toBe(first);
    expect(await kept(`?v=${first}`)).toBe('no-store');
    expect(await kept()).toBe('no-store');
  });
});
