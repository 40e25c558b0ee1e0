import type { Browser, Page } from 'playwright-core';
import { asSuperuser } from '../support/database';
import { newestMail, tokenFrom } from '../support/mailbox';
import { addContact, addCustomer } from '../support/population';
import { uniqueEmail, type World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';
import { until } from './support/until';

const WORDS = {
  de: {
    save: 'Speichern',
    addContact: 'Neuer Ansprechpartner',
    lastName: 'Nachname',
    email: /^E-Mail-Adresse/,
    activate: 'Aktivieren: Neumann',
    submit: 'Aktivieren und Mail senden',
    chooseRole: 'Bitte wählen Sie die Rolle.',
    mainUser: /^Hauptbenutzer/,
    invited: 'Eingeladen',
    sent: /^Mail versendet: /,
    refused: 'Mail nicht zustellbar. Der Mailserver lehnt den Empfänger ab. Stimmt die Adresse? (550 5.1.1)',
    manage: 'Verwalten: Neumann',
    again: 'Zugangsdaten erneut senden',
    toUser: 'Zum Benutzer machen',
    roleChanged: 'Die neue Rolle gilt sofort.',
    deactivate: 'Deaktivieren',
    reactivate: 'Wieder aktivieren: Neumann',
    emailMissing: /^Es ist noch keine eingetragen/,
    select: (name: string) => `${name} auswählen`,
    several: 'Zugang für 3 aktivieren',
    getsMail: 'Erhält eine Mail',
    hasAccess: 'Hat schon Zugang',
    noEmail: 'Keine E-Mail-Adresse',
    oneMail: 'Eine Mail senden',
    report: 'Eine Mail geht hinaus.',
    close: 'Schließen',
    erase: 'Löschen …',
    moveTo: 'Zu anderem Kunden …',
    staysThere: /bleiben beim bisherigen Kunden/,
    move: 'Zuordnen',
    final: 'Das lässt sich nicht rückgängig machen.',
    eraseForGood: 'Endgültig löschen',
    noContacts: 'Noch keine Ansprechpartner',
  },
  en: {
    save: 'Save',
    addContact: 'New contact',
    lastName: 'Last name',
    email: /^E-mail address/,
    activate: 'Activate: Neumann',
    submit: 'Activate and send the mail',
    chooseRole: 'Please choose the role.',
    mainUser: /^Main user/,
    invited: 'Invited',
    sent: /^Mail sent: /,
    refused:
      'Mail could not be delivered. The mail server refuses the recipient. Is the address right? (550 5.1.1)',
    manage: 'Manage: Neumann',
    again: 'Send the credentials again',
    toUser: 'Make a user',
    roleChanged: 'The new role holds at once.',
    deactivate: 'Deactivate',
    reactivate: 'Activate again: Neumann',
    emailMissing: /^There is none yet/,
    select: (name: string) => `Select ${name}`,
    several: 'Activate access for 3',
    getsMail: 'Gets a mail',
    hasAccess: 'Has access already',
    noEmail: 'No e-mail address',
    oneMail: 'Send one mail',
    report: 'One mail leaves.',
    close: 'Close',
    erase: 'Delete …',
    moveTo: 'To another customer …',
    staysThere: /stay with the old customer/,
    move: 'Move',
    final: 'This cannot be undone.',
    eraseForGood: 'Delete for good',
    noContacts: 'No contacts yet',
  },
} as const;

describe('Contacts of customers in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    const name = `Gärtnerei Blüm ${look.language}`;
    const email = uniqueEmail('neumann');
    let admin: Administrator;
    let world: World;
    let page: Page;
    let id: string;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, page } = admin);
      id = await addCustomer(world.admin, name);
      await admin.open(`/customers/${id}`);
    });

    afterAll(() => admin.leave());

    it('have contacts who get access with a role and a mail, see its delivery, and lose it', async () => {
      await admin.button(words.addContact).click();
      await admin.dialog().getByLabel(words.lastName).fill('Neumann');
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialogCloses();
      await admin.button(words.activate).click();
      // Before anything is chosen.
      await admin.dialog().getByText(words.emailMissing).waitFor();
      await admin.dialog().getByLabel(words.mainUser).check();
      await admin.button(words.submit).click();
      await admin.dialog().locator('input[type="email"][aria-invalid="true"]').waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await admin.dialogCloses();
      await page.locator('.contact-name button').click();
      await admin.dialog().getByLabel(words.email).fill(email);
      await admin.dialog().getByRole('button', { name: words.save }).click();
      await admin.dialogCloses();

      await admin.button(words.activate).click();
      await admin.dialog().getByText(email).waitFor();
      await admin.button(words.submit).click();
      await admin.dialog().getByText(words.chooseRole).waitFor();
      await admin.dialog().getByLabel(words.mainUser).check();
      await admin.button(words.submit).click();
      await admin.dialogCloses();
      const row = page.getByRole('row').filter({ hasText: 'Neumann' });
      await row.getByText(words.invited).waitFor();
      const mail = await newestMail(email);
      expect(tokenFrom(mail)).not.toBe('');
      await row.getByText(words.sent).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await asSuperuser(
        `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
         WHERE tenant_id = (SELECT id FROM tenants WHERE slug = $1) AND template = 'credentials'`,
        [world.tenant.slug],
      );
      await page.reload();
      await row.getByText(words.refused, { exact: true }).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);

      await admin.button(words.manage).click();
      await admin.button(words.again).click();
      expect(tokenFrom(await newestMail(email, { after: mail }))).not.toBe(tokenFrom(mail));
      await admin.button(words.toUser).click();
      // Within the dialog, which makes everything outside of it silent.
      await admin.dialog().getByRole('status').getByText(words.roleChanged).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.deactivate).click();
      await admin.dialogCloses();
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
      await admin.open(`/customers/${customerId}`);
      for (const who of ['Kim Schonda', 'Spaeter', 'Stumm']) {
        await page.getByLabel(words.select(who), { exact: true }).check();
      }
      await admin.button(words.several).click();
      const of = (who: string) => admin.dialog().getByRole('listitem').filter({ hasText: who });
      await of('Schonda').getByText(words.hasAccess).waitFor();
      await of('Spaeter').getByText(words.getsMail).waitFor();
      await of('Stumm').getByText(words.noEmail).waitFor();
      // The role is asked first: where one gives up, Enter would close what has just opened.
      await until(page, `document.activeElement?.type === 'radio'`);
      await page.keyboard.press('ArrowDown');
      expect(await admin.dialog().getByLabel(words.mainUser).isChecked()).toBe(true);
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.oneMail).click();
      await admin.dialog().getByText(words.report).waitFor();
      await newestMail(late);
      await admin.button(words.close).click();
      const { body } = await world.admin.get(contacts).expect(200);
      const roles = body.items.map((item: Listed) => [item.lastName, item.portalAccess.role]);
      expect(roles).toEqual([
        ['Schonda', 'USER'],
        ['Spaeter', 'MAIN_USER'],
        ['Stumm', null],
      ]);
    });

    it('have contacts who go to another customer and come back, after it was shown what stays', async () => {
      await admin.open(`/customers/${id}`);
      const to = async (customer: string): Promise<void> => {
        await page.locator('.contact-name button').click();
        await admin.button(words.moveTo).click();
        // The field has the focus although it comes later than the dialog, and what was found keeps it in the form.
        await until(page, `document.activeElement?.type === 'search'`);
        await page.keyboard.type(customer);
        await admin.dialog().last().getByRole('button', { name: customer }).waitFor();
        await page.keyboard.press('Enter');
      };
      const elsewhere = await addCustomer(world.admin, `Anderswo ${look.language}`);
      await to(`Anderswo ${look.language}`);
      await admin.dialog().getByText(words.staysThere).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: words.noContacts }).waitFor();
      // Neither is the form of somebody left open who is not here any more.
      await admin.dialog().first().waitFor({ state: 'detached' });
      await admin.open(`/customers/${elsewhere}`);
      await to(name);
      await admin.button(words.move).click();
      await page.getByRole('heading', { name: words.noContacts }).waitFor();
      await admin.open(`/customers/${id}`);
    });

    it('have contacts who are deleted for good, after it was shown what stays', async () => {
      await page.locator('.contact-name button').click();
      await admin.button(words.erase).click();
      await admin.dialog().getByText(words.final).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.eraseForGood).click();
      await admin.dialog().first().waitFor({ state: 'detached' });
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
