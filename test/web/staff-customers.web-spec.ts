import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { addCustomer } from '../support/population';
import { firstLogin, uniqueEmail, type World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';

const WORDS = {
  de: {
    country: 'Deutschland',
    countryLabel: 'Land',
    abroad: 'Österreich',
    neighbour: 'Schweiz',
    changedTo: 'Land: Schweiz',
    search: 'Kunden suchen',
    add: 'Neuer Kunde',
    asFile: 'Als CSV-Datei',
    name: 'Firmenname',
    save: 'Speichern',
    edit: 'Bearbeiten',
    phone: /^Telefon/,
    invited: 'Eingeladen',
    hasComeIn: 'Aktiv',
    noArticle: 'Kein Artikel gefunden',
    changed: /^Jemand hat das inzwischen geändert/,
    nobodyYet: 'Noch keine Ansprechpartner',
    shop: 'OnlineShop',
    shopSwitch: 'Shop',
    open: 'Steht dem Kunden offen',
    closed: 'Geschlossen',
    saved: 'Gespeichert.',
    nothingFound: 'Nichts gefunden',
    archive: 'Archivieren',
    archiveList: 'Archiv',
    loses: /(verliert|verlieren) sofort den Zugang|Niemand von dieser Firma hat/,
    checkAgain: /^Jemand hat diesen Kunden inzwischen geändert/,
    archivedSince: /^Im Archiv seit /,
    restore: 'Zurückholen',
  },
  en: {
    country: 'Germany',
    countryLabel: 'Country',
    abroad: 'Austria',
    neighbour: 'Switzerland',
    changedTo: 'Country: Switzerland',
    search: 'Search the customers',
    add: 'New customer',
    asFile: 'As a CSV file',
    name: 'Company name',
    save: 'Save',
    edit: 'Edit',
    phone: /^Phone/,
    invited: 'Invited',
    hasComeIn: 'Active',
    noArticle: 'No article found',
    changed: /^Somebody has changed this meanwhile/,
    nobodyYet: 'No contacts yet',
    shop: 'OnlineShop',
    shopSwitch: 'Shop',
    open: 'Open for the customer',
    closed: 'Closed',
    saved: 'Saved.',
    nothingFound: 'Nothing found',
    archive: 'Archive',
    archiveList: 'Archive',
    loses: /(loses|lose) access at once|Nobody of this company has/,
    checkAgain: /^Somebody has changed this customer meanwhile/,
    archivedSince: /^In the archive since /,
    restore: 'Bring back',
  },
} as const;

describe('Customers in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    const name = `Gärtnerei Blüm ${look.language}`;
    let admin: Administrator;
    let world: World;
    let page: Page;
    let id: string;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, page } = admin);
      await admin.open('/customers');
    });

    afterAll(() => admin.leave());

    it('are added, found by word, and say so when somebody else has changed them meanwhile', async () => {
      await admin.button(words.add).click();
      await admin.dialog().getByLabel(words.name).fill(name);
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      id = page.url().split('/').at(-1) ?? '';
      await page.getByRole('definition').getByText(words.country, { exact: true }).waitFor();
      await admin.open('/customers');
      const file = page.getByRole('link', { name: words.asFile });
      expect(await file.getAttribute('href')).toBe('/api/v1/staff/customers/exports');
      await page.getByLabel(words.search).fill('Blüm');
      await page.waitForURL(/q=Bl/);
      await page.getByRole('row').filter({ hasText: name }).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await page.getByRole('link', { name }).click();

      await admin.button(words.edit).click();
      await world.admin.change(`/staff/customers/${id}`, { city: 'Bonn' });
      await admin.dialog().getByLabel(words.phone).fill('+49 228 4711');
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialog().getByText(words.changed).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialogCloses();
      const { body } = await world.admin.get(`/staff/customers/${id}`).expect(200);
      expect(body).toMatchObject({ city: 'Bonn', phone: '+49 228 4711' });

      // Countries are chosen and read by their names.
      await admin.button(words.edit).click();
      await admin.dialog().getByLabel(words.countryLabel).selectOption({ label: words.abroad });
      await world.admin.change(`/staff/customers/${id}`, { country: 'CH' });
      // What was chosen stays when the page shows what somebody else has made of it.
      await page.locator('dd').getByText(words.neighbour, { exact: true }).waitFor();
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialog().getByText(words.changedTo).waitFor();
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialogCloses();
      await page.getByRole('definition').getByText(words.abroad, { exact: true }).waitFor();

      // What the form does not show is in nobody's way.
      await admin.button(words.edit).click();
      await admin.dialog().getByLabel(words.phone).fill('+49 228 4712');
      const archival = `/staff/customers/${id}/archival`;
      const { body: now } = await world.admin.get(`/staff/customers/${id}`).expect(200);
      const before = { 'If-Match': `"${now.version}"` };
      const { body: archived } = await world.admin.put(archival).set(before).expect(200);
      await world.admin.delete(archival).set('If-Match', `"${archived.version}"`).expect(200);
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialogCloses();
      const { body: again } = await world.admin.get(`/staff/customers/${id}`).expect(200);
      expect(again.phone).toBe('+49 228 4712');
    });

    it('have shops that are switched for them alone', async () => {
      const shop = page.getByRole('group', { name: words.shop });
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('ON');
      await shop.getByText(words.open).waitFor();
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('OFF');
      await shop.getByText(words.closed).waitFor();
      await page.getByRole('status').getByText(words.saved).waitFor();
      // What is chosen before the answer to another choice is not lost.
      const prices = shop.getByRole('combobox').nth(1);
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('ON');
      await prices.selectOption('OFF');
      while ((await prices.inputValue()) !== 'OFF') await sleep(50);
      await shop.getByText(words.open).waitFor();
    });

    it('follow what a colleague does to them, without a reload', async () => {
      const customerId = await addCustomer(world.admin, `Beobachtet ${look.language}`);
      const customer = `/staff/customers/${customerId}`;
      await admin.open(`/customers/${customerId}`);
      await page.getByText(words.nobodyYet).waitFor();
      const shop = page.getByRole('group', { name: words.shop });
      await shop.getByText(words.open).or(shop.getByText(words.closed)).waitFor();
      const contacts = `${customer}/contacts`;
      const sent = { lastName: 'Neulich', email: uniqueEmail('neulich') };
      const { body: contact } = await world.admin.post(contacts).send(sent).expect(201);
      const row = page.getByRole('row').filter({ hasText: 'Neulich' });
      await row.waitFor();
      await world.admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
      await row.getByText(words.invited).waitFor();
      await firstLogin(world.tenant.slug, sent.email);
      await row.getByText(words.hasComeIn, { exact: true }).waitFor();
      await world.admin.post(`${customer}/devices`).send({ name: 'Plotter im Flur' }).expect(201);
      await page.getByRole('button', { name: 'Plotter im Flur' }).waitFor();
      const switches = `${customer}/shop-settings`;
      for (const [enabled, holds] of [
        ['ON', words.open],
        ['OFF', words.closed],
      ] as const) {
        const { headers } = await world.admin.get(switches).expect(200);
        const change = world.admin.patch(switches).set('if-match', String(headers.etag));
        await change.send({ onlineShop: { enabled } }).expect(200);
        await shop.getByText(holds).waitFor();
      }
    });

    it('follow what a colleague imports, without a reload', async () => {
      const [list, articles] = [page, await admin.visitor.anotherTab()];
      const file = (text: string): Buffer => Buffer.from(`${text}\r\n`);
      const word = `Importiert ${look.language}`;
      await list.goto(`/staff/${world.tenant.slug}/customers?q=${encodeURIComponent(word)}`);
      await list.getByRole('heading', { name: words.nothingFound }).waitFor();
      await articles.goto(`/staff/${world.tenant.slug}/catalog?q=${encodeURIComponent(word)}`);
      await articles.getByRole('heading', { name: words.noArticle }).waitFor();
      for (const [kind, rows] of [
        ['customers', `Kundennummer;Name\r\nI-${look.language};${word}`],
        ['articles', `Artikelnummer;Name\r\nA-${look.language};${word}`],
      ] as const) {
        const sent = world.admin.post(`/staff/${kind}/imports`).attach('file', file(rows), `${kind}.csv`);
        await sent.expect(200);
      }
      await list.getByRole('row').filter({ hasText: word }).waitFor();
      await articles.getByRole('row').filter({ hasText: word }).waitFor();
      await articles.close();
    });

    it('leave with all accesses, are found in the archive, and come back', async () => {
      await admin.open(`/customers/${id}`);
      await admin.button(words.archive).click();
      await admin.dialog().getByText(words.loses).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await world.admin.change(`/staff/customers/${id}`, { city: 'Köln' });
      await admin.dialog().getByRole('button', { name: words.archive }).click();
      await admin.dialog().getByText(words.checkAgain).waitFor();
      await admin.dialog().getByRole('button', { name: words.archive }).click();
      await page.getByText(words.archivedSince).waitFor();
      await admin.dialogCloses();
      await admin.open('/customers?q=Bl%C3%BCm');
      await page
        .getByRole('table')
        .or(page.getByRole('heading', { name: words.nothingFound }))
        .waitFor();
      expect(await page.getByRole('link', { name }).count()).toBe(0);
      await page.getByRole('link', { name: words.archiveList, exact: true }).click();
      await page.getByRole('link', { name }).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await page.getByRole('link', { name }).click();
      await admin.button(words.restore).click();
      await admin.dialog().getByRole('button', { name: words.restore }).click();
      await admin.dialogCloses();
      await page.getByText(words.archivedSince).waitFor({ state: 'detached' });
    });
  });
});
