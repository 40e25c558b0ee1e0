import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, putIntoCart, submitCart } from '../support/shops';
import { openShops } from '../support/seed-orders';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    tickets: 'Erfasst und gelöst',
    table: 'Als Tabelle',
    year: '12 Monate',
    articles: 'Am meisten bestellt',
    file: /^CSV.*Artikel$/,
  },
  en: {
    tickets: 'Recorded and resolved',
    table: 'As a table',
    year: '12 months',
    articles: 'Ordered most',
    file: /^CSV.*Articles$/,
  },
} as const;

describe('Statistics in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    const contact = await addContact(world, await addCustomer(world.admin, 'Zimmerei Adler'), 'MAIN_USER');
    await contact.post('/portal/tickets').send({ subject: 'Es klemmt', description: 'Hilfe.' }).expect(201);
    await openShops(world.admin);
    await putIntoCart(
      contact,
      'online-shop',
      await offerArticle(world.admin, { name: 'Kabel', netPriceCents: 1_000 }),
      7,
    );
    await submitCart(contact, 'online-shop');
  });

  afterAll(() => browser.close());

  it.each(LOOKS)('are pictures with tables, in $language, $width px wide', async (look) => {
    const words = WORDS[look.language];
    await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/statistics', 'staff');
    const tickets = page.getByRole('region', { name: words.tickets });
    await tickets.getByText(words.table).click();
    const rows = tickets.getByRole('row');
    expect(await rows.count()).toBe(7);
    expect(await rows.last().getByRole('cell').allTextContents()).toEqual(['1', '0']);
    const ranking = page.getByRole('region', { name: words.articles });
    expect(await ranking.getByRole('cell').first().textContent()).toBe('7');
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: words.year }).click();
    await tickets.locator('tbody tr').nth(11).waitFor({ state: 'attached' });
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: words.file }).click();
    expect((await file).suggestedFilename()).toMatch(/\.csv$/);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
