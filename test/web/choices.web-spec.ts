import type { Browser, Locator, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { tabTo } from './support/keys';

const WORDS = {
  de: {
    device: 'Gerät',
    devices: 'Inventar durchsuchen',
    owner: 'Für wen?',
    colleagues: 'Kollegen suchen',
    whose: 'Wessen Tickets',
    watcher: 'Kollege',
    watch: 'Mitlesen lassen',
    subject: 'Worum geht es?',
    description: 'Beschreibung',
    send: 'Anfrage senden',
    one: '1 Treffer',
    none: 'Nichts gefunden',
    unreachable: 'Das Portal ist gerade nicht erreichbar.',
  },
  en: {
    device: 'Device',
    devices: 'Search the inventory',
    owner: 'For whom?',
    colleagues: 'Find colleagues',
    whose: 'Whose tickets',
    watcher: 'Colleague',
    watch: 'Add',
    subject: 'What is it about?',
    description: 'Description',
    send: 'Send the request',
    one: '1 result',
    none: 'Nothing found',
    unreachable: 'The portal cannot be reached right now.',
  },
} as const;

/** More than a choice holds at once. */
const MANY = 105;

describe('A choice of one of very many, in the browser', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;
  let colleague: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Sehr viele GmbH');
    for (let number = 101; number <= 100 + MANY; number++) {
      await add('devices', { name: `Arbeitsplatz ${number}` });
      await add('contacts', {
        firstName: 'Anna',
        lastName: `Kollegin ${number}`,
        email: `anna${number}@viele.example`,
      });
    }
    await add('devices', { name: 'Zebradrucker', location: 'Lager' });
    colleague = await addContact(world, customerId, 'USER', 'Zylinder');
  });

  afterAll(() => browser.close());

  async function add(what: string, body: object): Promise<void> {
    await world.admin.post(`/staff/customers/${customerId}/${what}`).send(body).expect(201);
  }

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      const contact = await addContact(world, customerId, 'MAIN_USER', `Wählt-${look.language}`);
      await contact.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, contact.email, '/tickets/new');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    const checked = (select: Locator) => select.locator('option:checked');

    /** By keyboard alone: what is typed narrows the choice, Enter leads into it, and the arrow takes the only one. */
    async function find(label: string, typed: string, choice: Locator): Promise<void> {
      await tabTo(page, page.getByRole('searchbox', { name: label }));
      await page.keyboard.type(typed);
      await page.locator('.field', { has: choice }).getByRole('status').getByText(words.one).waitFor();
      await page.keyboard.press('Enter');
      expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowDown');
    }

    it('finds a device and a colleague for a new request, which a reload keeps', async () => {
      const device = page.getByLabel(words.device);
      const owner = page.getByLabel(words.owner);
      await find(words.colleagues, 'zylinder', owner);
      await find(words.devices, 'zebra', device);
      expect(await visitor.findings()).toEqual([]);
      // What is chosen stays so, whatever is looked for afterwards.
      await page.getByRole('searchbox', { name: words.devices }).fill('gibt es nicht');
      await page.getByText(words.none).waitFor();
      expect(await checked(device).textContent()).toBe('Zebradrucker, Lager');
      await page.getByLabel(words.subject).fill('Für die Kollegin');
      await page.reload();
      await page.getByLabel(words.description).fill('Bitte einrichten');
      expect(await checked(device).textContent()).toBe('Zebradrucker, Lager');
      expect(await checked(owner).textContent()).toBe('Kim Zylinder');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('heading', { name: 'Für die Kollegin' }).waitFor();
      const { body } = await colleague.get(`/portal/tickets/${page.url().split('/').at(-1)}`).expect(200);
      expect(body.device.name).toBe('Zebradrucker');
    });

    it('finds whose tickets are listed', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets`);
      const whose = page.getByLabel(words.whose);
      await page.getByRole('searchbox', { name: words.colleagues }).fill('Zylinder');
      await page.getByText(words.one).waitFor();
      await whose.selectOption({ label: 'Kim Zylinder' });
      await page.getByRole('link', { name: 'Für die Kollegin' }).first().waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('searchbox', { name: words.colleagues }).fill('Anna 107');
      await page.getByText(words.one).waitFor();
      expect(await checked(whose).textContent()).toBe('Kim Zylinder');
      await page.reload();
      await whose.getByText('Kim Zylinder').waitFor({ state: 'attached' });
      expect(await checked(whose).textContent()).toBe('Kim Zylinder');
    });

    it('says that a search did not come through', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets`);
      const box = page.getByRole('searchbox', { name: words.colleagues });
      await box.waitFor();
      const proxy = { status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' };
      await page.route('**/portal/colleagues?*search=*', (route) => route.fulfill(proxy));
      await box.fill('Zylinder');
      await page.getByRole('status').getByText(words.unreachable).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.unroute('**/portal/colleagues?*search=*');
      await box.press('Enter');
      await page.getByRole('status').getByText(words.one).waitFor();
      // The browser has complained of the answers.
      visitor.complaints.splice(0);
    });

    it('finds who is to read along', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets/new`);
      await page.getByLabel(words.subject).fill('Gemeinsam');
      await page.getByLabel(words.description).fill('Zu zweit');
      await page.getByRole('button', { name: words.send }).click();
      await page.getByRole('heading', { name: 'Gemeinsam' }).waitFor();
      const watcher = page.getByLabel(words.watcher, { exact: true });
      await find(words.colleagues, 'Zylinder', watcher);
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.watch }).click();
      await page.locator('.watchers li').getByText('Kim Zylinder').waitFor();
    });
  });
});
