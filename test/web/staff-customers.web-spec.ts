import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { asSuperuser } from '../support/database';
import { newestMail, tokenFrom } from '../support/mailbox';
import { addContact, addCustomer } from '../support/population';
import { firstLogin, makeWorld, uniqueEmail, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    search: 'Kunden suchen',
    add: 'Neuer Kunde',
    asFile: 'Als CSV-Datei',
    name: 'Firmenname',
    save: 'Speichern',
    edit: 'Bearbeiten',
    phone: /^Telefon/,
    addContact: 'Neuer Ansprechpartner',
    lastName: 'Nachname',
    email: /^E-Mail-Adresse/,
    activate: 'Aktivieren: Neumann',
    submit: 'Aktivieren und Mail senden',
    chooseRole: 'Bitte wählen Sie die Rolle.',
    mainUser: /^Hauptbenutzer/,
    invited: 'Eingeladen',
    hasComeIn: 'Aktiv',
    noArticle: 'Kein Artikel gefunden',
    sent: /^Mail versendet: /,
    refused: 'Mail nicht zustellbar. Der Mailserver lehnt den Empfänger ab. Stimmt die Adresse? (550 5.1.1)',
    manage: 'Verwalten: Neumann',
    again: 'Zugangsdaten erneut senden',
    toUser: 'Zum Benutzer machen',
    roleChanged: 'Die neue Rolle gilt sofort.',
    deactivate: 'Deaktivieren',
    reactivate: 'Wieder aktivieren: Neumann',
    changed: /^Jemand hat das inzwischen geändert/,
    emailMissing: /^Der Ansprechpartner hat keine E-Mail-Adresse/,
    select: (name: string) => `${name} auswählen`,
    several: 'Zugang für 3 aktivieren',
    getsMail: 'Erhält eine Mail',
    hasAccess: 'Hat schon Zugang',
    noEmail: 'Keine E-Mail-Adresse',
    oneMail: 'Eine Mail senden',
    report: 'Eine Mail geht hinaus.',
    joined: 'Zugänge vergeben: Diese Kunden haben neue Ansprechpartner',
    nobodyYet: 'Noch keine Ansprechpartner',
    fromFile: 'Aus CSV-Datei',
    chooseFile: 'CSV-Datei auswählen',
    applyRows: '3 Zeilen übernehmen',
    twoMails: '2 Mails senden',
    twoLast: /^2 Mails gehen hinaus\. Eine nach der anderen, die letzte am /,
    close: 'Schließen',
    shop: 'OnlineShop',
    shopSwitch: 'Shop',
    open: 'Steht dem Kunden offen',
    closed: 'Geschlossen',
    saved: 'Gespeichert.',
    nothingFound: 'Nichts gefunden',
    erase: 'Löschen …',
    moveTo: 'Zu anderem Kunden …',
    staysThere: /bleiben beim bisherigen Kunden/,
    move: 'Zuordnen',
    final: 'Das lässt sich nicht rückgängig machen.',
    eraseForGood: 'Endgültig löschen',
    noContacts: 'Noch keine Ansprechpartner',
    archive: 'Archivieren',
    archiveList: 'Archiv',
    loses: /(verliert|verlieren) sofort den Zugang|Niemand von dieser Firma hat/,
    checkAgain: /^Jemand hat diesen Kunden inzwischen geändert/,
    archivedSince: /^Im Archiv seit /,
    restore: 'Zurückholen',
  },
  en: {
    search: 'Search the customers',
    add: 'New customer',
    asFile: 'As a CSV file',
    name: 'Company name',
    save: 'Save',
    edit: 'Edit',
    phone: /^Phone/,
    addContact: 'New contact',
    lastName: 'Last name',
    email: /^E-mail address/,
    activate: 'Activate: Neumann',
    submit: 'Activate and send the mail',
    chooseRole: 'Please choose the role.',
    mainUser: /^Main user/,
    invited: 'Invited',
    hasComeIn: 'Active',
    noArticle: 'No article found',
    sent: /^Mail sent: /,
    refused:
      'Mail could not be delivered. The mail server refuses the recipient. Is the address right? (550 5.1.1)',
    manage: 'Manage: Neumann',
    again: 'Send the credentials again',
    toUser: 'Make a user',
    roleChanged: 'The new role holds at once.',
    deactivate: 'Deactivate',
    reactivate: 'Activate again: Neumann',
    changed: /^Somebody has changed this meanwhile/,
    emailMissing: /^The contact has no e-mail address/,
    select: (name: string) => `Select ${name}`,
    several: 'Activate access for 3',
    getsMail: 'Gets a mail',
    hasAccess: 'Has access already',
    noEmail: 'No e-mail address',
    oneMail: 'Send one mail',
    report: 'One mail leaves.',
    joined: 'Give access: these customers have new contacts',
    nobodyYet: 'No contacts yet',
    fromFile: 'From a CSV file',
    chooseFile: 'Choose a CSV file',
    applyRows: 'Import 3 rows',
    twoMails: 'Send 2 mails',
    twoLast: /^2 mails leave\. They leave one after the other, the last one on /,
    close: 'Close',
    shop: 'OnlineShop',
    shopSwitch: 'Shop',
    open: 'Open for the customer',
    closed: 'Closed',
    saved: 'Saved.',
    nothingFound: 'Nothing found',
    erase: 'Delete …',
    moveTo: 'To another customer …',
    staysThere: /stay with the old customer/,
    move: 'Move',
    final: 'This cannot be undone.',
    eraseForGood: 'Delete for good',
    noContacts: 'No contacts yet',
    archive: 'Archive',
    archiveList: 'Archive',
    loses: /(loses|lose) access at once|Nobody of this company has/,
    checkAgain: /^Somebody has changed this customer meanwhile/,
    archivedSince: /^In the archive since /,
    restore: 'Bring back',
  },
} as const;

describe('Customers in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    const name = `Gärtnerei Blüm ${look.language}`;
    const email = uniqueEmail('neumann');
    let visitor: Visitor;
    let page: Page;
    let id: string;
    const dialog = () => page.getByRole('dialog');
    const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click();
    const done = () => dialog().waitFor({ state: 'detached' });

    beforeAll(async () => {
      await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/customers', 'staff');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !/ (412|422) /.test(text))).toEqual([]);
    });

    it('are added, found by word, and say so when somebody else has changed them meanwhile', async () => {
      await press(words.add);
      await dialog().getByLabel(words.name).fill(name);
      expect(await visitor.findings()).toEqual([]);
      await dialog().getByRole('button', { name: words.save }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      id = page.url().split('/').at(-1) ?? '';
      await page.goto(`/staff/${world.tenant.slug}/customers`);
      const file = page.getByRole('link', { name: words.asFile });
      expect(await file.getAttribute('href')).toBe('/api/v1/staff/customers/exports');
      await page.getByLabel(words.search).fill('Blüm');
      await page.waitForURL(/q=Bl/);
      await page.getByRole('row').filter({ hasText: name }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('link', { name }).click();

      await press(words.edit);
      const { headers } = await world.admin.get(`/staff/customers/${id}`).expect(200);
      await world.admin
        .patch(`/staff/customers/${id}`)
        .set('if-match', String(headers.etag))
        .send({ city: 'Bonn' })
        .expect(200);
      await dialog().getByLabel(words.phone).fill('+49 228 4711');
      await dialog().getByRole('button', { name: words.save }).click();
      await dialog().getByText(words.changed).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await dialog().getByRole('button', { name: words.save }).click();
      await done();
      const { body } = await world.admin.get(`/staff/customers/${id}`).expect(200);
      expect(body).toMatchObject({ city: 'Bonn', phone: '+49 228 4711' });
    });

    it('have contacts who get access with a role and a mail, see its delivery, and lose it', async () => {
      await press(words.addContact);
      await dialog().getByLabel(words.lastName).fill('Neumann');
      await dialog().getByRole('button', { name: words.save }).click();
      await done();
      await press(words.activate);
      await press(words.submit);
      await dialog().getByText(words.chooseRole).waitFor();
      await dialog().getByLabel(words.mainUser).check();
      await press(words.submit);
      await dialog().getByText(words.emailMissing).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await done();
      await page.locator('.contact-name button').click();
      await dialog().getByLabel(words.email).fill(email);
      await dialog().getByRole('button', { name: words.save }).click();
      await done();

      await press(words.activate);
      await dialog().getByText(email).waitFor();
      await dialog().getByLabel(words.mainUser).check();
      await press(words.submit);
      await done();
      const row = page.getByRole('row').filter({ hasText: 'Neumann' });
      await row.getByText(words.invited).waitFor();
      const mail = await newestMail(email);
      expect(tokenFrom(mail)).not.toBe('');
      await row.getByText(words.sent).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await asSuperuser(
        `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
         WHERE tenant_id = (SELECT id FROM tenants WHERE slug = $1) AND template = 'credentials'`,
        [world.tenant.slug],
      );
      await page.reload();
      await row.getByText(words.refused, { exact: true }).waitFor();
      expect(await visitor.findings()).toEqual([]);

      await press(words.manage);
      await press(words.again);
      expect(tokenFrom(await newestMail(email, { after: mail }))).not.toBe(tokenFrom(mail));
      await press(words.toUser);
      // Within the dialog, which makes everything outside of it silent.
      await dialog().getByRole('status').getByText(words.roleChanged).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await press(words.deactivate);
      await done();
      await page.getByRole('button', { name: words.reactivate }).waitFor();
      const { body } = await world.admin.get(`/staff/customers/${id}/contacts`).expect(200);
      expect(body.items[0].portalAccess).toEqual({ state: 'DEACTIVATED', role: 'USER' });
    });

    it('give access to several contacts at once, after it was shown who gets a mail', async () => {
      const customerId = await addCustomer(world.admin, `Viele & Co. ${look.language}`);
      await addContact(world, customerId, 'USER', 'Schonda');
      const late = uniqueEmail('spaeter');
      const contacts = `/staff/customers/${customerId}/contacts`;
      await world.admin.post(contacts).send({ lastName: 'Spaeter', email: late }).expect(201);
      await world.admin.post(contacts).send({ lastName: 'Stumm' }).expect(201);
      await page.goto(`/staff/${world.tenant.slug}/customers/${customerId}`);
      for (const who of ['Kim Schonda', 'Spaeter', 'Stumm']) {
        await page.getByLabel(words.select(who), { exact: true }).check();
      }
      await press(words.several);
      const of = (who: string) => dialog().getByRole('listitem').filter({ hasText: who });
      await of('Schonda').getByText(words.hasAccess).waitFor();
      await of('Spaeter').getByText(words.getsMail).waitFor();
      await of('Stumm').getByText(words.noEmail).waitFor();
      await dialog().getByLabel(words.mainUser).check();
      expect(await visitor.findings()).toEqual([]);
      await press(words.oneMail);
      await dialog().getByText(words.report).waitFor();
      await newestMail(late);
      await press(words.close);
      const { body } = await world.admin.get(contacts).expect(200);
      const roles = body.items.map((item: Listed) => [item.lastName, item.portalAccess.role]);
      expect(roles).toEqual([
        ['Schonda', 'USER'],
        ['Spaeter', 'MAIN_USER'],
        ['Stumm', null],
      ]);
    });

    it('come from a file with their contacts, who are invited from the report in three steps', async () => {
      const customerId = await addCustomer(world.admin, `Neu & Viele ${look.language}`);
      const [ada, ben] = [uniqueEmail('ada'), uniqueEmail('ben')];
      const rows = [`Ada;Byte;${ada}`, `Ben;Bit;${ben}`, ';Pforte;'];
      const buffer = Buffer.from(`Vorname;Nachname;E-Mail\r\n${rows.join('\r\n')}\r\n`);
      await page.goto(`/staff/${world.tenant.slug}/customers/${customerId}`);
      // Who comes this way has seen a list without them.
      await page.getByText(words.nobodyYet).waitFor();
      await page.getByRole('link', { name: words.fromFile }).click();
      // The customer goes along: neither the file nor its template names them.
      await page.getByRole('link', { name: `Neu & Viele ${look.language}` }).waitFor();
      const template = await page.locator('a[download]').first().getAttribute('href');
      expect(template).not.toContain('Kundennummer');
      expect(await visitor.findings()).toEqual([]);
      await page
        .getByLabel(words.chooseFile)
        .setInputFiles({ name: 'leute.csv', mimeType: 'text/csv', buffer });
      await press(words.applyRows);
      const joined = page.getByRole('navigation', { name: words.joined });
      await joined.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await joined.getByRole('link').click();
      await dialog().getByText(words.getsMail).nth(1).waitFor();
      expect(await dialog().getByRole('listitem').count()).toBe(2);
      await dialog().getByLabel(words.mainUser).check();
      await press(words.twoMails);
      await dialog().getByText(words.twoLast).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await press(words.close);
      await done();
      await newestMail(ben);
      for (const who of ['Byte', 'Bit']) {
        await page.getByRole('row').filter({ hasText: who }).getByText(words.sent).waitFor();
      }
      expect(new URL(page.url()).search).toBe('');
    });

    it('have shops that are switched for them alone', async () => {
      const shop = page.getByRole('group', { name: words.shop });
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('ON');
      await shop.getByText(words.open).waitFor();
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('OFF');
      await shop.getByText(words.closed).waitFor();
      await page.getByRole('status').getByText(words.saved).waitFor();
      // What is chosen before the answer to another choice is not lost.
      const prices = shop.getByRole('combobox').nth(1);
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('ON');
      await prices.selectOption('OFF');
      while ((await prices.inputValue()) !== 'OFF') await sleep(50);
      await shop.getByText(words.open).waitFor();
    });

    it('follow what a colleague does to them, without a reload', async () => {
      const customerId = await addCustomer(world.admin, `Beobachtet ${look.language}`);
      const customer = `/staff/customers/${customerId}`;
      await page.goto(`/staff/${world.tenant.slug}/customers/${customerId}`);
      await page.getByText(words.nobodyYet).waitFor();
      const shop = page.getByRole('group', { name: words.shop });
      await shop.getByText(words.open).or(shop.getByText(words.closed)).waitFor();
      const contacts = `${customer}/contacts`;
      const sent = { lastName: 'Neulich', email: uniqueEmail('neulich') };
      const { body: contact } = await world.admin.post(contacts).send(sent).expect(201);
      const row = page.getByRole('row').filter({ hasText: 'Neulich' });
      await row.waitFor();
      await world.admin.put(`/staff/contacts/${contact.id}/portal-access`).send({ role: 'USER' }).expect(200);
      await row.getByText(words.invited).waitFor();
      await firstLogin(world.tenant.slug, sent.email);
      await row.getByText(words.hasComeIn, { exact: true }).waitFor();
      await world.admin.post(`${customer}/devices`).send({ name: 'Plotter im Flur' }).expect(201);
      await page.getByRole('button', { name: 'Plotter im Flur' }).waitFor();
      const switches = `${customer}/shop-settings`;
      for (const [enabled, holds] of [
        ['ON', words.open],
        ['OFF', words.closed],
      ] as const) {
        const { headers } = await world.admin.get(switches).expect(200);
        const change = world.admin.patch(switches).set('if-match', String(headers.etag));
        await change.send({ onlineShop: { enabled } }).expect(200);
        await shop.getByText(holds).waitFor();
      }
    });

    it('follow what a colleague imports, without a reload', async () => {
      const [list, articles] = [page, await visitor.anotherTab()];
      const file = (text: string): Buffer => Buffer.from(`${text}\r\n`);
      const word = `Importiert ${look.language}`;
      await list.goto(`/staff/${world.tenant.slug}/customers?q=${encodeURIComponent(word)}`);
      await list.getByRole('heading', { name: words.nothingFound }).waitFor();
      await articles.goto(`/staff/${world.tenant.slug}/catalog?q=${encodeURIComponent(word)}`);
      await articles.getByRole('heading', { name: words.noArticle }).waitFor();
      for (const [kind, rows] of [
        ['customers', `Kundennummer;Name\r\nI-${look.language};${word}`],
        ['articles', `Artikelnummer;Name\r\nA-${look.language};${word}`],
      ] as const) {
        const sent = world.admin.post(`/staff/${kind}/imports`).attach('file', file(rows), `${kind}.csv`);
        await sent.expect(200);
      }
      await list.getByRole('row').filter({ hasText: word }).waitFor();
      await articles.getByRole('row').filter({ hasText: word }).waitFor();
      await articles.close();
    });

    it('leave with all accesses, are found in the archive, and come back', async () => {
      await page.goto(`/staff/${world.tenant.slug}/customers/${id}`);
      await press(words.archive);
      await dialog().getByText(words.loses).waitFor();
      expect(await visitor.findings()).toEqual([]);
      const { headers } = await world.admin.get(`/staff/customers/${id}`).expect(200);
      await world.admin
        .patch(`/staff/customers/${id}`)
        .set('if-match', String(headers.etag))
        .send({ city: 'Köln' })
        .expect(200);
      await dialog().getByRole('button', { name: words.archive }).click();
      await dialog().getByText(words.checkAgain).waitFor();
      await dialog().getByRole('button', { name: words.archive }).click();
      await page.getByText(words.archivedSince).waitFor();
      await done();
      await page.goto(`/staff/${world.tenant.slug}/customers?q=Bl%C3%BCm`);
      await page
        .getByRole('table')
        .or(page.getByRole('heading', { name: words.nothingFound }))
        .waitFor();
      expect(await page.getByRole('link', { name }).count()).toBe(0);
      await page.getByRole('link', { name: words.archiveList, exact: true }).click();
      await page.getByRole('link', { name }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('link', { name }).click();
      await press(words.restore);
      await dialog().getByRole('button', { name: words.restore }).click();
      await done();
      await page.getByText(words.archivedSince).waitFor({ state: 'detached' });
    });

    it('have contacts who go to another customer and come back, after it was shown what stays', async () => {
      const to = async (customer: string): Promise<void> => {
        await page.locator('.contact-name button').click();
        await press(words.moveTo);
        await dialog().last().getByRole('searchbox').fill(customer);
        await dialog().last().getByRole('button', { name: customer }).click();
      };
      const elsewhere = await addCustomer(world.admin, `Anderswo ${look.language}`);
      await to(`Anderswo ${look.language}`);
      await dialog().getByText(words.staysThere).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await press(words.move);
      await page.getByRole('heading', { name: words.noContacts }).waitFor();
      // Neither is the form of somebody left open who is not here any more.
      await dialog().first().waitFor({ state: 'detached' });
      await page.goto(`/staff/${world.tenant.slug}/customers/${elsewhere}`);
      await to(name);
      await press(words.move);
      await page.getByRole('heading', { name: words.noContacts }).waitFor();
      await page.goto(`/staff/${world.tenant.slug}/customers/${id}`);
    });

    it('have contacts who are deleted for good, after it was shown what stays', async () => {
      await page.locator('.contact-name button').click();
      await press(words.erase);
      await dialog().getByText(words.final).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await press(words.eraseForGood);
      await dialog().first().waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: words.noContacts }).waitFor();
      const { body } = await world.admin.get(`/staff/customers/${id}/contacts`).expect(200);
      expect(body.items).toEqual([]);
      expect(await page.getByText(email).count()).toBe(0);
    });
  });
});

interface Listed {
  readonly lastName: string;
  readonly portalAccess: { readonly role: string | null };
}
