import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, putIntoCart, setShops } from '../support/shops';
import { makeWorld } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

/** Its width, and how far it is from what has it. */
const OUTLINE = 5;

describe('A checkout in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  it('keeps over a reload where it goes, and under which name that is saved', async () => {
    const world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const contact = await addContact(world, await addCustomer(world.admin, 'Bleibt GmbH'), 'USER');
    const article = await offerArticle(world.admin, { name: 'Tastatur', netPriceCents: 2900 });
    const address = { street: 'Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' };
    for (const [label, isDefault] of [['Lager', true] as const, ['Werkstatt', false] as const]) {
      await contact.post('/portal/delivery-addresses').send({ label, address, isDefault }).expect(201);
    }
    await putIntoCart(contact, 'online-shop', article);
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const elsewhere = page.getByLabel('An eine andere Adresse liefern');
    const which = page.getByLabel('Welche Adresse?').locator('option:checked');
    const saves = page.getByLabel('Diese Adresse für das nächste Mal speichern');
    await elsewhere.waitFor();
    expect(await which.textContent()).toBe('Lager');

    await page.getByLabel('Welche Adresse?').selectOption({ label: 'Werkstatt' });
    await page.reload();
    await elsewhere.waitFor();
    expect(await which.textContent()).toBe('Werkstatt');

    await page.getByLabel('Welche Adresse?').selectOption({ label: 'Eine andere eingeben' });
    await page.getByLabel('Straße und Hausnummer').fill('Hafenstraße 3');
    const country = page.getByLabel('Land', { exact: true });
    expect(await country.locator('option').allTextContents()).toEqual(
      expect.arrayContaining(['Deutschland', 'Österreich', 'Schweiz', 'Frankreich']),
    );
    await country.selectOption({ label: 'Österreich' });
    expect(await visitor.findings()).toEqual([]);
    await saves.check();
    await page.getByLabel('Bezeichnung').fill('Messe');
    await page.reload();
    await elsewhere.waitFor();
    expect(await page.getByLabel('Straße und Hausnummer').inputValue()).toBe('Hafenstraße 3');
    expect(await country.inputValue()).toBe('AT');
    expect(await saves.isChecked()).toBe(true);
    expect(await page.getByLabel('Bezeichnung').inputValue()).toBe('Messe');

    // To the company, though another address is the usual one.
    await elsewhere.uncheck();
    await page.reload();
    await elsewhere.waitFor();
    expect(await elsewhere.isChecked()).toBe(false);
    // The keyboard leads above the bar, which hides nothing of what has the focus, nor of its outline.
    const order = page.getByRole('button', { name: 'Verbindlich bestellen' });
    await elsewhere.focus();
    await page.evaluate(
      `scrollBy(0, document.querySelector('.checkout button[type=submit]').getBoundingClientRect().bottom - innerHeight + 30)`,
    );
    await page.keyboard.press('Tab');
    expect(await order.evaluate((button) => button === document.activeElement)).toBe(true);
    const bar = await page.getByRole('navigation', { name: 'Hauptnavigation' }).boundingBox();
    const focused = await order.boundingBox();
    expect((focused?.y ?? 0) + (focused?.height ?? 0) + OUTLINE).toBeLessThanOrEqual(bar?.y ?? 0);
    await order.click();
    await page.getByText(/^Ihre Bestellung B-\S+ ist eingegangen\.$/).waitFor();
    const { body } = await contact.get(`/portal/orders/${page.url().split('/').at(-1)?.split('?')[0]}`);
    expect(body.deliveryAddress ?? null).toBeNull();

    // Countries are known by their codes, and read by their names.
    await contact
      .post('/portal/delivery-addresses')
      .send({ label: 'Paris', address: { ...address, country: 'FR' } })
      .expect(201);
    await page.goto(`/p/${world.tenant.slug}/account`);
    await page.getByText('Kai 1, 20457 Hamburg, Frankreich').waitFor();
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
