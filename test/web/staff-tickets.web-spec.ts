import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addCategory, addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    unassigned: /^Ohne Bearbeiter/,
    mine: /^Meine/,
    search: 'Tickets durchsuchen',
    nothing: 'Nichts gefunden',
    category: 'Kategorie',
    categorised: 'hat die Kategorie „Wartung“ gewählt',
    assign: 'Mir zuweisen',
    saved: 'Gespeichert.',
    status: 'Status',
    send: 'Absenden',
    choose: /^Bitte wählen Sie, für wen das ist/,
    publicKind: 'Antwort an den Kunden',
    internalKind: 'Interne Notiz',
    publicSend: 'An den Kunden senden',
    internalSend: 'Notiz speichern',
    publicDone: 'Die Antwort ist beim Kunden.',
    internalDone: 'Die Notiz ist gespeichert.',
    internal: 'Intern, der Kunde sieht es nicht',
    changed: /^Jemand hat das Ticket inzwischen geändert/,
  },
  en: {
    unassigned: /^Unassigned/,
    mine: /^Mine/,
    search: 'Search the tickets',
    nothing: 'Nothing found',
    category: 'Category',
    categorised: 'chose the category "Maintenance"',
    assign: 'Assign to me',
    saved: 'Saved.',
    status: 'Status',
    send: 'Send',
    choose: /^Please choose whom this is for/,
    publicKind: 'Answer to the customer',
    internalKind: 'Internal note',
    publicSend: 'Send to the customer',
    internalSend: 'Save the note',
    publicDone: 'The customer has got the answer.',
    internalDone: 'The note has been saved.',
    internal: 'Internal, the customer does not see it',
    changed: /^Somebody has changed the ticket meanwhile/,
  },
} as const;

describe('Tickets of staff in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    await addCategory(world.admin, 'Wartung', { nameEn: 'Maintenance', shownToCustomers: false });
    contact = await addContact(world, await addCustomer(world.admin, 'Müller & Söhne GmbH'), 'MAIN_USER');
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;
    let id: string;
    let subject: string;

    beforeAll(async () => {
      subject = `Drucker druckt nicht, ${look.language}`;
      const { body } = await contact
        .post('/portal/tickets')
        .send({ subject, description: 'Seit heute früh.' });
      id = body.id;
      await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/tickets', 'staff');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !text.includes('412'))).toEqual([]);
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
      // Between what the page has read and what it sends.
      await page.route(
        `**/api/v1/staff/tickets/${id}`,
        async (route) => {
          const { headers } = await agent.get(`/staff/tickets/${id}`).expect(200);
          await agent
            .patch(`/staff/tickets/${id}`)
            .set('if-match', String(headers.etag))
            .send({ priority: 'URGENT' })
            .expect(200);
          await route.continue();
        },
        { times: 1 },
      );
      await page.getByLabel(words.status, { exact: true }).selectOption('WAITING_FOR_CUSTOMER');
      await page.getByText(words.changed).waitFor();
      await page.locator('.page-head .pill.bad').waitFor();
      expect(await visitor.findings()).toEqual([]);
      // The word about the assignment may stand there still.
      const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
      await page.getByLabel(words.status, { exact: true }).selectOption('WAITING_FOR_CUSTOMER');
      await saved;
      await page.getByRole('status').getByText(words.saved).waitFor();
      const { body } = await world.admin.get(`/staff/tickets/${id}`).expect(200);
      expect(body).toMatchObject({ status: 'WAITING_FOR_CUSTOMER', priority: 'URGENT' });
    });

    it('are answered or noted about, never without a choice between the two', async () => {
      const text = page.locator('textarea[name=body]');
      await text.fill('Nur unter uns');
      await page.getByRole('button', { name: words.send, exact: true }).click();
      await page.getByText(words.choose).waitFor();
      await page.getByRole('button', { name: words.internalKind }).click();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.internalSend }).click();
      await page.getByRole('status').getByText(words.internalDone).waitFor();
      await page
        .getByRole('article')
        .filter({ hasText: 'Nur unter uns' })
        .getByText(words.internal)
        .waitFor();
      await page.getByRole('button', { name: words.publicKind }).click();
      await text.fill('Bitte einmal neu starten.');
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.publicSend }).click();
      await page.getByRole('status').getByText(words.publicDone).waitFor();
      await page.getByRole('article').getByText('Bitte einmal neu starten.').waitFor();
      expect(await visitor.findings()).toEqual([]);
      const { body } = await contact.get(`/portal/tickets/${id}/comments`).expect(200);
      expect(body.items.map((comment: { body: string }) => comment.body)).toEqual([
        'Bitte einmal neu starten.',
      ]);
    });

    it('show at once what the customer answers', async () => {
      await contact.post(`/portal/tickets/${id}/comments`).send({ body: 'Hilft nicht.' }).expect(201);
      await page.getByRole('article').getByText('Hilft nicht.').waitFor();
    });
  });
});
