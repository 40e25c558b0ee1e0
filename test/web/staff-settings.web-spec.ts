import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { addAgent, PASSWORD, type World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);

const WORDS = {
  de: {
    administration: 'Administration',
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
    onlyAdmins: 'Nur für Administratoren',
    inbox: 'Postkorb',
  },
  en: {
    administration: 'Administration',
    portalName: 'Name of the portal',
    terms: /^Version of the terms/,
    replyTo: /^Replies go to/,
    imprint: /^Legal notice \(address\)/,
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
    onlyAdmins: 'For administrators only',
    inbox: 'Inbox',
  },
} as const;

describe('The settings of a tenant in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let admin: Administrator;
    let world: World;
    let visitor: Visitor;
    let page: Page;

    const settings = async (): Promise<Record<string, unknown>> =>
      (await world.admin.get('/staff/settings').expect(200)).body as Record<string, unknown>;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, visitor, page } = admin);
    });

    afterAll(() => admin.leave());

    it('keeps what was typed beside concurrent changes, and sends nothing else', async () => {
      const before = await settings();
      await page.getByLabel(words.portalName).fill('Portal der Tests');
      await world.admin
        .patch('/staff/settings')
        .set('if-match', `"${String(before.version)}"`)
        .send({ termsVersion: '2031-07' })
        .expect(200);
      await admin.button(words.save).click();
      await page.getByText(words.changed).waitFor();
      expect(await page.getByLabel(words.portalName).inputValue()).toBe('Portal der Tests');
      expect(await page.getByLabel(words.terms).inputValue()).toBe('2031-07');
      expect(await visitor.findings()).toEqual([]);
      await admin.button(words.save).click();
      await admin.hears(words.saved);
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
      await admin.button(words.save).click();
      await page.locator('[name=imprintUrl][aria-invalid=true]').waitFor();
      await page.getByLabel(words.imprint).fill('');
      await page.getByLabel(words.replyTo).fill('antworten@example.com');
      await admin.button(words.save).click();
      const dialog = page.getByRole('dialog', { name: words.proof });
      await dialog.getByRole('button', { name: words.cancel }).click();
      await page.getByText(words.notSaved).waitFor();
      await admin.button(words.save).click();
      await dialog.getByLabel(words.password, { exact: true }).fill('falsch');
      await dialog.getByRole('button', { name: words.confirm }).click();
      await dialog.getByText(words.wrong).waitFor();
      expect(await visitor.findings()).toEqual([]);
      expect((await settings()).replyTo).toBe(world.tenant.adminEmail);
      await dialog.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await admin.hears(words.saved);
      expect((await settings()).replyTo).toBe('antworten@example.com');
    });

    it('shows colour and logo as customers will see them', async () => {
      await admin.go(words.brand);
      await page.getByLabel(words.colour).fill('#7a1fa2');
      await until(
        page,
        `getComputedStyle(document.querySelector('.preview.light .button.primary')).backgroundColor === 'rgb(122, 31, 162)'`,
      );
      await page.getByLabel(words.colour).fill('#ffee00');
      await admin.button(words.save).click();
      await page.locator('.field .error').getByText(words.tooLight).waitFor();
      await page.locator('[name=accentColor][aria-invalid=true]').waitFor();
      await page.getByLabel(words.colour).fill('#7a1fa2');
      // That something was saved still shows from before.
      const answered = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
      await admin.button(words.save).click();
      await answered;
      await admin.hears(words.saved);
      expect((await settings()).accentColor).toBe('#7a1fa2');
      const choose = async (name: string, buffer: Buffer): Promise<void> =>
        page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
      await choose('logo.png', Buffer.from('kein Bild'));
      await page.getByText(words.logoType).waitFor();
      await choose('logo.png', PNG);
      await admin.hears(words.uploaded);
      await page.locator('.preview.dark img.brand-logo').waitFor();
      expect(await visitor.findings()).toEqual([]);
      await admin.button(words.remove).click();
      await admin.hears(words.removed);
      expect((await settings()).logo).toBeNull();
    });

    it('keeps the categories that customers choose among', async () => {
      await admin.go(words.categories);
      const row = page.getByRole('row').filter({ hasText: 'Hardware' });
      const dialog = page.getByRole('dialog');
      const add = async (): Promise<void> => {
        await admin.button(words.addCategory).click();
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
      await admin.button(words.changeCategory).click();
      await dialog.getByLabel(words.customersSee).uncheck();
      await dialog.getByRole('button', { name: words.save }).click();
      await row.getByText(words.staffOnly).waitFor();
      expect((await world.admin.get('/staff/ticket-categories').expect(200)).body.items).toMatchObject([
        { nameDe: 'Hardware', nameEn: 'Devices', active: true, shownToCustomers: false },
      ]);
      await admin.button(words.changeCategory).click();
      await dialog.getByRole('button', { name: words.removeCategory }).click();
      await row.waitFor({ state: 'detached' });
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
