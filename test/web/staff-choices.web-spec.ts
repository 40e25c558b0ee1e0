import type { Browser, Locator, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { newestItem, register } from '../support/inbox';
import { addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    contact: 'Ansprechpartner',
    contacts: 'Ansprechpartner suchen',
    device: /^Gerät/,
    devices: 'Geräte suchen',
    subject: 'Betreff',
    description: 'Beschreibung',
    record: 'Ticket erfassen',
    one: '1 Treffer',
    public: 'Antwort an den Kunden',
    reaches: 'Kim Zylinder erhält sie per Mail.',
    keysOfList: /nächstes und voriges Ticket/,
    other: 'Anderer Kunde …',
    target: 'Richtiger Kunde',
    move: 'Zuordnen',
    many: /^Sehr viele GmbH/,
    customerSearch: /^Anderen Kunden suchen/,
  },
  en: {
    contact: 'Contact',
    contacts: 'Search the contacts',
    device: /^Device/,
    devices: 'Search the devices',
    subject: 'Subject',
    description: 'Description',
    record: 'Record the ticket',
    one: '1 result',
    public: 'Answer to the customer',
    reaches: 'Kim Zylinder gets it by mail.',
    keysOfList: /next and previous ticket/,
    other: 'Another customer …',
    target: 'Right customer',
    move: 'Move',
    many: /^Sehr viele GmbH/,
    customerSearch: /^Search another customer/,
  },
} as const;

/** More than a choice holds at once. */
const MANY = 105;

describe('Choices of staff among very many, in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api & { readonly email: string };
  let many: string;
  let few: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    many = await addCustomer(world.admin, 'Sehr viele GmbH');
    few = await addCustomer(world.admin, 'Wenige GmbH');
    const { body } = await agent.get(`/staff/customers/${many}`).expect(200);
    const number = String(body.number);
    const rows = (row: (at: number) => string): string =>
      Array.from({ length: MANY }, (_, at) => `${number};${row(at + 100)}`).join('\n');
    await addAll('contacts', `Kundennummer;Nachname\n${rows((at) => `Anna ${at}`)}`);
    await addAll('devices', `Kundennummer;Name;Seriennummer\n${rows((at) => `Arbeitsplatz ${at};SN${at}`)}`);
    await agent.post(`/staff/customers/${many}/devices`).send({ name: 'Zebradrucker' }).expect(201);
    await agent.post(`/staff/customers/${many}/contacts`).send({ lastName: 'Zuletzt' }).expect(201);
    await addContact(world, many, 'USER', 'Zylinder');
  });

  afterAll(() => browser.close());

  async function addAll(kind: string, csv: string): Promise<void> {
    const { body } = await agent
      .post(`/staff/${kind}/imports`)
      .field('dryRun', 'false')
      .attach('file', Buffer.from(csv), 'viele.csv')
      .expect(200);
    expect(body).toMatchObject({ created: MANY });
  }

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      await agent.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, agent.email, `/tickets/new?customer=${many}`, 'staff');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    const open = (path: string) => page.goto(`/staff/${world.tenant.slug}${path}`);
    const checked = (select: Locator) => select.locator('option:checked').textContent();

    /** What is typed narrows the choice, Enter leads into it, and the arrow takes the only one. */
    async function find(label: string, typed: string, choice: Locator): Promise<void> {
      await page.getByRole('searchbox', { name: label }).fill(typed);
      await page.locator('.field', { has: choice }).last().getByRole('status').getByText(words.one).waitFor();
      await page.getByRole('searchbox', { name: label }).press('Enter');
      expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('ArrowDown');
    }
    const contact = () => page.getByLabel(words.contact, { exact: false }).and(page.locator('select'));

    it('find contact and device of a new ticket, which a reload keeps, and say whether an answer reaches them', async () => {
      const device = page.getByLabel(words.device).and(page.locator('select'));
      await find(words.contacts, 'zylinder', contact());
      await find(words.devices, 'zebra', device);
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.subject).fill('Klemmt');
      await page.reload();
      await page.getByLabel(words.description).fill('Schon wieder');
      expect(await checked(device)).toBe('Zebradrucker');
      expect(await checked(contact())).toMatch(/^Kim Zylinder/);
      await page.getByRole('button', { name: words.record }).click();
      await page.getByRole('heading', { name: 'Klemmt', level: 1 }).waitFor();
      await page.getByRole('button', { name: words.public }).click();
      await page.getByText(words.reaches).waitFor();
      // Nothing leads on from a ticket that was not opened from a list.
      expect(await page.getByText(words.keysOfList).count()).toBe(0);
    });

    it('find who gets a ticket that is moved', async () => {
      const { body } = await agent
        .post('/staff/tickets')
        .send({ customerId: few, subject: `Falsch ${look.language}`, description: 'Steht.' })
        .expect(201);
      await open(`/tickets/${body.id}`);
      await page.getByRole('button', { name: words.other }).click();
      await page.getByLabel(words.target).fill('Sehr viele');
      await page.getByRole('button', { name: words.many }).click();
      await find(words.contacts, 'zuletzt', contact());
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.move, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const { body: moved } = await agent.get(`/staff/tickets/${body.id}`).expect(200);
      expect(moved.contact.name).toBe('Zuletzt');
    });

    it('find as whom somebody has registered', async () => {
      await register(world, { company: `Andere ${look.language}` });
      const { id } = await newestItem(world.admin, 'type=REGISTRATION');
      await open(`/inbox/${id}`);
      await page.getByRole('searchbox', { name: words.customerSearch }).fill('Sehr viele');
      await page.getByRole('button', { name: words.many }).click();
      await find(words.contacts, 'zuletzt', contact());
      expect(await visitor.findings()).toEqual([]);
      expect(await checked(contact())).toBe('Zuletzt');
    });
  });
});
