import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { addPrinterWithToner, setShops } from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    devices: 'Geräte',
    search: 'Geräte durchsuchen',
    nothing: 'Nichts gefunden',
    report: 'Störung melden zu „Notebook Petra“',
    reportPrinter: 'Störung melden zu „Empfang“',
    supplies: 'Zubehör bestellen',
    create: 'Neue Anfrage',
    device: 'Gerät',
    subject: 'Worum geht es?',
    description: 'Beschreibung',
    send: 'Anfrage senden',
  },
  en: {
    devices: 'Devices',
    search: 'Search the devices',
    nothing: 'Nothing found',
    report: 'Report a fault of "Notebook Petra"',
    reportPrinter: 'Report a fault of "Empfang"',
    supplies: 'Order supplies',
    create: 'New request',
    device: 'Device',
    subject: 'What is it about?',
    description: 'Description',
    send: 'Send the request',
  },
} as const;

/** What has the focus and cannot be seen, as somebody else is in its place. */
const COVERED = `(() => {
  const focused = document.activeElement;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return focused.contains(seen) || seen?.contains(focused) ? null : focused.outerHTML;
})()`;

describe('Devices in the browser', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Viele Geräte GmbH');
    await setShops(world.admin, { printerShop: { enabled: true, showPrices: true } });
    await addPrinterWithToner(world.admin, customerId, 'Empfang');
    await addDevice({
      name: 'Notebook Petra',
      type: 'Notebook',
      location: 'Hauptsitz',
      room: '2.01',
      serialNumber: 'SN-77',
    });
    await addDevice({ name: 'Altes Fax', status: 'RETIRED' });
    // More than one page of the list, and more than the field of a new request loads.
    for (let number = 101; number <= 210; number++) await addDevice({ name: `Arbeitsplatz ${number}` });
  });

  afterAll(() => browser.close());

  async function addDevice(device: object): Promise<void> {
    await world.admin.post(`/staff/customers/${customerId}/devices`).send(device).expect(201);
  }

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let contact: Awaited<ReturnType<typeof addContact>>;
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      contact = await addContact(world, customerId, 'USER', `Nutzer-${look.language}`);
      await contact.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, contact.email);
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('are reached from the navigation, paged through and found', async () => {
      await page.getByRole('navigation').getByRole('link', { name: words.devices }).click();
      await page.getByRole('heading', { name: words.devices }).waitFor();
      const rows = page.getByRole('rowheader');
      await rows.nth(24).waitFor();
      expect(await rows.count()).toBe(25);
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: /^(Weitere laden|Load more)$/ }).click();
      await rows.nth(49).waitFor();
      await page.getByLabel(words.search).fill('Notebook');
      const row = page.getByRole('row').filter({ hasText: 'Notebook Petra' });
      await row.getByText(/SN-77/).waitFor();
      await row.getByText(/Hauptsitz, .*2\.01/).waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('Notebook');
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.search).fill('Altes Fax');
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      expect(await visitor.findings()).toEqual([]);
    });

    it('are what a new request is about, whatever was chosen before', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets/new`);
      await page.getByLabel(words.device).selectOption({ label: 'Arbeitsplatz 101' });
      await page.getByLabel(words.subject).fill('Akku');
      await page.goto(`/p/${world.tenant.slug}/devices?q=Notebook`);
      await page.getByRole('link', { name: words.report }).click();
      await page.getByRole('heading', { name: words.create }).waitFor();
      const device = page.getByLabel(words.device).locator('option:checked', { hasText: 'Notebook Petra' });
      await device.waitFor({ state: 'attached' });
      expect(await page.getByLabel(words.subject).inputValue()).toBe('Akku');
      await page.getByLabel(words.description).fill('Lädt nicht mehr.');
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('heading', { name: 'Akku' }).waitFor();
      const { body } = await contact.get(`/portal/tickets/${page.url().split('/').at(-1)}`).expect(200);
      expect(body.device.name).toBe('Notebook Petra');
    });

    it('are shown above all that covers the page when the Tab key leads to them', async () => {
      await page.goto(`/p/${world.tenant.slug}/devices`);
      await page.getByRole('rowheader').nth(24).waitFor();
      for (let presses = 0; presses < 30; presses++) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(COVERED)).toBeNull();
      }
    });

    it('lead to their supplies where they are printers, and back to a report', async () => {
      await page.goto(`/p/${world.tenant.slug}/devices?q=Empfang`);
      await page.getByRole('link', { name: words.supplies }).click();
      // The list has a link of the same name.
      await page.getByRole('heading', { name: 'Empfang' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('link', { name: words.reportPrinter }).click();
      const device = page.getByLabel(words.device).locator('option:checked', { hasText: 'Empfang' });
      await device.waitFor({ state: 'attached' });
    });
  });

  it('are no place of a company that has none', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Ohne Geräte AG'), 'USER');
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    await visitor.logIn(world.tenant.slug, contact.email);
    const places = visitor.page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link');
    expect(await places.allTextContents()).toEqual(['Übersicht', 'Tickets', 'DruckerShop', 'Bestellungen']);
    await visitor.page.goto(`/p/${world.tenant.slug}/devices`);
    await visitor.page.getByRole('heading', { name: 'Noch keine Geräte' }).waitFor();
    await visitor.leave();
  });
});
