import { type Contact, emptyCart } from './checkout-world';
import { addContact, addCustomer } from './population';
import { addArticle } from './seed-catalog';
import { addPrinterWithToner, offerArticle, type PrinterWithToner, setShops } from './shops';
import { makeWorld, type World } from './world';

interface ShopWorld {
  readonly world: World;
  readonly customerId: string;
  readonly mainUser: Contact;
  readonly user: Contact;
}

/** An online shop with two articles and a third without a price; another article is not in it. */
export interface OnlineShop extends ShopWorld {
  readonly mouse: string;
  readonly cable: string;
  readonly unpriced: string;
}

export async function makeOnlineShop(): Promise<OnlineShop> {
  const world = await makeWorld();
  const { admin } = world;
  await setShops(admin, {
    onlineShop: { enabled: true, showPrices: true },
    termsUrl: 'https://example.com/agb',
    termsVersion: '2026-01',
  });
  const customerId = await addCustomer(admin, 'Einkauf GmbH');
  const shop = {
    world,
    customerId,
    mainUser: await addContact(world, customerId, 'MAIN_USER'),
    user: await addContact(world, customerId, 'USER'),
    mouse: await offerArticle(admin, { name: 'Maus', netPriceCents: 2490, category: 'Mäuse' }),
    cable: await offerArticle(admin, {
      name: 'Netzwerkkabel',
      netPriceCents: 333,
      vatRatePercent: 7,
      category: 'Kabel',
    }),
    unpriced: await offerArticle(admin, { name: 'Server nach Maß' }),
  };
  await addArticle(admin, { number: 'INTERN', name: 'Nicht im Shop', netPriceCents: 1 });
  return shop;
}

/** Nobody's cart is shared between tests. */
export async function emptyOnlineCarts({ user, mainUser }: ShopWorld): Promise<void> {
  for (const contact of [user, mainUser]) await emptyCart(contact, 'online-shop');
}

/** Two printers of a customer, and one of another. */
export interface PrinterShop extends ShopWorld {
  readonly reception: PrinterWithToner;
  readonly office: PrinterWithToner;
  readonly foreign: PrinterWithToner;
}

export async function makePrinterShop(): Promise<PrinterShop> {
  const world = await makeWorld();
  const { admin } = world;
  await setShops(admin, { printerShop: { enabled: true, showPrices: true } });
  const customerId = await addCustomer(admin, 'Druckt viel GmbH');
  const stranger = await addCustomer(admin, 'Fremd AG');
  return {
    world,
    customerId,
    mainUser: await addContact(world, customerId, 'MAIN_USER'),
    user: await addContact(world, customerId, 'USER'),
    reception: await addPrinterWithToner(admin, customerId, 'Empfang'),
    office: await addPrinterWithToner(admin, customerId, 'Büro', { netPriceCents: 8900 }),
    foreign: await addPrinterWithToner(admin, stranger, 'Fremder Drucker'),
  };
}
