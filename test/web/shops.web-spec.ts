import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { addPrinterWithToner, offerArticle, putIntoCart, setShops } from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { pressOn, tabTo } from './support/keys';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);

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
    submit: 'Place binding order',
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
});
