import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

const WORDS = {
  de: {
    open: /^Suchen/,
    field: 'Alles durchsuchen',
    customers: 'Kunden',
    tickets: 'Tickets',
    pages: 'Seiten',
    two: '2 Treffer, die besten jeder Art',
    none: 'Nichts gefunden',
    record: 'Ticket erfassen',
    settings: 'Einstellungen',
    close: 'Schließen',
  },
  en: {
    open: /^Search/,
    field: 'Search everything',
    customers: 'Customers',
    tickets: 'Tickets',
    pages: 'Pages',
    two: '2 results, the best of each kind',
    none: 'Nothing found',
    record: 'Record a ticket',
    settings: 'Settings',
    close: 'Close',
  },
} as const;

describe('The search over everything in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Awaited<ReturnType<typeof addAgent>>;
  let number: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    const customerId = await addCustomer(world.admin, 'Zimmerei Adler');
    const contact = await addContact(world, customerId, 'MAIN_USER', 'Specht');
    const { body } = await contact
      .post('/portal/tickets')
      .send({ subject: 'Adler auf dem Dach', description: 'Er bleibt.' });
    number = String(body.number);
    // What is about a page is not the page.
    const about = { subject: 'Ticket erfassen: Record a ticket', description: 'Geht nicht.' };
    await contact.post('/portal/tickets').send(about).expect(201);
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    const field = () => page.getByRole('combobox', { name: words.field });
    /** What the field names as chosen, as screen readers say it. */
    const chosen = () => page.getByRole('dialog').getByRole('option', { selected: true });

    it('is opened by keys, says how much it found, and opens what is chosen', async () => {
      await page.keyboard.press('Control+k');
      await field().fill('adler');
      await page.getByText(words.two).waitFor();
      expect(
        await page
          .getByRole('dialog')
          .getByRole('group')
          .evaluateAll((all) => all.map((one) => one.ariaLabel)),
      ).toEqual([words.customers, words.tickets]);
      expect(await visitor.findings()).toEqual([]);
      expect(await field().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
      expect(await chosen().textContent()).toContain('Zimmerei Adler');
      await page.keyboard.press('ArrowDown');
      expect(await chosen().textContent()).toContain(number);
      await page.keyboard.press('ArrowDown');
      expect(await chosen().textContent()).toMatch(/^Zimmerei Adler/);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Adler auf dem Dach', level: 1 }).waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    });

    it('waits for the answer where Enter comes before it, and leads to pages by name', async () => {
      await page.keyboard.press('/');
      await field().pressSequentially(words.record);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: words.record, level: 1, exact: true }).waitFor();
      await page.keyboard.press('Control+k');
      await field().pressSequentially(number);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Adler auf dem Dach', level: 1 }).waitFor();
    });

    it('closes and gives the focus back; pages that one may not see are not offered', async () => {
      await page.getByRole('button', { name: words.open }).click();
      await page.getByRole('dialog').getByRole('option', { name: words.settings }).waitFor();
      await field().fill('gibtesnicht');
      await page.getByText(words.none).waitFor();
      await page.keyboard.press('Escape');
      await field().waitFor({ state: 'detached' });
      await until(page, 'document.activeElement.className === "find-button"');
      await page.getByRole('button', { name: words.open }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.close }).click();
      await field().waitFor({ state: 'detached' });
    });
  });

  it('offers agents no page of the administration', async () => {
    const visitor = await Visitor.come(browser, LOOKS[0]!);
    await visitor.logIn(world.tenant.slug, agent.email, '', 'staff');
    await visitor.page.getByRole('button', { name: WORDS.de.open }).click();
    await visitor.page.getByRole('option', { name: WORDS.de.record }).waitFor();
    expect(await visitor.page.getByRole('option', { name: WORDS.de.settings }).count()).toBe(0);
    await visitor.leave();
  });
});
