import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { newestItem, register } from '../support/inbox';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { addAgent, makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

const ITEM = 'a[aria-current=page]';
const isInView = (selector: string): string =>
  `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('${selector}').getBoundingClientRect())`;

describe('Lists that staff work off, one after the other', () => {
  let browser: Browser;
  let world: World;
  let agent: Api;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let customerId: string;
  let articleId: string;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  beforeEach(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER');
  });

  afterEach(async () => {
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  afterAll(() => browser.close());

  const come = async (to: string, width = 1280, hearsNothing = false): Promise<void> => {
    visitor = await Visitor.come(browser, { language: 'de', width });
    ({ page } = visitor);
    if (hearsNothing) await visitor.hearNothing();
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, to, 'staff');
  };
  const focused = (selector: string): Promise<void> =>
    until(page, `document.activeElement?.matches('${selector}') === true`);

  describe('the Postkorb', () => {
    beforeEach(async () => {
      await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
      articleId = await offerArticle(world.admin, { name: 'Toner schwarz', netPriceCents: 10_000 });
    });

    async function orders(count: number): Promise<string[]> {
      const ids: string[] = [];
      for (let sent = 0; sent < count; sent++) {
        await putIntoCart(contact, 'online-shop', articleId, 1);
        await submitCart(contact, 'online-shop');
        ids.push((await newestItem(world.admin)).id);
      }
      return ids;
    }
    const isOpen = (id: string): Promise<void> => page.locator(`${ITEM}[href*="${id}"]`).waitFor();
    const row = (id: string) => page.locator(`.inbox-items a[href*="${id}"]`);

    it('says it when a colleague decides what is open, and goes on from its place', async () => {
      const [, , third, fourth, fifth] = await orders(5);
      await come(`/inbox/${third}`);
      await page.locator('.item textarea').first().waitFor();
      await page.keyboard.press('Enter');
      await focused('textarea');
      await agent.put(`/staff/inbox-items/${third}/outcome`).send({ decision: 'REJECTED' }).expect(200);
      await page.getByRole('status').getByText('Abgelehnt: Agnes Agent').waitFor();
      await row(third!).waitFor({ state: 'detached' });
      // Where somebody wrote there is nothing to write into any more.
      await focused('.item h2');
      await page.keyboard.press('j');
      await isOpen(fourth!);
      await page.keyboard.press('j');
      await isOpen(fifth!);
    });

    it('goes on to the next also where what is taken leaves the list, and ends at its heading', async () => {
      const [first, second] = await orders(2);
      await come('/inbox?view=unassigned');
      for (const id of [first!, second!]) {
        if (id === first) await row(id).click();
        await isOpen(id);
        await page.getByRole('button', { name: 'Übernehmen' }).waitFor();
        // The item is there a moment before its keys are.
        await focused('.item h2');
        await page.keyboard.press('t');
        await row(id).waitFor({ state: 'detached' });
        await page.keyboard.press('Enter');
        await page.keyboard.press('Control+Enter');
        await page.getByRole('status').getByText('Angenommen.').waitFor();
      }
      await page.waitForURL(/inbox\?view=unassigned$/);
      await focused('.inbox-list h1');
    });

    it('asks for nothing of what was decided and left', async () => {
      const ids = await orders(2);
      // What is told live is read as long as it is shown: on a slow machine the decided item, too.
      await come(`/inbox/${ids[0]}`, 1280, true);
      const readAgain: string[] = [];
      for (const id of ids) {
        await isOpen(id);
        await focused('.item h2');
        await page.keyboard.press('Enter');
        await focused('textarea');
        await visitor.answered();
        page.on('request', (request) => {
          if (request.method() === 'GET' && request.url().includes(id)) readAgain.push(request.url());
        });
        await page.keyboard.press('Control+Enter');
        await row(id).waitFor({ state: 'detached' });
      }
      await focused('.inbox-list h1');
      await visitor.answered();
      expect(readAgain).toEqual([]);
    });

    it('lets its keys work again after Escape', async () => {
      const [first, second] = await orders(2);
      await come(`/inbox/${first}`);
      await page.locator('.item textarea').first().waitFor();
      await page.keyboard.press('Enter');
      await focused('textarea');
      await page.keyboard.type('j');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await isOpen(second!);
      await page.keyboard.press('k');
      await isOpen(first!);
      expect(await page.locator('.item textarea').first().inputValue()).toBe('j');
    });

    it('comes back on a phone to where it was left', async () => {
      for (let n = 0; n < 12; n++) await register(world, { company: `Firma ${n}` });
      const { id } = await newestItem(world.admin, 'type=REGISTRATION');
      await come('/inbox', 360);
      // The state stands beside the age, on no line of its own.
      const parts = [
        row(id).locator('.pill'),
        row(id)
          .getByText(/^vor|^gerade|^jetzt|Sekunde/)
          .first(),
      ];
      const [state, age] = await Promise.all(parts.map((part) => part.boundingBox()));
      expect(Math.abs(state!.y + state!.height / 2 - (age!.y + age!.height / 2))).toBeLessThan(4);
      await row(id).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.locator('.item-back').click();
      await focused(`.inbox-items a[href*="${id}"]`);
      await until(page, isInView(`.inbox-items a[href*="${id}"]`));
    });
  });

  it('the tickets: the next one of the list as it was, whatever answers do to its order', async () => {
    const subjects = ['Vierter', 'Dritter', 'Zweiter', 'Erster'];
    for (const subject of subjects) {
      await contact.post('/portal/tickets').send({ subject, description: 'Bitte.' }).expect(201);
    }
    await come('/tickets?view=unassigned');
    await page.getByRole('row').filter({ hasText: 'Vierter' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    for (const subject of ['Erster', 'Zweiter']) {
      await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
      await page.keyboard.press('a');
      await page.keyboard.type('j und k sind hier Buchstaben.');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('Die Antwort ist beim Kunden.').waitFor();
      await page.getByRole('listitem').getByText('j und k sind hier Buchstaben.').waitFor();
      await focused('.page-head h1');
      await page.keyboard.press('j');
    }
    // What a colleague takes leaves the list; what is open stays until one goes on.
    await page.getByRole('heading', { name: 'Dritter', level: 1 }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    // All keys are shown on every page, and the button says its own.
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tastenkürzel' }).getByText('Mir zuweisen').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.keyboard.press('Escape');
    const take = page.getByRole('button', { name: 'Mir zuweisen' });
    expect(await take.getAttribute('title')).toBe('Mir zuweisen (t)');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    await take.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Nächstes Ticket der Liste' }).click();
    await page.getByRole('heading', { name: 'Vierter', level: 1 }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'Zweiter', level: 1 }).waitFor();
    await page.locator('.page-above').getByRole('link', { name: 'Ohne Bearbeiter' }).click();
    await page.waitForURL(/tickets\?view=unassigned$/);
    await page.getByRole('row').filter({ hasText: 'Vierter' }).waitFor();
    await page.keyboard.press('j');
    expect(await page.locator(':focus').textContent()).toBe('Vierter');
  });
});
