import type { Api } from './api';
import { putIntoCart, setShops, submitCart } from './shops';

/** One shop with prices and one without. */
export async function openShops(admin: Api): Promise<void> {
  await setShops(admin, {
    onlineShop: { enabled: true, showPrices: true },
    printerShop: { enabled: true, showPrices: false },
  });
}

/** An order, a quote request, and something left in both carts. */
export async function seedOrders(person: Api, marks: string): Promise<void> {
  const article = await firstIdOf(person, '/portal/online-shop/articles');
  const printer = await firstIdOf(person, '/portal/printer-shop/printers');
  const toner = await firstIdOf(person, `/portal/printer-shop/printers/${printer}/accessories`);
  const besides = { reference: marks, note: `Bitte bald. ${marks}` };
  for (const [shop, line] of [
    ['online-shop', article],
    ['printer-shop', `${printer}/${toner}`],
  ] as const) {
    await putIntoCart(person, shop, line, 2);
    await submitCart(person, shop, besides);
    await putIntoCart(person, shop, line);
  }
}

/** A delivery address that all of a company choose. */
export async function seedAddress(person: Api, marks: string): Promise<void> {
  const address = {
    name: `Empfang ${marks}`,
    street: 'Weg 1',
    postalCode: '50667',
    city: 'Köln',
    country: 'DE',
  };
  await person
    .post('/portal/delivery-addresses')
    .send({ label: `Lager ${marks}`.slice(0, 60), address })
    .expect(201);
}

async function firstIdOf(person: Api, path: string): Promise<string> {
  const { body } = await person.get(path).expect(200);
  return String(body.items[0].id);
}
