import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { addCategory, addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { type MainUser, mainUserAt } from './support/main-user';

const WORDS = {
  de: {
    subject: 'Worum geht es?',
    description: 'Beschreibung',
    send: 'Anfrage senden',
    category: 'Kategorie',
    chosen: 'Drucken und Scannen',
    owner: 'Für wen?',
    watchers: 'Wer mitliest',
    colleague: 'Kollege',
    watch: 'Mitlesen lassen',
    arrived: /^Ihre Anfrage ist eingegangen: T-/,
    addedByMe: /^Sie lassen Kim Mitleser-de mitlesen/,
  },
  en: {
    subject: 'What is it about?',
    description: 'Description',
    send: 'Send the request',
    category: 'Category',
    chosen: 'Printing and scanning',
    owner: 'For whom?',
    watchers: 'Followers',
    colleague: 'Colleague',
    watch: 'Add',
    arrived: /^We have received your request: T-/,
    addedByMe: /^You added Kim Mitleser-en as a follower/,
  },
} as const;

describe('Tickets that colleagues share, in the browser', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    await addCategory(world.admin, 'Drucken und Scannen', { nameEn: 'Printing and scanning' });
    await addCategory(world.admin, 'Wartung', { shownToCustomers: false });
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let contact: MainUser['contact'];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      ({ contact, visitor, page } = await mainUserAt('/tickets', { world, customerId }, browser, look));
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('are recorded for a colleague, with a category of those that are shown', async () => {
      const colleague = await addContact(world, customerId, 'USER', `Kollege-${look.language}`);
      await page.goto(`/p/${world.tenant.slug}/tickets/new`);
      await page.getByLabel(words.owner).selectOption({ label: `Kim Kollege-${look.language}` });
      const category = page.getByLabel(words.category);
      await category.waitFor();
      expect(await category.getByRole('option').count()).toBe(2);
      await category.selectOption({ label: words.chosen });
      await page.getByLabel(words.subject).fill('Für einen Kollegen');
      await page.getByLabel(words.description).fill('Er ist gerade nicht da.');
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.send }).click();
      await page.getByText(words.arrived).waitFor();
      await page.getByText(`${words.category}: ${words.chosen}`).waitFor();
      const { body } = await colleague.get('/portal/tickets').expect(200);
      expect(body.items).toMatchObject([{ subject: 'Für einen Kollegen', unread: true }]);
    });

    it('wait for an answer, but not for that of who only looks at them', async () => {
      const colleague = await addContact(world, customerId, 'USER', `Gefragt-${look.language}`);
      const ticket = { subject: 'Frage an den Kollegen', description: 'x' };
      const { body } = await colleague.post('/portal/tickets').send(ticket).expect(201);
      await world.admin.change(`/staff/tickets/${body.id}`, { status: 'WAITING_FOR_CUSTOMER' });
      await page.goto(`/p/${world.tenant.slug}/tickets/${body.id}`);
      await page
        .getByRole('list')
        .getByText(/„Wartet auf Antwort“|"Waiting for an answer"/)
        .waitFor();
      expect(await page.getByText(/Wartet auf Sie|Waiting for you\b/).count()).toBe(0);
    });

    it('are followed by a colleague, who sees them, answers and leaves', async () => {
      const name = `Mitleser-${look.language}`;
      const colleague = await addContact(world, customerId, 'USER', name);
      const { body } = await contact
        .post('/portal/tickets')
        .send({ subject: `Gemeinsam ${look.language}`, description: 'Das betrifft zwei.' })
        .expect(201);
      const address = `/p/${world.tenant.slug}/tickets/${body.id}`;
      await page.goto(address);
      const card = page.getByRole('region', { name: words.watchers });
      await card.getByLabel(words.colleague).selectOption({ label: `Kim ${name}` });
      await card.getByRole('button', { name: words.watch }).click();
      await card.getByRole('listitem').getByText(`Kim ${name}`).waitFor();
      await card.and(page.locator(':focus')).waitFor();
      await page.getByText(words.addedByMe).waitFor();
      expect(await visitor.findings()).toEqual([]);

      const other = await Visitor.come(browser, look);
      await other.logIn(world.tenant.slug, colleague.email, '/tickets');
      await other.page.getByRole('link', { name: `Gemeinsam ${look.language}` }).click();
      await other.page.getByText('Das betrifft zwei.').waitFor();
      await other.page.getByText(/ lässt Sie mitlesen| added you/).waitFor();
      expect(await other.page.getByRole('button', { name: /schließen|close/i }).count()).toBe(0);
      await other.page.getByLabel(/Ihre Nachricht|Your message/).fill('Bei mir auch.');
      await other.page.getByRole('button', { name: /Antwort senden|Send the reply/ }).click();
      await page.getByRole('article').getByText('Bei mir auch.').waitFor();
      expect(await other.findings()).toEqual([]);
      await other.page.getByRole('button', { name: /Nicht mehr mitlesen|Stop following/ }).click();
      await other.page.getByRole('heading', { name: /Kein offenes Ticket|No open ticket/ }).waitFor();
      await other.page
        .getByRole('status')
        .getByText(/^(Sie lesen nicht mehr mit|You no longer follow)/)
        .waitFor();
      expect(await other.page.getByRole('link', { name: `Gemeinsam ${look.language}` }).count()).toBe(0);
      await card.getByRole('listitem').waitFor({ state: 'detached' });
      await other.leave();
    });
  });

  it('disappear from the screen of a contact who no longer watches them', async () => {
    const owner = await addContact(world, customerId, 'USER', 'Besitzerin');
    const watcher = await addContact(world, customerId, 'USER', 'Zuschauer');
    const { body } = await owner
      .post('/portal/tickets')
      .send({ subject: 'Nicht für alle', description: 'x' })
      .expect(201);
    const path = `/portal/tickets/${String(body.id)}/watchers/${watcher.contactId}`;
    await owner.put(path).expect(204);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const streaming = visitor.page.waitForResponse('**/portal/events*');
    await visitor.logIn(world.tenant.slug, watcher.email, `/tickets/${String(body.id)}`);
    await visitor.page.getByRole('heading', { name: 'Nicht für alle' }).waitFor();
    await streaming;
    await owner.delete(path).expect(204);
    await visitor.page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();
    await visitor.leave();
  });

  it('are marked as new beside their subject, or at the edge below it', async () => {
    const mainUser = await addContact(world, customerId, 'MAIN_USER', 'Erfasserin');
    const { email, contactId } = await addContact(world, customerId, 'USER', 'Leser');
    for (const length of [5, 17]) {
      const ticket = { subject: 'm'.repeat(length), description: 'x', contactId };
      await mainUser.post('/portal/tickets').send(ticket).expect(201);
    }
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    await visitor.logIn(world.tenant.slug, email, '/tickets');
    await visitor.page.getByText('Neues', { exact: true }).first().waitFor();
    const places = await visitor.page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.unread')].map((mark) => {
      const [own, subject] = [mark, mark.previousElementSibling].map((each) => each.getBoundingClientRect());
      return own.left < subject.right ? \`below, \${own.left - subject.left}\` : \`beside, \${own.left - subject.right}\`;
    })`);
    expect([...new Set(places)].sort()).toEqual(['below, 0', 'beside, 8']);
    await visitor.leave();
  });

  it('of colleagues are seen by main users only', async () => {
    const mainUser = await addContact(world, customerId, 'MAIN_USER', 'Chefin');
    const user = await addContact(world, customerId, 'USER', 'Allein');
    await mainUser
      .post('/portal/tickets')
      .send({ subject: 'Nur für die Chefin', description: 'x' })
      .expect(201);
    await user.post('/portal/tickets').send({ subject: 'Vom Kollegen', description: 'x' }).expect(201);
    for (const [who, sees] of [
      [mainUser, ['Nur für die Chefin', 'Vom Kollegen']],
      [user, ['Vom Kollegen']],
    ] as const) {
      const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
      await visitor.logIn(world.tenant.slug, who.email, '/tickets');
      const links = visitor.page.getByRole('row').getByRole('link');
      await links.first().waitFor();
      const subjects = await links.allTextContents();
      expect(['Nur für die Chefin', 'Vom Kollegen'].filter((subject) => subjects.includes(subject))).toEqual(
        sees,
      );
      const whose = visitor.page.getByLabel('Wessen Tickets');
      expect(await whose.count()).toBe(who === mainUser ? 1 : 0);
      // An address that names nobody of the company says of whom these are, too.
      await visitor.page.goto(`/p/${world.tenant.slug}/tickets?contact=${randomUUID()}`);
      if (who === mainUser) {
        await whose.getByText('Eine andere Person').waitFor({ state: 'attached' });
        expect(await whose.locator('option:checked').textContent()).toBe('Eine andere Person');
      }
      await visitor.page.getByRole('heading', { name: 'Kein offenes Ticket' }).waitFor();
      await visitor.leave();
    }
  });
});
