import type { Browser } from 'playwright-core';
import type { Api } from '../support/api';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const ONE_WORD = 'Bundesvereinigungsverwaltungsgesellschaft'.repeat(5).slice(0, 200);

describe('A name of two hundred letters and no space', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;
  let ticketId: string;

  const created = async (request: ReturnType<Api['post']>): Promise<string> => {
    const { body } = await request.expect(201);
    return String(body.id);
  };

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    const { admin } = world;
    customerId = await created(admin.post('/staff/customers').send({ number: 'K-1', name: ONE_WORD }));
    const half = ONE_WORD.slice(0, 100);
    const contactId = await created(
      admin.post(`/staff/customers/${customerId}/contacts`).send({ firstName: half, lastName: half }),
    );
    await created(
      admin
        .post(`/staff/customers/${customerId}/devices`)
        .send({ name: ONE_WORD, serialNumber: half, location: half }),
    );
    ticketId = await created(
      admin.post('/staff/tickets').send({ customerId, contactId, subject: ONE_WORD, description: ONE_WORD }),
    );
  });

  afterAll(() => browser.close());

  it.each(LOOKS)('leaves every page in its window, in $language, $width px wide', async (look) => {
    const visitor = await Visitor.come(browser, look);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
    const pages = ['/tickets', `/tickets/${ticketId}`, '/customers', `/customers/${customerId}`];
    for (const path of [...pages, '/catalog/devices', '/audit']) {
      await visitor.page.goto(`/staff/${world.tenant.slug}${path}`);
      await visitor.page.locator('main').getByText(ONE_WORD.slice(0, 100)).first().waitFor();
      // No cell hides what it cannot show, and words of other cells are not broken for its sake.
      const cells = visitor.page.locator('main .table :is(td, th)');
      const cut = await cells.evaluateAll((all) =>
        all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
      );
      expect({ path, cut, found: await visitor.findings() }).toEqual({ path, cut: [], found: [] });
    }
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
