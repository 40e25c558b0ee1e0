import type { Browser, Page } from 'playwright-core';
import { newestMail, tokenFrom } from '../support/mailbox';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, uniqueEmail, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    search: 'Kunden suchen',
    add: 'Neuer Kunde',
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
    sent: /^Mail versendet: /,
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
    report: '1 von 1 Zugängen aktiviert.',
    close: 'Schließen',
    shop: 'OnlineShop',
    shopSwitch: 'Shop',
    open: 'Steht dem Kunden offen',
    closed: 'Geschlossen',
    saved: 'Gespeichert.',
  },
  en: {
    search: 'Search the customers',
    add: 'New customer',
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
    sent: /^Mail sent: /,
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
    report: '1 of 1 accesses activated.',
    close: 'Close',
    shop: 'OnlineShop',
    shopSwitch: 'Shop',
    open: 'Open for the customer',
    closed: 'Closed',
    saved: 'Saved.',
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

      await press(words.manage);
      await press(words.again);
      expect(tokenFrom(await newestMail(email, { after: mail }))).not.toBe(tokenFrom(mail));
      await press(words.toUser);
      await page.getByRole('status').getByText(words.roleChanged).waitFor();
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

    it('have shops that are switched for them alone', async () => {
      const shop = page.getByRole('group', { name: words.shop });
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('ON');
      await shop.getByText(words.open).waitFor();
      await shop.getByLabel(words.shopSwitch, { exact: true }).selectOption('OFF');
      await shop.getByText(words.closed).waitFor();
      await page.getByRole('status').getByText(words.saved).waitFor();
    });
  });
});

interface Listed {
  readonly lastName: string;
  readonly portalAccess: { readonly role: string | null };
}
