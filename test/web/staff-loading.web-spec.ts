import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { openShops } from '../support/seed-orders';
import { addPrinterWithToner, offerArticle, putIntoCart, submitCart } from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { COMPLAINS_AFTER_MS, movementOf, settled, spreadAnswers, watchMovement } from './support/loading';

/** Those which several answers belong to. */
const PAGES = [
  '/tickets',
  '/tickets/:ticket',
  '/tickets/new',
  '/customers/:customer',
  '/catalog',
  '/catalog/devices',
  '/catalog/imports',
  '/statistics',
];

/** What it takes until staff see a page. */
describe('A page of the workplace that is opened', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    const { admin } = world;
    await openShops(admin);
    ids.customer = await addCustomer(admin, 'Offene GmbH');
    const contact = await addContact(world, ids.customer, 'MAIN_USER', 'Lader');
    await addPrinterWithToner(admin, ids.customer, 'Empfang');
    for (let i = 0; i < 6; i++) {
      const ticket = { subject: `Monitor ${i} flackert`, description: 'Seit heute früh.' };
      ids.ticket = String((await contact.post('/portal/tickets').send(ticket).expect(201)).body.id);
    }
    await admin.post('/staff/canned-replies').send({ name: 'Eingang', body: 'Wir sehen nach.' }).expect(201);
    const filter = { name: 'Eilig', priority: 'URGENT' };
    await admin
      .put('/staff/me/ticket-filters')
      .send({ items: [filter] })
      .expect(200);
    const article = await offerArticle(admin, { name: 'Monitor', netPriceCents: 25_000 });
    await putIntoCart(contact, 'online-shop', article, 1);
    ids.order = String((await submitCart(contact, 'online-shop')).body.id);
    // What becomes of all this is told to open pages, which ask anew.
    await jobsDone();
  });

  afterAll(() => browser.close());

  afterEach(() => visitor.leave());

  async function come(width: number): Promise<void> {
    visitor = await Visitor.come(browser, { language: 'de', width });
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/account', 'staff');
  }

  async function open(page: Page, path: string): Promise<void> {
    const address = path.replace(/:(\w+)/, (_, name: string) => ids[name] ?? '');
    await page.goto(`/staff/${world.tenant.slug}${address}`);
    await settled(page);
  }

  it.each([360, 1280])(
    'does not move when its answers arrive one after the other, %s px wide',
    async (width) => {
      await come(width);
      for (const path of PAGES) {
        const page = await visitor.anotherTab();
        await watchMovement(page);
        await spreadAnswers(page, '**/api/v1/staff/**');
        await open(page, path);
        expect([path, await movementOf(page)]).toEqual([path, []]);
        await page.unrouteAll({ behavior: 'ignoreErrors' });
        await page.close();
      }
    },
  );

  it('has asked for nothing that it does not show', async () => {
    await come(1280);
    for (const path of [...PAGES, '/customers', '/orders', '/orders/:order', '/inbox']) {
      await open(await visitor.anotherTab(), path);
    }
    await visitor.page.waitForTimeout(COMPLAINS_AFTER_MS);
    expect(visitor.complaints).toEqual([]);
  });
});
