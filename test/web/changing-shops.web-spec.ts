import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import {
  addPrinterWithToner,
  changeArticle,
  offerArticle,
  putIntoCart,
  setCustomerShops,
  setShops,
} from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

describe('Shops that staff change, in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: true },
    });
  });

  afterAll(() => browser.close());

  it('ask for a quote where prices are hidden, and no price reaches the browser', async () => {
    const customerId = await addCustomer(world.admin, 'Ohne Preise GmbH');
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    const contact = await addContact(world, customerId, 'USER');
    await offerArticle(world.admin, { name: 'Geheimer Monitor', netPriceCents: 24_680 });
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/v1/portal/') && !response.url().includes('/events')) {
        answers.push(response.text().catch(() => ''));
      }
    });
    const assertNoPrice = async (): Promise<void> => {
      const [html, ...bodies] = await Promise.all([page.content(), ...answers]);
      expect(bodies.length).toBeGreaterThan(0);
      for (const text of [html, ...bodies]) expect(text).not.toMatch(/24680|246,80|€|PriceCents|NetCents/);
    };
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop?q=Geheimer');
    await page.getByRole('button', { name: '„Geheimer Monitor“ in den Warenkorb' }).click();
    await page.getByRole('link', { name: 'Warenkorb (1)' }).waitFor();
    await assertNoPrice();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Geheimer Monitor' }).click();
    await page.getByText('Artikelnummer').waitFor();
    await assertNoPrice();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Warenkorb (1)' }).click();
    await page.getByRole('heading', { name: 'Angebot anfragen' }).waitFor();
    await assertNoPrice();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText(/^Ihre Angebotsanfrage A-\S+ ist eingegangen\.$/).waitFor();
    await assertNoPrice();
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('show no price any more once one notices that they are hidden', async () => {
    const customerId = await addCustomer(world.admin, 'Bald ohne Preise GmbH');
    const contact = await addContact(world, customerId, 'USER');
    for (const name of ['Webcam eins', 'Webcam zwei']) {
      await offerArticle(world.admin, { name, netPriceCents: 4500 });
    }
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    await visitor.hearNothing();
    const add = (name: string) => page.getByRole('button', { name: `„${name}“ in den Warenkorb` }).click();
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop?q=Webcam');
    await add('Webcam eins');
    await page.getByRole('link', { name: 'Warenkorb (1)' }).waitFor();
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    // Who asks what they may see is told late: nothing may be "on request" meanwhile.
    let tell = (): void => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    await page.route('**/auth/browser-sessions', (route) => told.then(() => route.continue()));
    const again = page.waitForRequest('**/auth/browser-sessions');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/online-shop/articles?')) asked.push(request.url());
    });
    await add('Webcam zwei');
    await again;
    // They would come without prices while the page still believes that there are some.
    expect(asked).toEqual([]);
    tell();
    await page.getByText('45,00 €').first().waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).not.toMatch(/€|Preis/);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('say line by line what staff have changed meanwhile, and ask again', async () => {
    const customerId = await addCustomer(world.admin, 'Überrascht GmbH');
    const contact = await addContact(world, customerId, 'USER');
    const keyboard = await offerArticle(world.admin, { name: 'Tastatur', netPriceCents: 5000 });
    await putIntoCart(contact, 'online-shop', keyboard, 2);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.hearNothing();
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    await page.getByText('119,00 €', { exact: true }).waitFor();
    await page.getByLabel(/^Kostenstelle/).fill('KST 4200');
    await changeArticle(world.admin, keyboard, { netPriceCents: 6000 });
    const submit = page.getByRole('button', { name: 'Verbindlich bestellen' });
    await submit.click();
    await page.getByRole('listitem').getByText('Preis 60,00 €, vorher 50,00 €').waitFor();
    await page.getByText('142,80 €', { exact: true }).waitFor();
    expect((await contact.get('/portal/orders').expect(200)).body.items).toEqual([]);
    expect(await visitor.findings()).toEqual([]);

    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    await submit.click();
    await page.getByText('Der Warenkorb wird jetzt eine Angebotsanfrage.').waitFor();
    // Said once.
    expect((await page.getByRole('alert').allInnerTexts()).filter((text) => text !== '')).toEqual([
      expect.stringContaining('Es wurde nichts abgeschickt.'),
    ]);
    expect(await page.content()).not.toContain('€');
    expect(await page.getByLabel(/^Kostenstelle/).inputValue()).toBe('KST 4200');
    expect(await visitor.findings()).toEqual([]);

    await setCustomerShops(world.admin, customerId, { onlineShop: { enabled: 'OFF' } });
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Dieser Shop ist zurzeit geschlossen.' }).waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: 'OnlineShop' })
      .waitFor({ state: 'detached' });
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
  });

  it('that are closed while somebody chooses are gone from the page and from the navigation', async () => {
    const customerId = await addCustomer(world.admin, 'Verschlossen GmbH');
    const contact = await addContact(world, customerId, 'USER');
    const headphones = await offerArticle(world.admin, { name: 'Kopfhörer', netPriceCents: 5000 });
    const { printerId } = await addPrinterWithToner(world.admin, customerId, 'Lager');
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.hearNothing();
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop');
    const add = page.getByRole('button', { name: '„Kopfhörer“ in den Warenkorb' });
    await add.waitFor();
    await setCustomerShops(world.admin, customerId, { onlineShop: { enabled: 'OFF' } });
    await add.click();
    await page.getByRole('status').getByText('Das gibt es hier nicht mehr.').waitFor();
    await page.getByRole('heading', { name: 'Dieser Shop ist zurzeit geschlossen.' }).waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: 'OnlineShop' })
      .waitFor({ state: 'detached' });
    // Nothing can be looked for in it, and no cart is offered.
    await page.getByRole('searchbox').waitFor({ state: 'detached' });
    expect(await page.getByRole('main').getByRole('link').count()).toBe(0);
    expect(await visitor.findings()).toEqual([]);

    // The same where one article is looked at, or what fits one printer.
    for (const [path, button, shop, title] of [
      [`/online-shop/articles/${headphones}`, '„Kopfhörer“ in den Warenkorb', 'onlineShop', 'OnlineShop'],
      [`/printer-shop/printers/${printerId}`, /in den Warenkorb$/, 'printerShop', 'DruckerShop'],
    ] as const) {
      await setCustomerShops(world.admin, customerId, { [shop]: { enabled: 'INHERIT' } });
      await page.goto(`/p/${world.tenant.slug}${path}`);
      await page.getByRole('button', { name: button }).waitFor();
      await setCustomerShops(world.admin, customerId, { [shop]: { enabled: 'OFF' } });
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('heading', { name: 'Dieser Shop ist zurzeit geschlossen.' }).waitFor();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      expect(await visitor.findings()).toEqual([]);
    }
    await visitor.leave();
  });
});
