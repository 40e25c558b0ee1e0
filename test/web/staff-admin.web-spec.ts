import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { asSuperuser } from '../support/database';
import { jobsDone } from '../support/rows';
import { addCustomer } from '../support/population';
import { addAgent, makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);

const WORDS = {
  de: {
    administration: 'Administration',
    more: 'Mehr',
    firstSteps: 'Erste Schritte',
    goOn: 'Weiter einrichten',
    skipArticles: 'Überspringen: Artikel',
    articlesSkipped: 'Artikel: übersprungen.',
    sendTest: 'Testmail senden',
    testSent: /^Der Mailserver hat die Mail an .* angenommen/,
    stepDone: 'Erledigt',
    importCustomers: 'Kunden importieren',
    openShops: /sobald Sie in den Einstellungen die Shops öffnen/,
    imports: 'Import aus CSV-Dateien',
    dismiss: 'Ausblenden',
    mails: 'Mails',
    testMail: 'Testmail',
    refused: 'Der Mailserver lehnt den Empfänger ab. Stimmt die Adresse? (550 5.1.1)',
    resendChosen: '1 gewählte erneut senden',
    mailResent: 'Die Mail wird noch einmal versucht.',
    allSent: 'Alle Mails sind versendet',
    logOutAll: 'Überall abmelden',
    loggedOut: 'Jana Schuster ist überall abgemeldet.',
    settings: 'Einstellungen',
    portalName: 'Name des Portals',
    terms: /^Stand der AGB/,
    replyTo: /^Antworten gehen an/,
    imprint: /^Impressum \(Adresse\)/,
    save: 'Speichern',
    saved: 'Gespeichert.',
    changed: /^Jemand hat das inzwischen geändert/,
    proof: 'Bitte bestätigen Sie mit Ihrem Passwort',
    password: 'Ihr Passwort',
    confirm: 'Bestätigen',
    wrong: 'Das bisherige Passwort stimmt nicht.',
    cancel: 'Abbrechen',
    notSaved: /^Noch nicht gespeichert/,
    brand: 'Erscheinungsbild',
    colour: /^Farbe als Hex-Wert/,
    tooLight: /^Diese Farbe ist zu hell/,
    upload: 'Logo hochladen',
    uploaded: 'Das Logo ist im Portal.',
    remove: 'Logo entfernen',
    removed: 'Das Logo ist entfernt.',
    logoType: 'Ein Logo ist eine PNG-, JPEG- oder WebP-Datei.',
    categories: 'Kategorien',
    addCategory: 'Neue Kategorie',
    place: 'Platz in der Liste',
    tooLarge: 'Höchstens 9999.',
    nameDe: 'Name auf Deutsch',
    nameEn: 'Name auf Englisch',
    customersSee: 'Kunden sehen und wählen sie',
    everybody: 'Kunden und Mitarbeiter',
    staffOnly: 'Nur Mitarbeiter',
    taken: 'Eine Kategorie mit diesem Namen gibt es schon.',
    changeCategory: 'Hardware ändern',
    removeCategory: 'Kategorie löschen',
    users: 'Mitarbeiter',
    invite: 'Mitarbeiter einladen',
    name: 'Name',
    email: 'E-Mail-Adresse',
    role: 'Rolle',
    send: 'Einladung senden',
    invited: 'Eingeladen',
    resend: 'Jana Schuster erneut einladen',
    resent: 'Jana Schuster bekommt neue Zugangsdaten.',
    change: 'Jana Schuster ändern',
    deactivate: 'Deaktivieren',
    works: 'Bearbeitet gerade: 2 laufende Tickets, 0 Einträge im Postkorb.',
    successor: 'Wer übernimmt die Arbeit?',
    leave: 'Übergeben und deaktivieren',
    handOver: 'Nur übergeben',
    handedOver: 'Die Arbeit von Agnes Agent ist übergeben.',
    noAccess: 'Agnes Agent hat keinen Zugang mehr.',
    deactivated: 'Deaktiviert',
    reactivate: 'Wieder einladen',
    lastAdmin: 'Ein Mandant braucht mindestens einen aktiven Administrator.',
    audit: 'Protokoll',
    action: 'Aktion',
    settingsChanged: 'Einstellungen geändert',
    userInvited: /Mitarbeiter eingeladen/,
    until: 'Bis',
    nothing: 'Keine Einträge',
    reset: 'Filter zurücksetzen',
    resetObject: 'Wieder alle Objekte zeigen',
    onlyThis: /^Nur dieses Objekt/,
    object: 'Objekt',
    person: 'Person',
    onlyAdmins: 'Nur für Administratoren',
    inbox: 'Postkorb',
  },
  en: {
    administration: 'Administration',
    more: 'More',
    firstSteps: 'First steps',
    goOn: 'Go on setting up',
    skipArticles: 'Skip: Articles',
    articlesSkipped: 'Articles: skipped.',
    sendTest: 'Send a test mail',
    testSent: /^The mail server has accepted the mail to/,
    stepDone: 'Done',
    importCustomers: 'Import customers',
    openShops: /once you open the shops in the settings/,
    imports: 'Import from CSV files',
    dismiss: 'Hide',
    mails: 'Mails',
    testMail: 'Test mail',
    refused: 'The mail server refuses the recipient. Is the address right? (550 5.1.1)',
    resendChosen: 'Send 1 chosen again',
    mailResent: 'The mail is tried again.',
    allSent: 'All mails have been sent',
    logOutAll: 'Log out everywhere',
    loggedOut: 'Jana Schuster has been logged out everywhere.',
    settings: 'Settings',
    portalName: 'Name of the portal',
    terms: /^Version of the terms/,
    replyTo: /^Replies go to/,
    imprint: /^Imprint \(address\)/,
    save: 'Save',
    saved: 'Saved.',
    changed: /^Somebody has changed this meanwhile/,
    proof: 'Please confirm with your password',
    password: 'Your password',
    confirm: 'Confirm',
    wrong: 'The current password is wrong.',
    cancel: 'Cancel',
    notSaved: /^Not saved yet/,
    brand: 'Brand',
    colour: /^Colour as a hex value/,
    tooLight: /^This colour is too light/,
    upload: 'Upload a logo',
    uploaded: 'The logo is in the portal.',
    remove: 'Remove the logo',
    removed: 'The logo has been removed.',
    logoType: 'A logo is a PNG, JPEG or WebP file.',
    categories: 'Categories',
    addCategory: 'New category',
    place: 'Place in the list',
    tooLarge: 'At most 9999.',
    nameDe: 'Name in German',
    nameEn: 'Name in English',
    customersSee: 'Customers see and choose it',
    everybody: 'Customers and staff',
    staffOnly: 'Staff only',
    taken: 'There is a category with this name already.',
    changeCategory: 'Change Hardware',
    removeCategory: 'Delete the category',
    users: 'Staff',
    invite: 'Invite a colleague',
    name: 'Name',
    email: 'E-mail address',
    role: 'Role',
    send: 'Send the invitation',
    invited: 'Invited',
    resend: 'Invite again: Jana Schuster',
    resent: 'Jana Schuster gets new credentials.',
    change: 'Change Jana Schuster',
    deactivate: 'Deactivate',
    works: 'Works on 2 running tickets and 0 items of the inbox now.',
    successor: 'Who takes the work over?',
    leave: 'Hand over and deactivate',
    handOver: 'Hand over only',
    handedOver: 'The work of Agnes Agent has been handed over.',
    noAccess: 'Agnes Agent has no access any more.',
    deactivated: 'Deactivated',
    reactivate: 'Invite again',
    lastAdmin: 'A tenant needs at least one active administrator.',
    audit: 'Audit log',
    action: 'Action',
    settingsChanged: 'Settings changed',
    userInvited: /Staff user invited(?! again)/,
    until: 'Until',
    nothing: 'No entries',
    reset: 'Reset the filters',
    resetObject: 'Show all objects again',
    onlyThis: /^Only this object/,
    object: 'Object',
    person: 'Person',
    onlyAdmins: 'For administrators only',
    inbox: 'Inbox',
  },
} as const;

describe('The administration in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let world: World;
    let visitor: Visitor;
    let page: Page;

    const settings = async (): Promise<Record<string, unknown>> =>
      (await world.admin.get('/staff/settings').expect(200)).body as Record<string, unknown>;
    const says = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const isPhone = look.width < 640;
    /** On phones the pages of the administration are behind "more". */
    const go = async (place: string): Promise<void> => {
      if (isPhone) await button(words.more).click();
      await page
        .getByRole('navigation', { name: isPhone ? words.more : words.administration })
        .getByRole('link', { name: place })
        .click();
      await page.getByRole('heading', { name: place, level: 1 }).waitFor();
    };

    beforeAll(async () => {
      world = await makeWorld();
      await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
      visitor = await Visitor.come(browser, look);
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
      if (isPhone) await go(words.settings);
      else await page.getByRole('link', { name: words.administration }).click();
      await page.getByRole('heading', { name: words.settings, level: 1 }).waitFor();
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !/409|41[25]|422/.test(text))).toEqual([]);
    });

    it('keeps what was typed beside concurrent changes, and sends nothing else', async () => {
      const before = await settings();
      await page.getByLabel(words.portalName).fill('Portal der Tests');
      await world.admin
        .patch('/staff/settings')
        .set('if-match', `"${String(before.version)}"`)
        .send({ termsVersion: '2031-07' })
        .expect(200);
      await button(words.save).click();
      await page.getByText(words.changed).waitFor();
      expect(await page.getByLabel(words.portalName).inputValue()).toBe('Portal der Tests');
      expect(await page.getByLabel(words.terms).inputValue()).toBe('2031-07');
      expect(await visitor.findings()).toEqual([]);
      await button(words.save).click();
      await says(words.saved);
      const { version, ...rest } = before;
      expect(await settings()).toEqual({
        ...rest,
        version: Number(version) + 2,
        portalName: 'Portal der Tests',
        termsVersion: '2031-07',
      });
      await page.locator('.brand-name').getByText('Portal der Tests').first().waitFor();
    });

    it('says at the field what is wrong, and asks for the password where accounts could be taken over', async () => {
      await page.getByLabel(words.imprint).fill('nirgendwo');
      await button(words.save).click();
      await page.locator('[name=imprintUrl][aria-invalid=true]').waitFor();
      await page.getByLabel(words.imprint).fill('');
      await page.getByLabel(words.replyTo).fill('antworten@example.com');
      await button(words.save).click();
      const dialog = page.getByRole('dialog', { name: words.proof });
      await dialog.getByRole('button', { name: words.cancel }).click();
      await page.getByText(words.notSaved).waitFor();
      await button(words.save).click();
      await dialog.getByLabel(words.password, { exact: true }).fill('falsch');
      await dialog.getByRole('button', { name: words.confirm }).click();
      await dialog.getByText(words.wrong).waitFor();
      expect(await visitor.findings()).toEqual([]);
      expect((await settings()).replyTo).toBe(world.tenant.adminEmail);
      await dialog.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await says(words.saved);
      expect((await settings()).replyTo).toBe('antworten@example.com');
    });

    it('shows colour and logo as customers will see them', async () => {
      await go(words.brand);
      await page.getByLabel(words.colour).fill('#7a1fa2');
      await until(
        page,
        `getComputedStyle(document.querySelector('.preview.light .button.primary')).backgroundColor === 'rgb(122, 31, 162)'`,
      );
      await page.getByLabel(words.colour).fill('#ffee00');
      await button(words.save).click();
      await page.locator('.field .error').getByText(words.tooLight).waitFor();
      await page.locator('[name=accentColor][aria-invalid=true]').waitFor();
      await page.getByLabel(words.colour).fill('#7a1fa2');
      // That something was saved still shows from before.
      const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
      await button(words.save).click();
      await answered;
      await says(words.saved);
      expect((await settings()).accentColor).toBe('#7a1fa2');
      const choose = async (name: string, buffer: Buffer): Promise<void> =>
        page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
      await choose('logo.png', Buffer.from('kein Bild'));
      await page.getByText(words.logoType).waitFor();
      await choose('logo.png', PNG);
      await says(words.uploaded);
      await page.locator('.preview.dark img.brand-logo').waitFor();
      expect(await visitor.findings()).toEqual([]);
      await button(words.remove).click();
      await says(words.removed);
      expect((await settings()).logo).toBeNull();
    });

    it('keeps the categories that customers choose among', async () => {
      await go(words.categories);
      const row = page.getByRole('row').filter({ hasText: 'Hardware' });
      const dialog = page.getByRole('dialog');
      const add = async (): Promise<void> => {
        await button(words.addCategory).click();
        await dialog.getByLabel(words.nameDe).fill('Hardware');
        await dialog.getByLabel(words.nameEn).fill('Devices');
        await dialog.getByLabel(words.place).fill('10000');
        await dialog.getByRole('button', { name: words.save }).click();
        await dialog.getByText(words.tooLarge).waitFor();
        await dialog.getByLabel(words.place).fill('');
        await dialog.getByRole('button', { name: words.save }).click();
      };
      await add();
      await row.getByText(words.everybody).waitFor();
      await add();
      await dialog.getByText(words.taken).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await button(words.changeCategory).click();
      await dialog.getByLabel(words.customersSee).uncheck();
      await dialog.getByRole('button', { name: words.save }).click();
      await row.getByText(words.staffOnly).waitFor();
      expect((await world.admin.get('/staff/ticket-categories').expect(200)).body.items).toMatchObject([
        { nameDe: 'Hardware', nameEn: 'Devices', active: true, shownToCustomers: false },
      ]);
      await button(words.changeCategory).click();
      await dialog.getByRole('button', { name: words.removeCategory }).click();
      await row.waitFor({ state: 'detached' });
    });

    it('invites colleagues, ends and renews their access, but not that of the last administrator', async () => {
      await go(words.users);
      const email = uniqueEmail('jana');
      await button(words.invite).click();
      const dialog = page.getByRole('dialog').first();
      await dialog.getByLabel(words.name, { exact: true }).fill('Jana Schuster');
      await dialog.getByLabel(words.email).fill(email);
      await dialog.getByLabel(words.role).selectOption('ADMIN');
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('button', { name: words.send }).click();
      const proof = page.getByRole('dialog', { name: words.proof });
      await proof.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      const row = page.getByRole('row').filter({ hasText: email });
      await row.getByText(words.invited).waitFor();
      await button(words.resend).click();
      await says(words.resent);
      expect(await visitor.findings()).toEqual([]);
      await button(words.change).click();
      await button(words.logOutAll).click();
      await says(words.loggedOut);
      await button(words.change).click();
      await button(words.deactivate).click();
      await row.getByText(words.deactivated).waitFor();
      await page.getByRole('row').filter({ hasText: world.tenant.adminEmail }).getByRole('button').click();
      await button(words.deactivate).click();
      await page.getByRole('dialog').getByText(words.lastAdmin).waitFor();
      await page.keyboard.press('Escape');
      await button(words.change).click();
      await page.getByRole('dialog').getByRole('button', { name: words.reactivate }).click();
      await proof.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await row.getByText(words.invited).waitFor();
    });

    it('hands over the work of a colleague who leaves', async () => {
      const leaver = await addAgent(world);
      const { email } = (await leaver.get('/auth/me').expect(200)).body as { email: string };
      const me = (await world.admin.get('/auth/me').expect(200)).body as { id: string; name: string };
      const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
      const ids: string[] = [];
      for (const subject of ['Drucker', 'Server']) {
        const { body } = await world.admin
          .post('/staff/tickets')
          .send({ customerId, subject, description: 'x', assigneeId: leaver.id })
          .expect(201);
        ids.push(String(body.id));
      }
      await page.reload();
      const row = page.getByRole('row').filter({ hasText: email });
      const dialog = page.getByRole('dialog');
      await row.getByRole('button').click();
      await dialog.getByText(words.works).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByLabel(words.successor).selectOption(me.name);
      await dialog.getByRole('button', { name: words.handOver }).click();
      await says(words.handedOver);
      for (const id of ids) {
        expect((await world.admin.get(`/staff/tickets/${id}`).expect(200)).body).toMatchObject({
          assignee: { id: me.id },
        });
      }
      await world.admin
        .patch(`/staff/tickets/${String(ids[0])}`)
        .set('if-match', '"2"')
        .send({ assigneeId: leaver.id })
        .expect(200);
      await row.getByRole('button').click();
      await dialog.getByRole('button', { name: words.leave }).click();
      await says(words.noAccess);
      await row.getByText(words.deactivated).waitFor();
      expect((await world.admin.get(`/staff/tickets/${String(ids[0])}`).expect(200)).body).toMatchObject({
        assignee: null,
      });
    });

    it('shows the actor and the changes, filtered by action, object and day', async () => {
      await go(words.audit);
      const rows = page.locator('tbody tr');
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor();
      await rows.filter({ hasText: '2031-07' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.action).selectOption('staff-user.invited');
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor({ state: 'detached' });
      await rows.filter({ hasText: words.userInvited }).getByText('Jana Schuster').waitFor();
      expect(await rows.filter({ hasNotText: words.userInvited }).count()).toBe(0);
      await page.getByLabel(words.until).fill('2020-01-01');
      await page.getByRole('heading', { name: words.nothing }).waitFor();
      await page.getByRole('link', { name: words.reset }).click();
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor();

      await page.getByLabel(words.object).selectOption('StaffUser');
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor({ state: 'detached' });
      const invited = rows.filter({ hasText: words.userInvited }).filter({ hasText: 'Jana Schuster' });
      await invited.getByRole('link', { name: words.onlyThis }).click();
      await page.getByRole('link', { name: words.resetObject }).waitFor();
      // She was invited by one row of all; those of others are gone.
      await rows.filter({ hasText: words.userInvited }).nth(1).waitFor({ state: 'detached' });
      await page.getByRole('link', { name: words.resetObject }).click();
      const { body: me } = await world.admin.get('/auth/me').expect(200);
      await page.getByLabel(words.person).selectOption(String(me.id));
      await rows
        .filter({ hasNotText: String(me.name) })
        .first()
        .waitFor({ state: 'detached' });
      await rows.filter({ hasText: words.settingsChanged }).first().waitFor();
    });

    it('leads a new admin through the first steps, as far as they are taken, skipped or not wanted', async () => {
      const inbox = `/staff/${world.tenant.slug}/inbox`;
      await page.goto(inbox);
      const hint = page.getByRole('region', { name: words.firstSteps });
      await hint.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await hint.getByRole('link', { name: words.goOn }).click();
      await page.getByRole('heading', { name: words.firstSteps, level: 1 }).waitFor();
      await button(words.skipArticles).click();
      await says(words.articlesSkipped);
      const sender = page.locator('.first-steps > li').nth(1);
      await sender.getByText(words.stepDone, { exact: true }).waitFor({ state: 'detached' });
      await sender.getByRole('button', { name: words.sendTest }).click();
      await sender.getByText(words.testSent).waitFor();
      await sender.getByText(words.stepDone, { exact: true }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      // What a new tenant sells is seen by nobody until the shops are opened.
      await page.locator('.first-steps').getByText(words.openShops).waitFor();
      await page.getByRole('link', { name: words.importCustomers }).click();
      await page.getByRole('heading', { name: words.imports, level: 1 }).waitFor();
      await page.goto(inbox);
      await hint.getByRole('button', { name: words.dismiss }).click();
      await hint.waitFor({ state: 'detached' });
      expect((await world.admin.get('/staff/first-steps').expect(200)).body.dismissed).toBe(true);
    });

    it('lists mails that have not left with the reason, and sends them again', async () => {
      await jobsDone();
      await asSuperuser(
        `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
         WHERE tenant_id = (SELECT id FROM tenants WHERE slug = $1) AND template = 'test'`,
        [world.tenant.slug],
      );
      await page.goto(`/staff/${world.tenant.slug}/mails`);
      const row = page.getByRole('row').filter({ hasText: words.testMail });
      await row.getByText(words.refused).waitFor();
      await row.getByRole('link', { name: world.tenant.adminName }).waitFor();
      const [kind, place] = isPhone
        ? (['button', words.more] as const)
        : (['link', words.administration] as const);
      const counted = page.getByRole(kind, { name: new RegExp(`^${place} ?1`) });
      await counted.waitFor();
      const lines = await counted.locator('span', { hasText: place }).evaluate((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return range.getClientRects().length;
      });
      expect(lines).toBe(1);
      expect(await visitor.findings()).toEqual([]);
      await row.getByRole('checkbox').press(' ');
      await button(words.resendChosen).press('Enter');
      await says(words.mailResent);
      await page.getByRole('heading', { name: words.allSent }).waitFor();
    });

    it('says to an agent that it is for administrators, loads nothing of it, and leads back', async () => {
      const agent = await addAgent(world);
      const { body } = await agent.patch('/auth/me').send({ language: look.language }).expect(200);
      const other = await Visitor.come(browser, look);
      await other.logIn(world.tenant.slug, String(body.email), '/settings', 'staff');
      const asked: string[] = [];
      other.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await other.page.reload();
      await other.page.getByRole('heading', { name: words.onlyAdmins }).waitFor();
      expect(await other.page.getByRole('link', { name: words.administration }).count()).toBe(0);
      expect(await other.findings()).toEqual([]);
      expect(asked.filter((path) => /assets\/page-|staff\/settings$/.test(path))).toEqual([]);
      await other.page.getByRole('main').getByRole('link', { name: words.inbox }).press('Enter');
      await other.page.getByRole('heading', { name: words.inbox, level: 1 }).waitFor();
      await other.leave();
      expect(other.complaints).toEqual([]);
    });
  });
});
