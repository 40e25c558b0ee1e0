import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);

// As light as is allowed, as dark as can be, and colours with little and much of what eyes see well.
const COLOURS = ['#767676', '#000000', '#0000ff', '#d50000', '#00804c', '#7a1fa2'];

describe('The brand of a tenant in the browser', () => {
  let browser: Browser;
  let world: World;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Bunt GmbH'), 'MAIN_USER');
    await contact.post('/portal/tickets').send({ subject: 'Farbe', description: 'x' }).expect(201);
  });

  afterAll(() => browser.close());

  async function paint(accentColor: string | null): Promise<void> {
    await world.admin.change('/staff/settings', { accentColor });
  }

  it.each(COLOURS)('is painted in %s and can be read everywhere, light and dark', async (colour) => {
    await paint(colour);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await page.goto(`/p/${world.tenant.slug}/login`);
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await visitor.logIn(world.tenant.slug, contact.email);
    await page.getByRole('row').filter({ hasText: 'Farbe' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Neue Anfrage' }).first().hover();
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('is there before the first page is, and gone with the colour', async () => {
    await paint('#7a1fa2');
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => {
        if (document.querySelector('#app > *'))
          seen.push(document.documentElement.style.getPropertyValue('--accent-light'));
      }).observe(document, { childList: true, subtree: true });
    });
    const button = page.getByRole('button', { name: 'Anmelden' });
    const background = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`/p/${world.tenant.slug}/login`);
    await button.waitFor();
    expect(await background()).toBe('rgb(122, 31, 162)');
    const seen = await page.evaluate<string[]>('seen');
    expect(new Set(seen)).toEqual(new Set(['rgb(122 31 162)']));
    await paint(null);
    await page.reload();
    await button.waitFor();
    expect(await background()).toBe('rgb(15, 94, 110)');
    await visitor.leave();
  });

  it('shows the logo before and after the login, without moving anything', async () => {
    const visitor = await Visitor.come(browser, { language: 'en', width: 360 });
    const { page } = visitor;
    await page.goto(`/p/${world.tenant.slug}/login`);
    await page.locator('.brand-mark').waitFor();
    await world.admin.put('/staff/settings/logo').attach('file', PNG, 'logo.png').expect(200);
    const logo = page.locator('img.brand-logo');
    const loaded = () =>
      logo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth));
    // Where the picture is slow, its place is kept.
    let send = (): void => undefined;
    const sent = new Promise<void>((resolve) => (send = resolve));
    await page.route('**/logo?*', async (route) => {
      await sent;
      await route.continue();
    });
    // It has not loaded while the picture is awaited.
    await page.reload({ waitUntil: 'commit' });
    await logo.waitFor();
    const before = await page.locator('.brand-name').boundingBox();
    send();
    expect(await loaded()).toBe(640);
    expect(await page.locator('.brand-name').boundingBox()).toEqual(before);
    await page.unroute('**/logo?*');
    expect(await visitor.findings()).toEqual([]);
    await visitor.logIn(world.tenant.slug, contact.email);
    expect(await loaded()).toBe(640);
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
