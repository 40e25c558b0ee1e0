import type { Browser } from 'playwright-core';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';

const WORDS = {
  de: {
    columns: 'Die 12 Spalten erklärt',
    content: 'Betrag in Euro, zum Beispiel 1.234,56',
    template: 'Vorlage laden',
    checked: /^Geprüft, noch nichts übernommen/,
    badCell: 'Bitte geben Sie einen Betrag an, zum Beispiel 1.234,56.',
    applyGood: 'Nur die gute Zeile übernehmen',
    applied: /^Übernommen/,
  },
  en: {
    columns: 'The 12 columns explained',
    content: 'amount in euros, e.g. 1.234,56',
    template: 'Load the template',
    checked: /^Checked, nothing imported yet/,
    badCell: 'Please give an amount, for example 1.234,56.',
    applyGood: 'Import only the good row',
    applied: /^Imported/,
  },
} as const;

describe('The catalog in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const { language } = look;
    const words = WORDS[language];
    let admin: Administrator;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
    });

    afterAll(() => admin.leave());

    it('is filled from a file, after the cells that cannot be taken were shown', async () => {
      const { page, world } = admin;
      const stored = async (number: string) => {
        const { body } = await world.admin.get(`/staff/articles?search=${number}`).expect(200);
        return body.items.find((item: { number: string }) => item.number === number);
      };
      await admin.open('/catalog/imports');
      await page.getByText(words.columns).click();
      await page.getByText(words.content).waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: words.template }).click();
      expect((await download).suggestedFilename()).toBe('artikel-vorlage.csv');
      const csv = `Artikelnummer;Bezeichnung;Nettopreis\r\nIM-${language}-1;Gut;12,50\r\nIM-${language}-2;Schlecht;zwölf\r\n`;
      const file = { name: 'preise.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText(words.checked).waitFor();
      const bad = page.getByRole('row').filter({ has: page.locator('mark').getByText('zwölf') });
      await bad.getByText(words.badCell).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      expect(await stored(`IM-${language}-1`)).toBeUndefined();
      await admin.button(words.applyGood).click();
      await page.getByText(words.applied).waitFor();
      expect(await stored(`IM-${language}-1`)).toMatchObject({ netPriceCents: 1250 });
      expect(await stored(`IM-${language}-2`)).toBeUndefined();
    });
  });
});
