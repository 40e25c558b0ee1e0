import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { asSuperuser } from '../support/database';
import { addCategory, addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { addAgent, makeWorld, uniqueEmail, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';
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
    categorised: 'hat die Kategorie „Wartung“ gewählt',
    assign: 'Mir zuweisen',
    saved: 'Gespeichert.',
    status: 'Status',
    send: 'Absenden',
    choose: /^Bitte wählen Sie, für wen das ist/,
    publicKind: 'Antwort an den Kunden',
    internalKind: 'Interne Notiz',
    publicSend: 'An den Kunden senden',
    sendAndWait: 'Senden und warten',
    getsIt: 'Kim Eingeladen erhält sie per Mail.',
    getsNone: /^Ute Ungeladen erhält keine Mail/,
    refused: /^Die Mail an Kim Eingeladen ist nicht angekommen. Der Mailserver lehnt den Empfänger ab/,
    internalSend: 'Notiz speichern',
    publicDone: 'Die Antwort ist beim Kunden.',
    internalDone: 'Die Notiz ist gespeichert.',
    internal: 'Intern, der Kunde sieht es nicht',
    changed: /^Jemand hat das Ticket inzwischen geändert/,
    files: 'Dateien auswählen',
    canned: 'Textbaustein',
    watcher: 'Ansprechpartner',
    watch: 'Mitlesen lassen',
    watches: 'Kim Kollegin liest jetzt mit.',
    unwatch: 'Kim Kollegin nicht mehr mitlesen lassen',
    record: 'Ticket erfassen',
    recordSend: 'Ticket erfassen',
    customer: 'Kunde',
    noCustomer: 'Kein Kunde gefunden.',
    customerMissing: /^Bitte suchen Sie den Kunden/,
    contact: 'Ansprechpartner',
    device: 'Gerät',
    subject: 'Betreff',
    description: 'Beschreibung',
    recorded: /^Ticket T-.* ist erfasst\.$/,
    several: 'Gewählte Tickets ändern',
    mineAll: 'Mir zuweisen',
    change: (count: number) => (count === 1 ? '1 Ticket ändern' : `${count} Tickets ändern`),
    priority: 'Priorität',
    merge: 'Zusammenführen mit …',
    otherTicket: /^Das andere Ticket von/,
    happens: 'Was geschieht',
    closes: /wird geschlossen und geht in/,
    mergeNow: 'Zusammenführen',
    merged: /geht jetzt in .* weiter\.$/,
    goesOn: 'Dieses Ticket ist geschlossen und geht hier weiter:',
    reportHalf: '1 von 2 Tickets sind geändert.',
    reportOne: 'Das Ticket ist geändert.',
    meanwhile: /Jemand hat es inzwischen geändert/,
    addReply: 'Neuer Textbaustein',
    name: 'Name',
    text: 'Text',
    placeholder: 'Ticketnummer',
    save: 'Speichern',
    replyAdded: 'Der Textbaustein ist angelegt.',
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
    categorised: 'chose the category "Maintenance"',
    assign: 'Assign to me',
    saved: 'Saved.',
    status: 'Status',
    send: 'Send',
    choose: /^Please choose whom this is for/,
    publicKind: 'Answer to the customer',
    internalKind: 'Internal note',
    publicSend: 'Send to the customer',
    sendAndWait: 'Send and wait',
    getsIt: 'Kim Eingeladen gets it by mail.',
    getsNone: /^Ute Ungeladen gets no mail/,
    refused: /^The mail to Kim Eingeladen has not arrived. The mail server refuses the recipient/,
    internalSend: 'Save the note',
    publicDone: 'The customer has got the answer.',
    internalDone: 'The note has been saved.',
    internal: 'Internal, the customer does not see it',
    changed: /^Somebody has changed the ticket meanwhile/,
    files: 'Choose files',
    canned: 'Canned reply',
    watcher: 'Contact',
    watch: 'Let them follow',
    watches: 'Kim Kollegin follows it now.',
    unwatch: 'Do not let Kim Kollegin follow any more',
    record: 'Record a ticket',
    recordSend: 'Record the ticket',
    customer: 'Customer',
    noCustomer: 'No customer found.',
    customerMissing: /^Please search for the customer/,
    contact: 'Contact',
    device: 'Device',
    subject: 'Subject',
    description: 'Description',
    recorded: /^Ticket T-.* has been recorded\.$/,
    several: 'Change the chosen tickets',
    mineAll: 'Assign to me',
    change: (count: number) => (count === 1 ? 'Change 1 ticket' : `Change ${count} tickets`),
    priority: 'Priority',
    merge: 'Merge with …',
    otherTicket: /^The other ticket of/,
    happens: 'What will happen',
    closes: /is closed and goes on in/,
    mergeNow: 'Merge',
    merged: /now goes on in/,
    goesOn: 'This ticket is closed and goes on here:',
    reportHalf: '1 of 2 tickets have been changed.',
    reportOne: 'The ticket has been changed.',
    meanwhile: /Somebody has changed it meanwhile/,
    addReply: 'New canned reply',
    name: 'Name',
    text: 'Text',
    placeholder: 'Ticket number',
    save: 'Save',
    replyAdded: 'The canned reply has been added.',
  },
} as const;

describe('Tickets of staff in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let colleague: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    await addCategory(world.admin, 'Wartung', { nameEn: 'Maintenance', shownToCustomers: false });
    const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER');
    colleague = await addContact(world, customerId, 'USER', 'Kollegin');
    await world.admin.post(`/staff/customers/${customerId}/devices`).send({ name: 'Drucker Empfang' });
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
          const { headers } = await agent.get(`/staff/tickets/${id}`).expect(200);
          await agent
            .patch(`/staff/tickets/${id}`)
            .set('if-match', String(headers.etag))
            .send({ priority: 'URGENT' })
            .expect(200);
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

    it('say whether an answer leaves as a mail, and beside it when it has not arrived', async () => {
      const customer = await addCustomer(world.admin, `Stumm ${look.language}`);
      const { body: contact } = await world.admin
        .post(`/staff/customers/${customer}/contacts`)
        .send({ firstName: 'Ute', lastName: 'Ungeladen', email: uniqueEmail('ute') })
        .expect(201);
      const { contactId } = await addContact(world, customer, 'USER', 'Eingeladen');
      const open = async (whose: string): Promise<string> => {
        const sent = { subject: 'Maus klemmt', description: 'Sie klemmt.', contactId: whose };
        const { body } = await world.admin.post('/staff/tickets').send(sent).expect(201);
        await page.goto(`/staff/${world.tenant.slug}/tickets/${body.id}`);
        await page.getByRole('button', { name: words.publicKind }).waitFor();
        await page.keyboard.press('a');
        return String(body.id);
      };
      await open(contact.id);
      await page.getByText(words.getsNone).waitFor();
      const ticketId = await open(contactId);
      await page.getByText(words.getsIt).waitFor();
      await page.keyboard.type('Welche Maus?');
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.sendAndWait }).click();
      await page.getByRole('status').getByText(words.publicDone).waitFor();
      const { body } = await world.admin.get(`/staff/tickets/${ticketId}`).expect(200);
      expect(body.status).toBe('WAITING_FOR_CUSTOMER');
      await jobsDone();
      await asSuperuser(
        `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
         WHERE template = 'ticket-reply' AND payload->>'ticketId' = $1`,
        [ticketId],
      );
      await page.reload();
      await page.getByRole('article').filter({ hasText: 'Welche Maus?' }).getByText(words.refused).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
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

    it('carry files, seen by whoever sees what they belong to', async () => {
      const attach = (name: string): Promise<void> =>
        page
          .locator('.answer input[type=file]')
          .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
      for (const [kind, send, done, name] of [
        [words.publicKind, words.publicSend, words.publicDone, 'Anleitung.txt'],
        [words.internalKind, words.internalSend, words.internalDone, 'Zugangsdaten.txt'],
      ] as const) {
        await page.getByRole('button', { name: kind }).click();
        await page.locator('textarea[name=body]').fill(`Anbei ${name}`);
        await attach(name);
        await page.getByRole('button', { name: send }).click();
        await page.getByRole('status').getByText(done).waitFor();
        await page
          .getByRole('article')
          .filter({ hasText: `Anbei ${name}` })
          .getByRole('link', { name })
          .waitFor();
      }
      const { body } = await contact.get(`/portal/tickets/${id}`).expect(200);
      expect(body.attachments.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
        'Anleitung.txt',
      ]);
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

    it('are answered with a text that an admin has written before', async () => {
      const name = `Eingang, ${look.language}`;
      await page.goto(`/staff/${world.tenant.slug}/canned-replies`);
      await page.getByRole('button', { name: words.addReply }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.name, { exact: true }).fill(name);
      await dialog.getByLabel(words.text, { exact: true }).fill('Hallo {{contactName}}: ');
      await dialog.getByRole('button', { name: words.placeholder }).click();
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('button', { name: words.save }).click();
      await page.getByRole('status').getByText(words.replyAdded).waitFor();
      const row = page.getByRole('row').filter({ hasText: name });
      await row.getByText('Hallo {{contactName}}: {{ticketNumber}}').waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('button', { name: words.canned }).click();
      await dialog.getByRole('searchbox').fill(name);
      expect(await visitor.findings()).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      const { body: ticket } = await agent.get(`/staff/tickets/${id}`).expect(200);
      const text = page.locator('textarea[name=body]');
      expect(await text.inputValue()).toBe(`Hallo Kim Muster: ${ticket.number}`);
      // Where one goes on writing.
      await until(page, `document.activeElement?.tagName === 'TEXTAREA'`);
      await text.fill('');
    });

    it('are recorded in the name of a contact', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets`);
      await page.getByRole('link', { name: words.record }).click();
      await page.getByLabel(words.subject).fill(`Am Telefon, ${look.language}`);
      await page.getByLabel(words.description).fill('Frau Muster rief an.');
      await page.getByRole('button', { name: words.recordSend }).click();
      await page.getByText(words.customerMissing).waitFor();
      await page.getByLabel(words.customer, { exact: true }).fill('Müller');
      await page.getByRole('button', { name: /^Müller & Söhne GmbH/ }).click();
      await page.getByLabel(words.contact).selectOption(contact.contactId);
      await page.getByLabel(words.device).selectOption({ label: 'Drucker Empfang' });
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'Foto.txt', mimeType: 'text/plain', buffer: Buffer.from('Foto') });
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.recordSend }).click();
      await page.getByRole('status').getByText(words.recorded).waitFor();
      await page.getByRole('heading', { name: `Am Telefon, ${look.language}`, level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Foto.txt' }).waitFor();
      const { body } = await contact.get('/portal/tickets?mine=true').expect(200);
      expect(body.items[0]).toMatchObject({ subject: `Am Telefon, ${look.language}` });
    });

    it('say it where the customer that an address names is not there, and find another one', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets/new?customer=${randomUUID()}`);
      await page.getByRole('alert').getByText(words.noCustomer).waitFor();
      expect(await visitor.findings()).toEqual([]);
      visitor.complaints.splice(0, Infinity, ...visitor.complaints.filter((text) => !/ 404 /.test(text)));
      const search = page.getByLabel(words.customer, { exact: true });
      await search.fill('Müller');
      await page.getByRole('button', { name: /^Müller & Söhne GmbH/ }).waitFor();
      await search.press('Enter');
      await page.getByLabel(words.contact).selectOption(contact.contactId);
      expect(await page.getByRole('alert').count()).toBe(0);
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
      await several.getByLabel(words.priority).selectOption('HIGH');
      await several.getByLabel(words.category).selectOption({ index: 1 });
      await several.getByLabel(words.status, { exact: true }).selectOption('RESOLVED');
      expect(await visitor.findings()).toEqual([]);
      await page.route(
        `**/api/v1/staff/tickets/${ids[2]}`,
        async (route) => {
          const { headers } = await agent.get(`/staff/tickets/${ids[2]}`).expect(200);
          await agent
            .patch(`/staff/tickets/${ids[2]}`)
            .set('if-match', String(headers.etag))
            .send({ status: 'IN_PROGRESS' })
            .expect(200);
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
      const { body } = await agent.get(`/staff/tickets/${ids[2]}`).expect(200);
      expect(body.assignee).toMatchObject({ name: 'Anna Admin' });
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
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('radio').first().press('Control+Enter');
      await page.getByRole('status').getByText(words.merged).waitFor();
      await page.getByRole('article').getByText(`Zweites ${look.language}`).waitFor();
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

    it('show at once what the customer answers', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('article').first().waitFor();
      await contact.post(`/portal/tickets/${id}/comments`).send({ body: 'Hilft nicht.' }).expect(201);
      await page.getByRole('article').getByText('Hilft nicht.').waitFor();
    });
  });
});
