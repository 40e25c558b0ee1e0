import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addCategory, addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    tickets: 'Tickets',
    create: 'Neue Anfrage',
    subject: 'Worum geht es?',
    description: 'Beschreibung',
    send: 'Anfrage senden',
    required: 'Bitte ausfüllen.',
    now: 'gerade eben',
    category: 'Kategorie',
    chosen: 'Drucken und Scannen',
    owner: 'Für wen?',
    watchers: 'Wer mitliest',
    colleague: 'Kollege',
    watch: 'Mitlesen lassen',

    arrived: /^Ihre Anfrage ist eingegangen: T-/,
    message: 'Ihre Nachricht',
    reply: 'Antwort senden',
    replied: 'Ihre Antwort ist gesendet.',
    waiting: 'Wartet auf Sie',
    close: 'Ticket schließen',
    reopen: 'Wieder öffnen',
    reopened: 'Das Ticket ist wieder offen.',
    closedByMe: 'Sie haben das Ticket geschlossen',
    addedByMe: /^Sie lassen Kim Mitleser-de mitlesen/,
    closed: 'Dieses Ticket ist geschlossen. Öffnen Sie es wieder, oder erfassen Sie ein neues.',
    done: 'Erledigt',
    search: 'Tickets durchsuchen',
    amongOpen: 'Bei den offenen suchen',
    nothing: 'Nichts gefunden',
    period: 'Zeitraum',
    from: 'Von',
    until: 'Bis',
  },
  en: {
    tickets: 'Tickets',
    create: 'New request',
    subject: 'What is it about?',
    description: 'Description',
    send: 'Send the request',
    required: 'Please fill this in.',
    now: 'just now',
    category: 'Category',
    chosen: 'Printing and scanning',
    owner: 'For whom?',
    watchers: 'Who follows it',
    colleague: 'Colleague',
    watch: 'Add',

    arrived: /^We have received your request: T-/,
    message: 'Your message',
    reply: 'Send the reply',
    replied: 'Your reply has been sent.',
    waiting: 'Waiting for you',
    close: 'Close the ticket',
    reopen: 'Reopen',
    reopened: 'The ticket is open again.',
    closedByMe: 'You closed the ticket',
    addedByMe: /^You added Kim Mitleser-en/,
    closed: 'This ticket is closed. Reopen it, or create a new one.',
    done: 'Done',
    search: 'Search the tickets',
    amongOpen: 'Search the open ones',
    nothing: 'Nothing found',
    period: 'Period',
    from: 'From',
    until: 'Until',
  },
} as const;

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('Tickets in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api;
  let customerId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    await addCategory(world.admin, 'Drucken und Scannen', { nameEn: 'Printing and scanning' });
    await addCategory(world.admin, 'Wartung', { shownToCustomers: false });
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let contact: Contact;
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      contact = await addContact(world, customerId, 'MAIN_USER', `Haupt-${look.language}`);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, contact.email, '/tickets');
      if (look.language === 'en') {
        await page.goto(`/p/${world.tenant.slug}/account`);
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('heading', { name: 'Account' }).waitFor();
        await page.goto(`/p/${world.tenant.slug}/tickets`);
      }
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('are recorded with a file, after what is missing has been asked for', async () => {
      await page.getByRole('link', { name: words.create }).first().click();
      await page.getByRole('heading', { name: words.create }).waitFor();
      await page.getByRole('button', { name: words.send }).click();
      expect(await page.getByText(words.required).count()).toBe(2);
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.subject).fill('Der Drucker druckt nicht');
      await page.getByLabel(words.description).fill('Seit heute früh.\nBitte um Hilfe.');
      await page.locator('input[type=file]').setInputFiles({
        name: 'Fehlermeldung.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('E-42'),
      });
      await page.getByText('Fehlermeldung.txt').waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.description).press('Control+Enter');
      await page.getByRole('heading', { name: 'Der Drucker druckt nicht' }).waitFor();
      await page.getByRole('status').getByText(words.arrived).waitFor();
      await page.getByRole('link', { name: 'Fehlermeldung.txt' }).waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
      expect(await visitor.findings()).toEqual([]);
      // Back leads to the list, not to an empty form.
      await page.goBack();
      await page.getByRole('heading', { name: words.tickets }).waitFor();
      await page.goForward();
      await page.getByRole('heading', { name: 'Der Drucker druckt nicht' }).waitFor();
    });

    it('show at once what staff answer, and go on when the customer replies', async () => {
      const id = page.url().split('/').at(-1) ?? '';
      await agent
        .post(`/staff/tickets/${id}/comments`)
        .send({ body: 'Ist er eingeschaltet?', visibility: 'PUBLIC' })
        .expect(201);
      await agent
        .post(`/staff/tickets/${id}/comments`)
        .send({ body: 'Streng intern', visibility: 'INTERNAL' });
      await page.getByText('Ist er eingeschaltet?').waitFor();
      const { headers } = await agent.get(`/staff/tickets/${id}`).expect(200);
      await agent
        .patch(`/staff/tickets/${id}`)
        .set('if-match', String(headers.etag))
        .send({ status: 'WAITING_FOR_CUSTOMER' })
        .expect(200);
      await page.locator('.pill', { hasText: words.waiting }).waitFor();
      await page.getByLabel(words.message).fill('Ja, natürlich.');
      await page.getByRole('button', { name: words.reply }).click();
      await page.getByRole('status').getByText(words.replied).waitFor();
      await page.getByRole('article').getByText('Ja, natürlich.').waitFor();
      // When exactly, for who points at it.
      const now = page.getByRole('article').getByText(words.now).first();
      await now.hover();
      expect(await now.getAttribute('title')).toMatch(/, \d\d:\d\d$/);
      expect(await page.getByLabel(words.message).inputValue()).toBe('');
      expect(await page.getByText('Streng intern').count()).toBe(0);
      // A complaint does not stand beside the news that all went well.
      await page.getByRole('button', { name: words.reply }).click();
      await page.getByText(words.required).waitFor();
      expect(await page.getByRole('status').textContent()).toBe('');
    });

    it('are closed after a question, and opened again, with what was being written', async () => {
      await page.getByLabel(words.message).fill('Noch eine Frage');
      await page.getByRole('button', { name: words.close }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.textContent')).toBe(words.close);
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: words.close }).click();
      await page.getByText(words.closed).waitFor();
      expect(await page.getByLabel(words.message).count()).toBe(0);
      await page.getByText(words.closedByMe).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.reopen }).click();
      await dialog.getByRole('button', { name: words.reopen }).click();
      await page.getByRole('status').getByText(words.reopened).waitFor();
      expect(await page.getByLabel(words.message).inputValue()).toBe('Noch eine Frage');
      await page.getByLabel(words.message).fill('');
    });

    it('are printed without a box to write in', async () => {
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      await page.emulateMedia({ media: 'print' });
      await page.getByLabel(words.message).waitFor({ state: 'hidden' });
      await page.getByText('Seit heute früh.').waitFor();
      // Between whom it is, and when it was: on paper nobody logs in, and nothing is so many minutes ago.
      await page.getByText(` · Müller & Söhne GmbH · Kim Haupt-${look.language}`).waitFor();
      const printed = await page
        .locator('time')
        .first()
        .evaluate((time) => getComputedStyle(time, '::after').content);
      expect(printed).toMatch(new RegExp(`${new Date().getFullYear()}.*:\\d\\d`));
      await page.emulateMedia({ media: 'screen' });
      await page.getByLabel(words.message).waitFor();
    });

    it('are found by word and by state, which the address remembers', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets`);
      const row = page.getByRole('row').filter({ hasText: 'Der Drucker druckt nicht' }).first();
      await row.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.search).fill('gibtesnicht');
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      expect(new URL(page.url()).searchParams.get('q')).toBe('gibtesnicht');
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.search).fill('');
      await row.waitFor();
      await page.getByRole('link', { name: words.done, exact: true }).click();
      await row.waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.get('view')).toBe('done');
      await page.goBack();
      await row.waitFor();
      // Whoever looks among those that are done is led to those that are not.
      await page.goto(`/p/${world.tenant.slug}/tickets?view=done&q=druckt`);
      await page.getByRole('link', { name: words.amongOpen }).click();
      await row.waitFor();
    });

    it('are found by the days on which they were recorded, which the address remembers', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets`);
      const row = page.getByRole('row').filter({ hasText: 'Der Drucker druckt nicht' }).first();
      await row.waitFor();
      await page.getByText(words.period, { exact: true }).click();
      await page.getByLabel(words.until, { exact: true }).fill('2020-12-31');
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.reload();
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      expect(await page.getByLabel(words.until, { exact: true }).inputValue()).toBe('2020-12-31');
      await page.getByLabel(words.until, { exact: true }).fill('');
      await row.waitFor();
      await page.getByLabel(words.from, { exact: true }).fill('2020-12-31');
      await page.waitForURL(/from=2020-12-31/);
      await row.waitFor();
      // Typed into the address: a day that is none narrows nothing.
      await page.goto(`/p/${world.tenant.slug}/tickets?from=2099-02-30&until=2020-13-45`);
      await row.waitFor();
    });

    it('can be worked on with the keyboard alone', async () => {
      await page.goto(`/p/${world.tenant.slug}/tickets`);
      await page.getByRole('row').nth(1).waitFor();
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      const to = page.getByRole('link', { name: 'Der Drucker druckt nicht' }).first();
      for (let presses = 0; presses < 20; presses++) {
        await page.keyboard.press('Tab');
        if (await to.evaluate((link) => link === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Der Drucker druckt nicht' }).waitFor();
      const message = page.getByLabel(words.message);
      for (let presses = 0; presses < 20; presses++) {
        await page.keyboard.press('Tab');
        if (await message.evaluate((field) => field === document.activeElement)) break;
      }
      await page.keyboard.type('Ohne Maus geschrieben');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('article').getByText('Ohne Maus geschrieben').waitFor();
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
        .getByText(/^(Sie lesen nicht mehr mit|You do not follow)/)
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
    const streaming = visitor.page.waitForResponse('**/portal/events');
    await visitor.logIn(world.tenant.slug, watcher.email, `/tickets/${String(body.id)}`);
    await visitor.page.getByRole('heading', { name: 'Nicht für alle' }).waitFor();
    await streaming;
    await owner.delete(path).expect(204);
    await visitor.page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();
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
