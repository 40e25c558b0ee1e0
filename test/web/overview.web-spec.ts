import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeOffer, offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    nothing: 'Gerade wartet nichts auf Sie.',
    offer: (number: string): string => `Angebot zu ${number}`,
    until: 'gültig bis 31.12.2099',
    tickets: '1 offenes Ticket · Neues in 1 Ticket',
    cart: '1 Position im Warenkorb',
    orders: '1 Bestellung oder Anfrage ist offen',
    waiting: 'Wartet auf Sie',
  },
  en: {
    nothing: 'Nothing is waiting for you right now.',
    offer: (number: string): string => `Offer for ${number}`,
    until: /^valid until .*2099$/,
    tickets: '1 open ticket · 1 unread ticket',
    cart: '1 item in the cart',
    orders: '1 order or request is open',
    waiting: 'Waiting for you',
  },
} as const;

describe('The overview in the browser', () => {
  let browser: Browser;
  let world: World;
  let article: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
  });

  afterAll(() => browser.close());

  it.each(LOOKS)('says what waits and what is where, and leads there, $language, $width px', async (look) => {
    const words = WORDS[look.language];
    const customerId = await addCustomer(world.admin, `Überblick ${look.language}`);
    const contact = await addContact(world, customerId, 'USER', 'Blick');
    await contact.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email);
    await page.getByText(words.nothing).waitFor();
    expect(await visitor.findings()).toEqual([]);

    // It comes while somebody looks.
    await putIntoCart(contact, 'online-shop', article, 3);
    const { body: request } = await submitCart(contact, 'online-shop');
    await makeOffer(world.admin, String(request.id), 20_000);
    await putIntoCart(contact, 'online-shop', article);
    const ticket = { subject: 'Drucker streikt', description: 'x' };
    const { body } = await contact.post('/portal/tickets').send(ticket).expect(201);
    await world.admin
      .post(`/staff/tickets/${body.id}/comments`)
      .send({ body: 'Welcher?', visibility: 'PUBLIC', status: 'WAITING_FOR_CUSTOMER' })
      .expect(201);
    const waiting = page.getByRole('region', { name: words.waiting });
    const offer = waiting.getByRole('link', { name: words.offer(String(request.number)) });
    await offer.getByText(words.until).waitFor();
    await waiting.getByRole('link', { name: 'Drucker streikt' }).waitFor();
    const main = page.getByRole('main');
    for (const text of [words.tickets, words.orders, words.cart]) await main.getByText(text).waitFor();
    await main.getByRole('link', { name: /^Online ?shop$/i }).waitFor();
    // Shops that are closed, and devices where there are none, are no places.
    for (const name of [/^(DruckerShop|Printer ?shop)$/i, /^(Geräte|Devices)$/]) {
      expect(await page.getByRole('link', { name }).count()).toBe(0);
    }
    await main
      .getByRole('row')
      .or(main.getByRole('listitem'))
      .filter({ hasText: 'Drucker streikt' })
      .first()
      .waitFor();
    expect(await visitor.findings()).toEqual([]);
    await offer.click();
    await page.getByRole('heading', { name: String(request.number) }).waitFor();
    await page.goBack();
    await waiting.getByRole('link', { name: 'Drucker streikt' }).click();
    await page.getByText('Welcher?').waitFor();
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
