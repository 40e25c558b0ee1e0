import type { Browser, Page } from 'playwright-core';
import { newestMail } from '../support/mailbox';
import { addCustomer } from '../support/population';
import { uniqueEmail, type World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';
import { until } from './support/until';

const WORDS = {
  de: {
    mainUser: /^Hauptbenutzer/,
    sent: /^Mail versendet: /,
    getsMail: 'Erhält eine Mail',
    joined: 'Zugänge vergeben: Diese Kunden haben neue Ansprechpartner',
    nobodyYet: 'Noch keine Ansprechpartner',
    fromFile: 'Aus CSV-Datei',
    chooseFile: 'CSV-Datei auswählen',
    applyRows: '3 Zeilen übernehmen',
    twoMails: '2 Mails senden',
    twoLast: /^2 Mails gehen hinaus\. Eine nach der anderen, die letzte am /,
    close: 'Schließen',
  },
  en: {
    mainUser: /^Main user/,
    sent: /^Mail sent: /,
    getsMail: 'Gets a mail',
    joined: 'Give access: these customers have new contacts',
    nobodyYet: 'No contacts yet',
    fromFile: 'From a CSV file',
    chooseFile: 'Choose a CSV file',
    applyRows: 'Import 3 rows',
    twoMails: 'Send 2 mails',
    twoLast: /^2 mails leave\. They leave one after the other, the last one on /,
    close: 'Close',
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
    let admin: Administrator;
    let world: World;
    let page: Page;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, page } = admin);
    });

    afterAll(() => admin.leave());

    it('come from a file with their contacts, who are invited from the report in three steps', async () => {
      const customerId = await addCustomer(world.admin, `Neu & Viele ${look.language}`);
      const [ada, ben] = [uniqueEmail('ada'), uniqueEmail('ben')];
      const rows = [`Ada;Byte;${ada}`, `Ben;Bit;${ben}`, ';Pforte;'];
      const buffer = Buffer.from(`Vorname;Nachname;E-Mail\r\n${rows.join('\r\n')}\r\n`);
      await admin.open(`/customers/${customerId}`);
      // Who comes this way has seen a list without them.
      await page.getByText(words.nobodyYet).waitFor();
      await page.getByRole('link', { name: words.fromFile }).click();
      // The customer goes along: neither the file nor its template names them.
      await page.getByRole('link', { name: `Neu & Viele ${look.language}` }).waitFor();
      const template = await page.locator('a[download]').first().getAttribute('href');
      expect(template).not.toContain('Kundennummer');
      expect(await admin.visitor.findings()).toEqual([]);
      await page
        .getByLabel(words.chooseFile)
        .setInputFiles({ name: 'leute.csv', mimeType: 'text/csv', buffer });
      await admin.button(words.applyRows).click();
      const joined = page.getByRole('navigation', { name: words.joined });
      await joined.waitFor();
      // The button has gone that was pressed.
      await until(page, `document.activeElement?.id === 'file'`);
      expect(await admin.visitor.findings()).toEqual([]);
      await joined.getByRole('link').click();
      await admin.dialog().getByText(words.getsMail).nth(1).waitFor();
      expect(await admin.dialog().getByRole('listitem').count()).toBe(2);
      await admin.dialog().getByLabel(words.mainUser).check();
      await admin.button(words.twoMails).click();
      await admin.dialog().getByText(words.twoLast).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.close).click();
      await admin.dialogCloses();
      await newestMail(ben);
      for (const who of ['Byte', 'Bit']) {
        await page.getByRole('row').filter({ hasText: who }).getByText(words.sent).waitFor();
      }
      expect(new URL(page.url()).search).toBe('');
    });
  });
});
