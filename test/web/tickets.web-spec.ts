import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, type Visitor } from './support/browser';
import { pressOn, tabTo } from './support/keys';
import { mainUserAt } from './support/main-user';

const WORDS = {
  de: {
    tickets: 'Tickets',
    create: 'Neue Anfrage',
    subject: 'Worum geht es?',
    description: 'Beschreibung',
    send: 'Anfrage senden',
    required: 'Bitte ausfüllen.',
    now: 'gerade eben',
    arrived: /^Ihre Anfrage ist eingegangen: T-/,
    message: 'Ihre Nachricht',
    reply: 'Antwort senden',
    replied: 'Ihre Antwort ist gesendet.',
    waiting: 'Wartet auf Sie',
    close: 'Ticket schließen',
    reopen: 'Wieder öffnen',
    reopened: 'Das Ticket ist wieder offen.',
    closedByMe: 'Sie haben das Ticket geschlossen',
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
    arrived: /^We have received your request: T-/,
    message: 'Your message',
    reply: 'Send the reply',
    replied: 'Your reply has been sent.',
    waiting: 'Waiting for you',
    close: 'Close the ticket',
    reopen: 'Reopen',
    reopened: 'The ticket is open again.',
    closedByMe: 'You closed the ticket',
    closed: 'This ticket is closed. Reopen it, or create a new one.',
    done: 'Done',
    search: 'Search the tickets',
    amongOpen: 'Search open tickets',
    nothing: 'Nothing found',
    period: 'Period',
    from: 'From',
    until: 'Until',
  },
} as const;

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
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      ({ visitor, page } = await mainUserAt('/tickets', { world, customerId }, browser, look));
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
      await agent.change(`/staff/tickets/${id}`, { status: 'WAITING_FOR_CUSTOMER' });
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
      await pressOn(page, page.getByRole('link', { name: 'Der Drucker druckt nicht' }).first(), 20);
      await page.getByRole('heading', { name: 'Der Drucker druckt nicht' }).waitFor();
      await tabTo(page, page.getByLabel(words.message), 20);
      await page.keyboard.type('Ohne Maus geschrieben');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('article').getByText('Ohne Maus geschrieben').waitFor();
    });
  });
});
