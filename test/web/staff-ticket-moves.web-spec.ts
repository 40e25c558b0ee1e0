import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    other: 'Anderer Kunde …',
    target: 'Richtiger Kunde',
    contact: 'Ansprechpartner',
    move: 'Zuordnen',
    missing: /^Bitte suchen Sie den richtigen Kunden/,
    former: /^Falsch .* sieht das Ticket nicht mehr/,
    moved: /gehört jetzt zu Richtig/,
    line: /hat das Ticket von Falsch .* zu Richtig .* verschoben/,
    known: /^Der bisherige Kunde hat das Ticket selbst erfasst/,
    anew: 'Neues Ticket erfassen',
    record: 'Ticket erfassen',
  },
  en: {
    other: 'Another customer …',
    target: 'Right customer',
    contact: 'Contact',
    move: 'Move',
    missing: /^Please search for the right customer/,
    former: /^Falsch .* does not see the ticket any more/,
    moved: /belongs to Richtig .* now/,
    line: /moved the ticket from Falsch .* to Richtig/,
    known: /^The customer has created the ticket/,
    anew: 'Create a new ticket',
    record: 'Record a ticket',
  },
} as const;

describe('A ticket for the wrong customer in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api & { readonly email: string };

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;
    let wrong: string;
    let former: Awaited<ReturnType<typeof addContact>>;
    const dialog = () => page.getByRole('dialog');
    const name = (kind: string): string => `${kind} ${look.language} GmbH`;

    beforeAll(async () => {
      wrong = await addCustomer(world.admin, name('Falsch'));
      former = await addContact(world, wrong, 'USER', 'Vorher');
      const right = await addCustomer(world.admin, name('Richtig'));
      await addContact(world, right, 'USER', 'Nachher');
      await agent.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, agent.email, '/inbox', 'staff');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !/ 409 /.test(text))).toEqual([]);
    });

    async function recorded(): Promise<string> {
      const { body } = await agent
        .post('/staff/tickets')
        .send({ customerId: wrong, contactId: former.contactId, subject: 'Server', description: 'Steht.' })
        .expect(201);
      return String(body.id);
    }

    async function choose(id: string): Promise<void> {
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('button', { name: words.other }).press('Enter');
      const search = dialog().getByLabel(words.target);
      await search.fill(name('Richtig'));
      await dialog()
        .getByRole('button', { name: name('Richtig') })
        .waitFor();
      // What alone was found, Enter takes.
      await search.press('Enter');
    }

    it('goes to the right one by keys alone, and those of before have lost it, also on the screen', async () => {
      const id = await recorded();
      const other = await Visitor.come(browser, look);
      await other.logIn(world.tenant.slug, former.email, `/tickets/${id}`);
      await other.page.getByRole('heading', { name: 'Server', level: 1 }).waitFor();

      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('button', { name: words.other }).press('Enter');
      await dialog().getByText(words.former).waitFor();
      await dialog().getByRole('button', { name: words.move, exact: true }).press('Enter');
      await dialog().getByText(words.missing).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await choose(id);
      // It has led on to what is chosen next.
      await dialog().locator('select[name=contactId]:focus').waitFor();
      await dialog().getByLabel(words.contact).selectOption({ index: 1 });
      expect(await visitor.findings()).toEqual([]);
      await dialog().getByRole('button', { name: words.move, exact: true }).press('Enter');
      await page.getByRole('status').getByText(words.moved).waitFor();
      await page.getByText(words.line).waitFor();
      await page.getByText('Kim Nachher').first().waitFor();
      expect(await visitor.findings()).toEqual([]);

      await other.page.getByRole('heading', { name: 'Server', level: 1 }).waitFor({ state: 'detached' });
      await other.leave();
    });

    it('stays with its customer after a public reply, and the page says what to do', async () => {
      const id = await recorded();
      await agent
        .post(`/staff/tickets/${id}/comments`)
        .send({ body: 'Wir kümmern uns.', visibility: 'PUBLIC' })
        .expect(201);
      await choose(id);
      await dialog().getByRole('button', { name: words.move, exact: true }).press('Enter');
      await dialog().getByRole('alert').getByText(words.known).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await dialog().getByRole('link', { name: words.anew }).press('Enter');
      await page.getByRole('heading', { name: words.record, level: 1 }).waitFor();
      await page.getByText(name('Richtig')).waitFor();
    });
  });
});
