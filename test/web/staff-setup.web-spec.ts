import type { Browser, Page } from 'playwright-core';
import { asSuperuser } from '../support/database';
import { jobsDone } from '../support/rows';
import type { World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser, type Visitor } from './support/browser';

const WORDS = {
  de: {
    firstSteps: 'Erste Schritte',
    goOn: 'Weiter einrichten',
    skipArticles: 'Überspringen: Artikel',
    articlesSkipped: 'Artikel: übersprungen.',
    sendTest: 'Testmail senden',
    testSent: /^Der Mailserver hat die Mail an .* angenommen/,
    stepDone: 'Erledigt',
    importCustomers: 'Kunden importieren',
    addCustomers: 'Kunden einzeln anlegen',
    customers: 'Kunden',
    openShops: /sobald Sie in den Einstellungen die Shops öffnen/,
    imports: 'Import aus CSV-Dateien',
    dismiss: 'Ausblenden',
    testMail: 'Testmail',
    refused: 'Der Mailserver lehnt den Empfänger ab. Stimmt die Adresse? (550 5.1.1)',
    resendChosen: '1 gewählte erneut senden',
    mailResent: 'Die Mail wird noch einmal versucht.',
    allSent: 'Alle Mails sind versendet',
  },
  en: {
    firstSteps: 'First steps',
    goOn: 'Go on setting up',
    skipArticles: 'Skip: Articles',
    articlesSkipped: 'Articles: skipped.',
    sendTest: 'Send a test mail',
    testSent: /^The mail server has accepted the e-mail to/,
    stepDone: 'Done',
    importCustomers: 'Import customers',
    addCustomers: 'Add customers one by one',
    customers: 'Customers',
    openShops: /once you open the shops in the settings/,
    imports: 'Import from CSV files',
    dismiss: 'Hide',
    testMail: 'Test mail',
    refused: 'The mail server refuses the recipient. Is the address right? (550 5.1.1)',
    resendChosen: 'Send 1 chosen again',
    mailResent: 'The mail is tried again.',
    allSent: 'All mails have been sent',
  },
} as const;

describe('Setting up a tenant in the browser', () => {
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

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, visitor, page } = admin);
    });

    afterAll(() => admin.leave());

    it('leads a new admin through the first steps, as far as they are taken, skipped or not wanted', async () => {
      const inbox = `/staff/${world.tenant.slug}/inbox`;
      await page.goto(inbox);
      const hint = page.getByRole('region', { name: words.firstSteps });
      await hint.waitFor();
      expect(await visitor.findings()).toEqual([]);
      await hint.getByRole('link', { name: words.goOn }).click();
      await page.getByRole('heading', { name: words.firstSteps, level: 1 }).waitFor();
      await admin.button(words.skipArticles).click();
      await admin.hears(words.articlesSkipped);
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
      await page.goBack();
      await page.getByRole('link', { name: words.addCustomers }).click();
      await page.getByRole('heading', { name: words.customers, level: 1 }).waitFor();
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
      const counted = admin.entry(1);
      await counted.waitFor();
      const lines = await counted
        .locator('span')
        .first()
        .evaluate((name) => {
          const range = document.createRange();
          range.selectNodeContents(name);
          return range.getClientRects().length;
        });
      expect(lines).toBe(1);
      expect(await visitor.findings()).toEqual([]);
      await row.getByRole('checkbox').press(' ');
      await admin.button(words.resendChosen).press('Enter');
      await admin.hears(words.mailResent);
      await page.getByRole('heading', { name: words.allSent }).waitFor();
    });
  });
});
