import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
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
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { pressOn, tabTo } from './support/keys';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);

/** Too short for asking the server a second time. */
const AT_ONCE_MS = 900;

const WORDS = {
  de: {
    shop: 'DruckerShop',
    add: '„Toner für Empfang“ in den Warenkorb',
    cart: 'Warenkorb (1)',
    more: 'Mehr von „Toner für Empfang“',
    quantity: 'Menge von „Toner für Empfang“',
    reference: /^Ihr Bestellzeichen/,
    elsewhere: 'An eine andere Adresse liefern',
    street: /^Straße/,
    postalCode: /^PLZ/,
    city: /^Ort/,
    missing: 'Bitte ausfüllen.',
    submit: 'Verbindlich bestellen',
    arrived: /^Ihre Bestellung B-\S+ ist eingegangen\.$/,
    total: '154,46 €',
    since: /^Bestellt am /,
  },
  en: {
    shop: 'Printer shop',
    add: 'Add to cart: "Toner für Empfang"',
    cart: 'Cart (1)',
    more: 'More of "Toner für Empfang"',
    quantity: 'Quantity of "Toner für Empfang"',
    reference: /^Your reference/,
    elsewhere: 'Deliver to another address',
    street: /^Street/,
    postalCode: /^Postal code/,
    city: /^City/,
    missing: 'Please fill this in.',
    submit: 'Place the binding order',
    arrived: /^We have received your order B-\S+\.$/,
    total: '€154.46',
    since: /^Ordered on /,
  },
} as const;

describe('Shops in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: true },
      termsUrl: 'https://www.example.com/agb',
      termsVersion: '2026-01',
    });
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      const customerId = await addCustomer(world.admin, `Druckt ${look.language} GmbH`);
      await addPrinterWithToner(world.admin, customerId, 'Empfang');
      const contact = await addContact(world, customerId, 'MAIN_USER', 'Druckerin');
      await contact.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, contact.email, '/printer-shop');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('take an order for a printer, with the keyboard alone', async () => {
      await page.getByRole('heading', { name: words.shop }).waitFor();
      const printer = page.getByRole('link', { name: /^Empfang/ });
      await printer.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await pressOn(page, printer);
      await pressOn(page, page.getByRole('button', { name: words.add }));
      await page.getByRole('link', { name: words.cart }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.goBack();
      await page.goForward();
      await pressOn(page, page.getByRole('link', { name: words.cart }));

      await pressOn(page, page.getByRole('button', { name: words.more }));
      await page.getByText(words.total, { exact: true }).waitFor();
      expect(await page.getByRole('textbox', { name: words.quantity }).inputValue()).toBe('2');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(words.more);

      await tabTo(page, page.getByLabel(words.reference));
      await page.keyboard.type('PO-4711');
      await tabTo(page, page.getByLabel(words.elsewhere));
      await page.keyboard.press('Space');
      await pressOn(page, page.getByRole('button', { name: words.submit }));
      expect(await page.getByText(words.missing).count()).toBe(3);
      expect(await visitor.findings()).toEqual([]);
      for (const [label, text] of [
        [words.street, 'Hauptstraße 12'],
        [words.postalCode, '50667'],
        [words.city, 'Köln'],
      ] as const) {
        await tabTo(page, page.getByLabel(label));
        await page.keyboard.type(text);
      }
      await pressOn(page, page.getByRole('button', { name: words.submit }));

      await page.getByText(words.arrived).waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
      // What was said of the quantity belongs to the cart.
      expect(await page.getByRole('status').textContent()).toBe('');
      for (const said of ['PO-4711', 'Hauptstraße 12', words.total]) {
        await page.getByText(said).first().waitFor();
      }
      expect(await visitor.findings()).toEqual([]);
    });

    it('say at the printer that its toner has been ordered', async () => {
      await page.goto(`/p/${world.tenant.slug}/printer-shop`);
      await page.getByRole('link', { name: /^Empfang/ }).click();
      await page.getByText(words.since).waitFor();
      expect(await visitor.findings()).toEqual([]);
    });
  });

  it('deliver to an address that the company keeps, which the account changes', async () => {
    const customerId = await addCustomer(world.admin, 'Liefert GmbH');
    const contact = await addContact(world, customerId, 'USER');
    const article = await offerArticle(world.admin, { name: 'Tastatur', netPriceCents: 2900 });
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/account');
    const toCart = async (): Promise<void> => {
      await putIntoCart(contact, 'online-shop', article);
      await page.goto(`/p/${world.tenant.slug}/online-shop/cart`);
      await page.getByRole('button', { name: 'Verbindlich bestellen' }).waitFor();
    };
    const order = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Verbindlich bestellen' }).click();
      await page.getByText(/^Ihre Bestellung B-\S+ ist eingegangen\.$/).waitFor();
      await page.getByText('Hafenstraße 3').first().waitFor();
    };
    await toCart();
    const elsewhere = page.getByLabel('An eine andere Adresse liefern');
    const which = page.getByLabel('Welche Adresse?');
    await elsewhere.check();
    expect(await which.count()).toBe(0);
    await page.getByLabel('Straße und Hausnummer').fill('Hafenstraße 3');
    await page.getByLabel('PLZ').fill('20457');
    await page.getByLabel('Ort', { exact: true }).fill('Hamburg');
    await page.getByLabel('Diese Adresse für das nächste Mal speichern').check();
    await page.getByLabel('Bezeichnung').fill('Lager Nord');
    expect(await visitor.findings()).toEqual([]);
    await order();

    await toCart();
    expect(await elsewhere.isChecked()).toBe(false);
    await elsewhere.check();
    expect(await which.locator('option:checked').textContent()).toBe('Lager Nord');
    await page.getByText('Hafenstraße 3, 20457 Hamburg, DE').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await order();

    await page.goto(`/p/${world.tenant.slug}/account`);
    await page.getByRole('button', { name: 'Lieferadresse „Lager Nord“ ändern' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Bezeichnung').fill('Lager Hafen');
    await page.reload();
    await page.getByRole('button', { name: 'Lieferadresse „Lager Nord“ ändern' }).click();
    await dialog.waitFor();
    expect(await dialog.getByLabel('Bezeichnung').inputValue()).toBe('Lager Hafen');
    // Who takes it back finds the address as it is.
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await page.getByRole('button', { name: 'Lieferadresse „Lager Nord“ ändern' }).click();
    expect(await dialog.getByLabel('Bezeichnung').inputValue()).toBe('Lager Nord');
    await dialog.getByLabel('Bezeichnung').fill('Lager Hafen');
    await dialog.getByLabel('Im Warenkorb vorwählen').check();
    expect(await visitor.findings()).toEqual([]);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Vorgewählt').waitFor();
    await toCart();
    expect(await which.locator('option:checked').textContent()).toBe('Lager Hafen');
    await order();

    await page.goto(`/p/${world.tenant.slug}/account`);
    await page.getByRole('button', { name: 'Lieferadresse „Lager Hafen“ löschen' }).click();
    await dialog.getByRole('button', { name: 'Löschen' }).click();
    await page.getByText('Die Lieferadresse ist gelöscht.').waitFor();
    expect(await page.getByText('Lager Hafen').count()).toBe(0);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('find articles by category, word and price, which the address remembers', async () => {
    const customerId = await addCustomer(world.admin, 'Sucht GmbH');
    const contact = await addContact(world, customerId, 'USER');
    const mouse = await offerArticle(world.admin, {
      name: 'Maus ohne Kabel',
      category: 'Mäuse',
      netPriceCents: 1900,
    });
    await world.admin.put(`/staff/articles/${mouse}/image`).attach('file', PNG, 'maus.png').expect(200);
    await offerArticle(world.admin, { name: 'Maus mit Kabel', category: 'Mäuse', netPriceCents: 900 });
    await offerArticle(world.admin, { name: 'Kabel', category: 'Kabel' });
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop');
    const articles = page.getByRole('list', { name: 'Artikel' });
    await articles.getByText('Preis auf Anfrage').waitFor();
    expect(await visitor.findings()).toEqual([]);
    // Those below are loaded once they are near; the one that somebody has come for at once.
    expect(await articles.locator('.picture img').first().getAttribute('loading')).toBe('lazy');
    await articles.getByRole('link', { name: 'Maus ohne Kabel' }).click();
    await page.getByText('Artikelnummer').waitFor();
    expect(await page.locator('.picture img').getAttribute('loading')).toBe('eager');
    await page.goBack();
    await page.getByLabel('Warengruppen').selectOption('Mäuse');
    await page.getByLabel('Reihenfolge').selectOption('Günstigste zuerst');
    await page.waitForURL(/category=M.*sort=netPriceCents/);
    await articles.getByRole('link').nth(2).waitFor({ state: 'detached' });
    // Between the old list and the new one there is none.
    await articles.getByRole('link').nth(1).waitFor();
    expect(await articles.getByRole('link').allTextContents()).toEqual(['Maus mit Kabel', 'Maus ohne Kabel']);
    await page.getByLabel('Artikel suchen').fill('gibtesnicht');
    await page.getByRole('heading', { name: 'Nichts gefunden' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('ask for a quote where prices are hidden, and no price reaches the browser', async () => {
    const customerId = await addCustomer(world.admin, 'Ohne Preise GmbH');
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    const contact = await addContact(world, customerId, 'USER');
    await offerArticle(world.admin, { name: 'Geheimer Monitor', netPriceCents: 24_680 });
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/v1/portal/') && !response.url().endsWith('/events')) {
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

  it('order the quantity that has just been chosen, and nothing where that did not get into the cart', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Eilig GmbH'), 'USER');
    const cable = await offerArticle(world.admin, { name: 'Netzwerkkabel', netPriceCents: 500 });
    await putIntoCart(contact, 'online-shop', cable, 2);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const more = page.getByRole('button', { name: 'Mehr von „Netzwerkkabel“' });
    const submit = page.getByRole('button', { name: 'Verbindlich bestellen' });
    await page.route('**/cart/items/*', (route) => route.abort());
    await more.click();
    await submit.click();
    await page.getByRole('alert').getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    expect((await contact.get('/portal/orders').expect(200)).body.items).toEqual([]);
    await page.unroute('**/cart/items/*');
    visitor.complaints.length = 0;

    await more.click();
    await more.click();
    await submit.click();
    await page.getByText(/^Ihre Bestellung B-\S+ ist eingegangen\.$/).waitFor();
    await page.getByText('23,80 €', { exact: true }).waitFor();
    // Said to who has sent it, once.
    expect(page.url()).toMatch(/\/orders\/[\da-f-]{36}$/);
    await page.reload();
    await page.getByText('23,80 €', { exact: true }).waitFor();
    expect(await page.getByText(/ist eingegangen\.$/).count()).toBe(0);
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('say at once that nothing gets into the cart without a connection', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Funkloch GmbH'), 'USER');
    await offerArticle(world.admin, { name: 'Funkmaus', netPriceCents: 2500 });
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop?q=Funkmaus');
    const add = page.getByRole('button', { name: '„Funkmaus“ in den Warenkorb' });
    await add.waitFor();
    await visitor.context.setOffline(true);
    await add.click();
    await page
      .getByRole('status')
      .getByText('Das Portal ist gerade nicht erreichbar.')
      .waitFor({ timeout: AT_ONCE_MS });
    await visitor.context.setOffline(false);
    await add.click();
    await page.getByRole('status').getByText('„Funkmaus“ liegt im Warenkorb, Menge 1.').waitFor();
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

  it('take out what is clicked at twice, or has been taken out in another tab, without complaint', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Doppelt GmbH'), 'USER');
    for (const name of ['Kabel rot', 'Kabel blau', 'Kabel grün']) {
      await putIntoCart(
        contact,
        'online-shop',
        await offerArticle(world.admin, { name, netPriceCents: 500 }),
      );
    }
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const other = await visitor.anotherTab();
    await other.goto(page.url());
    const remove = (name: string, tab = page) => tab.getByRole('button', { name: `„${name}“ entfernen` });
    const said = (text: string, tab = page) => tab.getByRole('status').getByText(text);
    await remove('Kabel blau', other).waitFor();
    await remove('Kabel rot').dblclick();
    await said('„Kabel rot“ ist entfernt.').waitFor();
    await remove('Kabel rot', other).waitFor({ state: 'detached' });
    // From here on as in another browser, which is told nothing.
    await page.evaluate('BroadcastChannel.prototype.postMessage = () => undefined');
    await remove('Kabel blau').click();
    await said('„Kabel blau“ ist entfernt.').waitFor();
    await remove('Kabel blau', other).click();
    await said('„Kabel blau“ ist entfernt.', other).waitFor();
    for (const tab of [page, other]) {
      await remove('Kabel grün', tab).waitFor();
      expect(await tab.getByRole('button', { name: / entfernen$/ }).count()).toBe(1);
    }
    // Who uses the keyboard goes on where they were, also after the last one.
    await remove('Kabel grün').press('Enter');
    await page.getByRole('heading', { name: 'Der Warenkorb ist leer' }).waitFor();
    await page.getByRole('heading', { name: 'Warenkorb', exact: true }).and(page.locator(':focus')).waitFor();
    await visitor.leave();
  });

  it.each([320, 1280])('have room for what costs millions, %s px wide', async (width) => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Reich GmbH'), 'USER');
    const mainframe = await offerArticle(world.admin, { name: 'Großrechner', netPriceCents: 99_999_999 });
    await putIntoCart(contact, 'online-shop', mainframe, 9);
    const visitor = await Visitor.come(browser, { language: 'de', width });
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const line = visitor.page.getByRole('listitem').filter({ hasText: 'Großrechner' });
    const amount = await line.getByText('8.999.999,91 €').boundingBox();
    for (const name of ['Mehr von „Großrechner“', '„Großrechner“ entfernen']) {
      const button = await line.getByRole('button', { name }).boundingBox();
      expect([name, touch(amount, button)]).toEqual([name, false]);
    }
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
  });
});

type Box = { x: number; y: number; width: number; height: number } | null;

function touch(one: Box, other: Box): boolean {
  if (!one || !other) throw new Error('One of them is not there.');
  const apart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !apart;
}
