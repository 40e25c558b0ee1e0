import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { makeTicketDesk, openTickets, type TicketDesk } from './support/ticket-desk';
import { until } from './support/until';

const WORDS = {
  de: {
    unassigned: /^Ohne Bearbeiter/,
    mine: /^Meine/,
    search: 'Tickets durchsuchen',
    nothing: 'Nichts gefunden',
    saveFilter: 'Filter merken',
    filterName: 'Name des Filters',
    savedFilters: 'Gemerkte Filter',
    forgetFilter: (name: string) => `Filter „${name}“ nicht mehr merken`,
    category: 'Kategorie',
    otherChoice: 'Eine andere Auswahl',
    status: 'Status',
    several: 'Gewählte Tickets ändern',
    more: 'Mehr ändern',
    mineAll: 'Mir zuweisen',
    change: (count: number) => (count === 1 ? '1 Ticket ändern' : `${count} Tickets ändern`),
    priority: 'Priorität',
    reportHalf: '1 von 2 Tickets sind geändert.',
    reportOne: 'Das Ticket ist geändert.',
    meanwhile: /Jemand hat es inzwischen geändert/,
  },
  en: {
    unassigned: /^Unassigned/,
    mine: /^Mine/,
    search: 'Search the tickets',
    nothing: 'Nothing found',
    saveFilter: 'Save the filter',
    filterName: 'Name of the filter',
    savedFilters: 'Saved filters',
    forgetFilter: (name: string) => `Remove the filter “${name}”`,
    category: 'Category',
    otherChoice: 'Another choice',
    status: 'Status',
    several: 'Change the chosen tickets',
    more: 'Change more',
    mineAll: 'Assign to me',
    change: (count: number) => (count === 1 ? 'Change 1 ticket' : `Change ${count} tickets`),
    priority: 'Priority',
    reportHalf: '1 of 2 tickets have been changed.',
    reportOne: 'The ticket has been changed.',
    meanwhile: /Somebody has changed it meanwhile/,
  },
} as const;

describe('Tickets of staff in the browser', () => {
  let browser: Browser;
  let desk: TicketDesk;
  let world: TicketDesk['world'];
  let agent: TicketDesk['agent'];
  let contact: TicketDesk['contact'];

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await makeTicketDesk();
    ({ world, agent, contact } = desk);
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;
    let subject: string;

    beforeAll(async () => {
      ({ visitor, page, subject } = await openTickets(desk, browser, look, 'list'));
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !text.includes('412'))).toEqual([]);
    });

    it('are narrowed, and what they are narrowed to is kept under a name', async () => {
      const row = page.getByRole('row').filter({ hasText: subject });
      await row.waitFor();
      await page.getByLabel(words.priority, { exact: true }).selectOption('HIGH');
      await row.waitFor({ state: 'detached' });
      await page.getByLabel(words.priority, { exact: true }).selectOption('NORMAL');
      await row.waitFor();
      await page.getByRole('button', { name: words.saveFilter }).click();
      const dialog = page.getByRole('dialog', { name: words.saveFilter });
      await dialog.getByLabel(words.filterName).fill('Ganz normal');
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('button', { name: words.saveFilter }).click();
      const kept = page
        .getByRole('list', { name: words.savedFilters })
        .getByRole('link', { name: 'Ganz normal' });
      await kept.waitFor();
      await page.goto(`/staff/${world.tenant.slug}/tickets`);
      await kept.click();
      await page.waitForURL(/priority=NORMAL/);
      await row.waitFor();
      expect(await page.getByLabel(words.priority, { exact: true }).inputValue()).toBe('NORMAL');
      expect(await visitor.findings()).toEqual([]);
      const elsewhere = await Visitor.come(browser, look);
      await elsewhere.logIn(world.tenant.slug, world.tenant.adminEmail, '/tickets', 'staff');
      await elsewhere.page.getByRole('link', { name: 'Ganz normal' }).waitFor();
      await elsewhere.leave();
      expect(elsewhere.complaints).toEqual([]);
      await page.getByRole('button', { name: words.forgetFilter('Ganz normal') }).click();
      await kept.waitFor({ state: 'detached' });
      await page.goto(`/staff/${world.tenant.slug}/tickets`);
      await row.waitFor();
      expect(await kept.count()).toBe(0);
    });

    it('are narrowed to what this browser alone kept before; it goes to the server', async () => {
      const { body: me } = await world.admin.get('/auth/me').expect(200);
      const key = `ticket-filters:${me.id}`;
      const held = [
        { name: 'Verwaist', search: { category: randomUUID() } },
        { name: 'Von früher', search: { view: 'done', q: 'Toner', category: 'unknown' } },
      ];
      await page.evaluate(
        ([name, value]) => localStorage.setItem(name!, value!),
        [key, JSON.stringify(held)],
      );
      await page.goto(`/staff/${world.tenant.slug}/tickets`);
      await page.getByRole('link', { name: 'Von früher' }).click();
      await page.waitForURL(/view=done&q=Toner$/);
      // The server has no such category.
      visitor.complaints.splice(0, Infinity, ...visitor.complaints.filter((text) => !/ 422 /.test(text)));
      expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(null);
      const { body } = await world.admin.get('/staff/me/ticket-filters').expect(200);
      expect(body.items).toEqual([{ name: 'Von früher', view: 'done', search: 'Toner' }]);
      await page.getByRole('button', { name: words.forgetFilter('Von früher') }).click();
      await page.getByRole('link', { name: 'Von früher' }).waitFor({ state: 'detached' });
      await page.goto(`/staff/${world.tenant.slug}/tickets`);
    });

    it('are all shown again after a filter that names what is not there any more', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets?category=${randomUUID()}`);
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      const category = page.getByLabel(words.category);
      expect(await category.locator('option:checked').textContent()).toBe(words.otherChoice);
      expect(await visitor.findings()).toEqual([]);
      await category.selectOption('');
      await page.getByRole('row').filter({ hasText: subject }).waitFor();
      expect(await category.locator('option', { hasText: words.otherChoice }).count()).toBe(0);
    });

    it('lie in queues and are found by word', async () => {
      await page.getByRole('link', { name: words.unassigned }).click();
      const row = page.getByRole('row').filter({ hasText: subject });
      await row.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('link', { name: words.mine }).click();
      await row.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: words.unassigned }).click();
      await page.getByLabel(words.search).fill('gibtesnicht');
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      await page.getByLabel(words.search).fill('');
      await row.getByRole('link').click();
      await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
      await page.getByRole('heading', { name: 'Müller & Söhne GmbH' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
    });

    it('are chosen by keyboard and changed together, except for concurrent changes by others', async () => {
      const word = look.language === 'de' ? 'Regenrinne' : 'Aktenschrank';
      const ids: string[] = [];
      for (const place of [1, 2, 3]) {
        const { body } = await contact
          .post('/portal/tickets')
          .send({ subject: `${word} ${place}`, description: 'Alt.' })
          .expect(201);
        ids.push(String(body.id));
      }
      await page.goto(`/staff/${world.tenant.slug}/tickets?q=${word}`);
      await page.getByRole('row').filter({ hasText: word }).nth(2).waitFor();
      // The newest stand at the top.
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
      const several = page.getByRole('region', { name: words.several });
      // On a phone only what is changed most often has room beside the list.
      if (look.width < 640) await several.getByRole('button', { name: words.more }).click();
      expect(await several.locator('select').evaluateAll(cutOff)).toEqual([]);
      await several.getByLabel(words.priority).selectOption('HIGH');
      await several.getByLabel(words.category).selectOption({ index: 1 });
      await several.getByLabel(words.status, { exact: true }).selectOption('RESOLVED');
      expect(await visitor.findings()).toEqual([]);
      await page.route(
        `**/api/v1/staff/tickets/${ids[2]}`,
        async (route) => {
          await agent.change(`/staff/tickets/${ids[2]}`, { status: 'IN_PROGRESS' });
          await route.continue();
        },
        { times: 1 },
      );
      await several.getByRole('button', { name: words.change(2) }).click();
      await page.getByRole('status').getByText(words.reportHalf).waitFor();
      await several.getByText(words.meanwhile).waitFor();
      expect(await visitor.findings()).toEqual([]);
      const states = async (): Promise<unknown[]> => {
        const found = ids.map(async (each) => (await agent.get(`/staff/tickets/${each}`).expect(200)).body);
        return (await Promise.all(found)).map(({ status, priority, category }) => [
          status,
          priority,
          category?.name,
        ]);
      };
      expect(await states()).toEqual([
        ['NEW', 'NORMAL', undefined],
        ['RESOLVED', 'HIGH', expect.any(String)],
        ['IN_PROGRESS', 'NORMAL', undefined],
      ]);
      await several.getByRole('button', { name: words.mineAll }).click();
      await page.getByRole('status').getByText(words.reportOne).waitFor();
      await several.waitFor({ state: 'detached' });
      // What was pressed has gone; keys go on in the page.
      await until(page, `document.activeElement?.tagName === 'H1'`);
      const { body } = await agent.get(`/staff/tickets/${ids[2]}`).expect(200);
      expect(body.assignee).toMatchObject({ name: 'Anna Admin' });
    });
  });
});

/** What the choices say that is wider than the room they have for it. */
function cutOff(choices: HTMLElement[]): string[] {
  return (choices as HTMLSelectElement[])
    .filter((choice) => {
      const { width, paddingLeft, paddingRight, font } = getComputedStyle(choice);
      const pen = document.createElement('canvas').getContext('2d')!;
      pen.font = font;
      const room = parseFloat(width) - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return pen.measureText(choice.selectedOptions[0]!.text).width > room;
    })
    .map(({ selectedOptions }) => selectedOptions[0]!.text);
}
