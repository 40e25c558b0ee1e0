import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addContact, addCustomer } from '../support/population';
import {
  addPrinterWithToner,
  changeArticle,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

describe('Orders of somebody who orders often', () => {
  let browser: Browser;
  let world: World;
  let contact: Api & { contactId: string; email: string };
  let keyboard: string;
  let mouse: string;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: false },
    });
    const customerId = await addCustomer(world.admin, 'Stammkunde GmbH');
    contact = await addContact(world, customerId, 'USER');
    keyboard = await offerArticle(world.admin, { name: 'Tastatur', netPriceCents: 5000 });
    mouse = await offerArticle(world.admin, { name: 'Maus', netPriceCents: 2000 });
    await addPrinterWithToner(world.admin, customerId, 'Empfang', { netPriceCents: 24_680 });
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email);
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
  });

  const goTo = (path: string) => page.goto(`/p/${world.tenant.slug}${path}`);
  const again = () => page.getByRole('button', { name: 'Erneut bestellen' });
  const quantityOf = (name: string) => page.getByRole('textbox', { name: `Menge von „${name}“` });

  async function order(reference: string): Promise<{ id: string; number: string }> {
    await putIntoCart(contact, 'online-shop', keyboard, 2);
    await putIntoCart(contact, 'online-shop', mouse, 3);
    const { body } = await submitCart(contact, 'online-shop', { reference });
    return { id: String(body.id), number: String(body.number) };
  }

  it('ask for supplies of a printer, and no hidden price reaches the browser, nor the paper', async () => {
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
    await goTo('/printer-shop');
    await page.getByRole('link', { name: /^Empfang/ }).click();
    await page.getByRole('button', { name: '„Toner für Empfang“ in den Warenkorb' }).click();
    await page.getByRole('link', { name: 'Warenkorb (1)' }).click();
    await page.getByRole('heading', { name: 'Angebot anfragen' }).waitFor();
    await assertNoPrice();
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel(/^Ihr Bestellzeichen/).fill('Toner März');
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText(/^Ihre Angebotsanfrage A-\S+ ist eingegangen\.$/).waitFor();
    await page.getByText('für Empfang').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Toner für Empfang').waitFor();
    await assertNoPrice();
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await page.getByRole('row').filter({ hasText: 'Toner März' }).getByText('Eingegangen').waitFor();
    await assertNoPrice();
    await page.getByRole('link', { name: /^A-/ }).click();
    // Where there are no prices, none is spoken of.
    await page.getByRole('button', { name: 'Erneut anfragen' }).click();
    await page.getByRole('status').getByText('Alles liegt im Warenkorb.', { exact: true }).waitFor();
    await quantityOf('Toner für Empfang').waitFor();
    await assertNoPrice();
    page.removeAllListeners('response');
  });

  it('are found by what the customer calls them, which the address remembers', async () => {
    const { number } = await order('PO-4711');
    await order('PO-4712');
    await goTo('/orders');
    const rows = page.getByRole('row').filter({ hasText: 'PO-471' });
    await rows.nth(1).waitFor();
    await page.getByLabel('Bestellungen durchsuchen').fill('PO-4711');
    await page.waitForURL(/q=PO-4711/);
    await rows.filter({ hasText: 'PO-4712' }).waitFor({ state: 'detached' });
    await page.reload();
    await rows.filter({ hasText: number }).waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByLabel('Bestellungen durchsuchen').fill('gibtesnicht');
    await page.getByText('Zu „gibtesnicht“ gibt es hier keine Bestellung.').waitFor();
    expect(await visitor.findings()).toEqual([]);
  });

  it('are repeated with one click, at the prices of today', async () => {
    const { id } = await order('Wie immer');
    await changeArticle(world.admin, keyboard, { netPriceCents: 6000 });
    await goTo(`/orders/${id}`);
    await again().click();
    await page.getByRole('status').getByText('Alles liegt im Warenkorb, zu heutigen Preisen.').waitFor();
    expect(await quantityOf('Tastatur').inputValue()).toBe('2');
    expect(await quantityOf('Maus').inputValue()).toBe('3');
    // 2 × 60,00 € and 3 × 20,00 €.
    await page.getByText('180,00 €').waitFor();
    await submitCart(contact, 'online-shop');
  });

  it('are repeated without what cannot be had any more, which is said', async () => {
    const { id } = await order('Nicht mehr alles');
    await changeArticle(world.admin, mouse, { onlineShop: false });
    await goTo(`/orders/${id}`);
    await again().click();
    const dialog = page.getByRole('dialog', { name: 'Nicht alles gibt es noch' });
    await dialog
      .getByRole('listitem')
      .filter({ hasText: 'Maus' })
      .getByText('nicht mehr erhältlich')
      .waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(1);
    expect(await visitor.findings()).toEqual([]);
    await dialog.getByRole('link', { name: 'Zum Warenkorb' }).click();
    await quantityOf('Tastatur').waitFor();
    expect(await quantityOf('Tastatur').inputValue()).toBe('2');
    expect(await quantityOf('Maus').count()).toBe(0);
    expect(await dialog.count()).toBe(0);
  });
});
