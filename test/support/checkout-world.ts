import type { Api } from './api';
import { addContact, addCustomer } from './population';
import {
  addPrinter,
  offerArticle,
  putIntoCart,
  setShops,
  type ShopName,
  shownCart,
  submitCart,
} from './shops';
import { addPrinterModel } from './seed-catalog';
import { makeWorld, type World } from './world';

export type Contact = Api & { contactId: string; email: string };

/** An article, and how it is put into a cart of the company: `articleId` or `printerId/articleId`. */
export interface CheckoutLine {
  readonly articleId: string;
  readonly path: string;
}

/**
 * A tenant in which nothing is like the other: both shops are open with prices, each offers something at every VAT rate,
 * and two companies have printers of the same model.
 */
export interface CheckoutWorld extends World {
  readonly customerId: string;
  readonly user: Contact;
  readonly mainUser: Contact;
  /** A main user of the other company. */
  readonly stranger: Contact;
  readonly printerModelId: string;
  readonly printerId: string;
  readonly strangersPrinterId: string;
  /** By shop, in the order of RATES, at different prices. */
  readonly lines: Readonly<Record<ShopName, readonly CheckoutLine[]>>;
}

/** Percent; what is taken for another shows in each total. */
export const RATES = [19, 7, 0] as const;
/** Of the lines, in the same order. */
export const PRICES: Readonly<Record<ShopName, readonly number[]>> = {
  'online-shop': [2490, 333, 101],
  'printer-shop': [6490, 1205, 997],
};

export async function makeCheckoutWorld(): Promise<CheckoutWorld> {
  const world = await makeWorld();
  const { admin } = world;
  await setShops(admin, {
    onlineShop: { enabled: true, showPrices: true },
    printerShop: { enabled: true, showPrices: true },
    termsUrl: 'https://example.com/agb',
    termsVersion: '2026-01',
  });
  const customerId = await addCustomer(admin, 'Kasse GmbH');
  const otherId = await addCustomer(admin, 'Nebenan GmbH');
  const printerModelId = await addPrinterModel(admin, 'Modell für zwei Firmen');
  const printerId = await addPrinter(admin, customerId, printerModelId, 'Kasse 1');
  const strangersPrinterId = await addPrinter(admin, otherId, printerModelId, 'Nebenan 1');
  const online: CheckoutLine[] = [];
  const accessories: CheckoutLine[] = [];
  for (const [index, vatRatePercent] of RATES.entries()) {
    const name = `Ware zu ${vatRatePercent} %`;
    const values = { vatRatePercent, netPriceCents: PRICES['online-shop'][index] };
    const articleId = await offerArticle(admin, { name, ...values });
    online.push({ articleId, path: articleId });
    const tonerId = await offerArticle(admin, {
      name: `Zubehör zu ${vatRatePercent} %`,
      onlineShop: false,
      vatRatePercent,
      netPriceCents: PRICES['printer-shop'][index],
    });
    const fits = `/staff/printer-models/${printerModelId}/accessories/${tonerId}`;
    await admin
      .put(fits)
      .send({ kind: `Art ${vatRatePercent}` })
      .expect(200);
    accessories.push({ articleId: tonerId, path: `${printerId}/${tonerId}` });
  }
  return {
    ...world,
    customerId,
    user: await addContact(world, customerId, 'USER'),
    mainUser: await addContact(world, customerId, 'MAIN_USER'),
    stranger: await addContact(world, otherId, 'MAIN_USER'),
    printerModelId,
    printerId,
    strangersPrinterId,
    lines: { 'online-shop': online, 'printer-shop': accessories },
  };
}

/** One of the first, two of the second, three of the third, in both shops; for a company's own printer. */
export async function fillCarts(
  contact: Api,
  { lines, printerId }: CheckoutWorld,
  printer = printerId,
): Promise<void> {
  for (const shop of ['online-shop', 'printer-shop'] as const) {
    for (const [index, { path }] of lines[shop].entries()) {
      await putIntoCart(contact, shop, path.replace(printerId, printer), index + 1);
    }
  }
}

/** The other company waits for the same things, for a printer of the same model. */
export async function orderAsStranger(world: CheckoutWorld): Promise<void> {
  await fillCarts(world.stranger, world, world.strangersPrinterId);
  for (const shop of ['online-shop', 'printer-shop'] as const) await submitCart(world.stranger, shop);
}

/** What `fillCarts` comes to. */
export function totalsOf(shop: ShopName): object {
  const nets = PRICES[shop].map((price, index) => price * (index + 1));
  const vat = RATES.map((vatRatePercent, index) => {
    const netCents = nets[index] ?? 0;
    return { vatRatePercent, netCents, vatCents: Math.round((netCents * vatRatePercent) / 100) };
  });
  const netCents = nets.reduce((sum, net) => sum + net, 0);
  const vatCents = vat.reduce((sum, rate) => sum + rate.vatCents, 0);
  return { currency: 'EUR', netCents, vat, grossCents: netCents + vatCents };
}

/** Nobody's cart is shared between tests. */
export async function emptyCarts(contact: Api): Promise<void> {
  for (const shop of ['online-shop', 'printer-shop'] as const) await emptyCart(contact, shop);
}

export async function emptyCart(contact: Api, shop: ShopName): Promise<void> {
  const { body } = await contact.get(`/portal/${shop}/cart`).expect(200);
  for (const { articleId, printer } of body.items) {
    const line = printer ? `${printer.id}/${articleId}` : articleId;
    await contact.delete(`/portal/${shop}/cart/items/${line}`).expect(204);
  }
}

/** What an answer with 409 says. */
export interface Refusal {
  readonly code: string;
  readonly changes: readonly { readonly change: string }[];
  readonly cart: { readonly version: string };
}

/** Staff change something while the cart is on the screen; answers with what the submission says then. */
export async function refusalAfter(
  change: () => Promise<unknown>,
  user: Api,
  shop: ShopName,
): Promise<Refusal> {
  const { mode, cartVersion } = await shownCart(user, shop);
  const orders = async (): Promise<number> =>
    (await user.get('/portal/orders?count=true').expect(200)).body.totalCount as number;
  const before = await orders();
  await change();
  const { body } = await user.post(`/portal/${shop}/submissions`).send({ mode, cartVersion }).expect(409);
  expect(await orders()).toBe(before);
  // The cart is kept, and is what the answer shows.
  expect((await user.get(`/portal/${shop}/cart`).expect(200)).body).toEqual(body.cart);
  return body as Refusal;
}
