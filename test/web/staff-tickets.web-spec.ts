import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { makeTicketDesk, openTickets, type TicketDesk } from './support/ticket-desk';
import { TORN } from './support/torn';

const WORDS = {
  de: {
    category: 'Kategorie',
    categorised: 'hat die Kategorie „Wartung“ gewählt',
    assign: 'Mir zuweisen',
    saved: 'Gespeichert.',
    status: 'Status',
    changed: /^Jemand hat das Ticket inzwischen geändert/,
    watcher: 'Ansprechpartner',
    watch: 'Mitlesen lassen',
    watches: 'Kim Kollegin liest jetzt mit.',
    unwatch: 'Kim Kollegin nicht mehr mitlesen lassen',
    record: 'Ticket erfassen',
    contact: 'Ansprechpartner',
    priority: 'Priorität',
    merge: 'Zusammenführen mit …',
    happens: 'Was geschieht',
    closes: /wird geschlossen und geht in/,
    merged: /geht jetzt in .* weiter\.$/,
    goesOn: 'Dieses Ticket ist geschlossen und geht hier weiter:',
  },
  en: {
    category: 'Category',
    categorised: 'chose the category "Maintenance"',
    assign: 'Assign to me',
    saved: 'Saved.',
    status: 'Status',
    changed: /^Somebody has changed the ticket meanwhile/,
    watcher: 'Contact',
    watch: 'Let them follow',
    watches: 'Kim Kollegin follows it now.',
    unwatch: 'Do not let Kim Kollegin follow any more',
    record: 'Record a ticket',
    contact: 'Contact',
    priority: 'Priority',
    merge: 'Merge with …',
    happens: 'What will happen',
    closes: /is closed and goes on in/,
    merged: /now goes on in/,
    goesOn: 'This ticket is closed and goes on here:',
  },
} as const;

describe('Tickets of staff in the browser', () => {
  let browser: Browser;
  let desk: TicketDesk;
  let world: TicketDesk['world'];
  let agent: TicketDesk['agent'];
  let contact: TicketDesk['contact'];
  let colleague: TicketDesk['colleague'];

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await makeTicketDesk();
    ({ world, agent, contact, colleague } = desk);
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;
    let id: string;

    beforeAll(async () => {
      ({ visitor, page, id } = await openTickets(desk, browser, look, 'ticket'));
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !text.includes('412'))).toEqual([]);
    });

    it('get one of the categories', async () => {
      const maintenance = look.language === 'de' ? 'Wartung' : 'Maintenance';
      await page.getByLabel(words.category).selectOption({ label: maintenance });
      await page.getByText(words.categorised).waitFor();
      expect(await page.getByLabel(words.category).locator('option:checked').textContent()).toBe(maintenance);
    });

    it('are assigned, and say so when somebody else has changed them meanwhile', async () => {
      await page.getByRole('button', { name: words.assign }).click();
      await page.getByRole('status').getByText(words.saved).waitFor();
      await page.getByRole('button', { name: words.assign }).waitFor({ state: 'detached' });
      // Between what the page has read and what it sends; not while it reads once more.
      let isChanged = false;
      const path = `**/api/v1/staff/tickets/${id}`;
      await page.route(path, async (route) => {
        if (route.request().method() === 'PATCH' && !isChanged) {
          isChanged = true;
          await agent.change(`/staff/tickets/${id}`, { priority: 'URGENT' });
        }
        await route.continue();
      });
      await page.getByLabel(words.status, { exact: true }).selectOption('WAITING_FOR_CUSTOMER');
      await page.getByText(words.changed).waitFor();
      await page.locator('.page-head .pill.bad').waitFor();
      await page.unroute(path);
      expect(await visitor.findings()).toEqual([]);
      // The word about the assignment may stand there still.
      const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
      await page.getByLabel(words.status, { exact: true }).selectOption('WAITING_FOR_CUSTOMER');
      await saved;
      await page.getByRole('status').getByText(words.saved).waitFor();
      const { body } = await world.admin.get(`/staff/tickets/${id}`).expect(200);
      expect(body).toMatchObject({ status: 'WAITING_FOR_CUSTOMER', priority: 'URGENT' });
    });

    it('take one change after another, however slow the answer to the first is', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      const status = page.getByLabel(words.status, { exact: true });
      await status.waitFor();
      const path = `**/api/v1/staff/tickets/${id}`;
      await page.route(path, async (route) => {
        if (route.request().method() === 'PATCH') await sleep(500);
        await route.continue();
      });
      let answers = 0;
      page.on('response', (answer) => {
        if (answer.request().method() === 'PATCH') answers++;
      });
      await page.getByLabel(words.priority, { exact: true }).selectOption('LOW');
      await status.selectOption('IN_PROGRESS');
      while (answers < 2) await sleep(50);
      while ((await status.inputValue()) !== 'IN_PROGRESS') await sleep(50);
      expect(await page.getByText(words.changed).count()).toBe(0);
      await page.unroute(path);
      const { body } = await world.admin.get(`/staff/tickets/${id}`).expect(200);
      expect(body).toMatchObject({ priority: 'LOW', status: 'IN_PROGRESS' });
    });

    it('are followed by further contacts of the customer', async () => {
      const watchers = page.locator('.watchers');
      await watchers.getByLabel(words.watcher).selectOption({ label: 'Kim Kollegin' });
      await watchers.getByRole('button', { name: words.watch }).click();
      await page.getByRole('status').getByText(words.watches).waitFor();
      await watchers.getByRole('button', { name: words.unwatch }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await colleague.get(`/portal/tickets/${id}`).expect(200);
      await watchers.getByRole('button', { name: words.unwatch }).click();
      await watchers.getByRole('button', { name: words.unwatch }).waitFor({ state: 'detached' });
      await colleague.get(`/portal/tickets/${id}`).expect(404);
    });

    it('lead to their customer, and from there to another ticket for one of the contacts', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.locator('.watchers').getByLabel(words.watcher).waitFor();
      await page.getByRole('complementary').getByRole('link', { name: 'Müller & Söhne GmbH' }).click();
      await page.getByRole('row').filter({ hasText: 'Kim Kollegin' }).waitFor();
      await page.getByRole('link', { name: words.record }).click();
      const choice = page.getByLabel(words.contact);
      await choice.getByRole('option', { name: 'Kim Kollegin' }).waitFor({ state: 'attached' });
    });

    it('become one by keyboard, once it is said what will happen; the customer is led to the one that goes on', async () => {
      const record = async (subject: string): Promise<string> =>
        String(
          (await contact.post('/portal/tickets').send({ subject, description: subject }).expect(201)).body.id,
        );
      const first = await record(`Erstes ${look.language}`);
      const second = await record(`Zweites ${look.language}`);
      const customer = await Visitor.come(browser, look);
      await customer.logIn(world.tenant.slug, contact.email, `/tickets/${second}`);
      await customer.page.locator('textarea[name=body]').fill('Mir fällt noch etwas ein.');
      await page.goto(`/staff/${world.tenant.slug}/tickets/${first}`);
      await page.getByRole('button', { name: words.merge }).press('Enter');
      await page.keyboard.type(`Zweites ${look.language}`);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: `Zweites ${look.language}` }).press('Enter');
      await dialog.getByRole('region', { name: words.happens }).getByText(words.closes).waitFor();
      expect(await page.evaluate(TORN)).toEqual([]);
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('radio').first().press('Control+Enter');
      await page.getByRole('status').getByText(words.merged).waitFor();
      await page.getByRole('article').getByText(`Zweites ${look.language}`).waitFor();
      expect(await page.evaluate(TORN)).toEqual([]);
      expect(await visitor.findings()).toEqual([]);
      await page.goto(`/staff/${world.tenant.slug}/tickets/${second}`);
      await page.getByText(words.goesOn).waitFor();
      await customer.page.getByRole('heading', { level: 1, name: `Erstes ${look.language}` }).waitFor();
      await customer.page.getByRole('article').getByText(`Zweites ${look.language}`).waitFor();
      expect(customer.page.url()).toContain(first);
      // What was being written goes along.
      expect(await customer.page.locator('textarea[name=body]').inputValue()).toBe(
        'Mir fällt noch etwas ein.',
      );
      await customer.leave();
      expect(customer.complaints).toEqual([]);
    });
  });
});
