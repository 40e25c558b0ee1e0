import type { Browser, Page } from 'playwright-core';
import { addCustomer } from '../support/population';
import { offerArticle, setShops } from '../support/shops';
import type { World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';
import { until } from './support/until';

const WORDS = {
  de: {
    save: 'Speichern',
    noArticle: 'Kein Artikel gefunden',
    newArticle: 'Neuer Artikel',
    number: 'Artikelnummer',
    name: 'Bezeichnung',
    newModel: 'Neues Druckermodell',
    manufacturer: 'Hersteller',
    model: 'Modell',
    editAccessories: 'Zubehör bearbeiten',
    kindOf: (name: string) => `Art von ${name}, zum Beispiel Toner schwarz`,
    accessoriesChanged: /^Jemand hat das Zubehör inzwischen geändert/,
    remove: (name: string) => `Entfernen: ${name}`,
    newDevice: 'Neues Gerät',
    deviceName: 'Name',
    printerModel: /^Druckermodell/,
    modelUnknown: /^Dieses Druckermodell gibt es nicht/,
    room: /^Raum/,
    status: 'Status',
    retired: 'Ausgemustert',
  },
  en: {
    save: 'Save',
    noArticle: 'No article found',
    newArticle: 'New article',
    number: 'Article number',
    name: 'Name',
    newModel: 'New printer model',
    manufacturer: 'Manufacturer',
    model: 'Model',
    editAccessories: 'Edit the accessories',
    kindOf: (name: string) => `Kind of ${name}, for example Toner schwarz`,
    accessoriesChanged: /^Somebody has changed the accessories meanwhile/,
    remove: (name: string) => `Remove: ${name}`,
    newDevice: 'New device',
    deviceName: 'Name',
    printerModel: /^Printer model/,
    modelUnknown: /^There is no such printer model/,
    room: /^Room/,
    status: 'Status',
    retired: 'Retired',
  },
} as const;

describe('The printers of the catalog in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const { language } = look;
    const words = WORDS[language];
    const name = language === 'de' ? 'Zwirbelkabel' : 'Quastenhalter';
    let admin: Administrator;
    let world: World;
    let page: Page;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, page } = admin);
      await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    });

    afterAll(() => admin.leave());

    it('has printer models with accessories, and customers have printers of them', async () => {
      const toner = `Toner ${name}`;
      await offerArticle(world.admin, { name: toner });
      await offerArticle(world.admin, { name: `Trommel ${name}` });
      await admin.open('/catalog/printer-models');
      await admin.button(words.newModel).click();
      await admin.dialog().getByLabel(words.manufacturer).fill('Kyocera');
      await admin.dialog().getByLabel(words.model, { exact: true }).fill(`MA ${language}`);
      await admin.button(words.save, admin.dialog()).click();
      await page.getByRole('heading', { name: `Kyocera MA ${language}`, level: 1 }).waitFor();
      await admin.button(words.editAccessories).click();
      const accessories = page.getByRole('form', { name: words.editAccessories });
      // The keys lead from one to the next, and Enter saves nothing that is half made.
      for (const article of [toner, `Trommel ${name}`]) {
        await page.keyboard.type(article);
        await accessories.getByRole('button', { name: article }).waitFor();
        await page.keyboard.press('Enter');
        await accessories.getByLabel(words.kindOf(article)).waitFor();
        // It has been found, and is there now.
        expect(await accessories.getByText(words.noArticle).count()).toBe(0);
        if (article !== toner) await page.keyboard.type('Trommel');
        await page.keyboard.press('Enter');
      }
      // What the catalog does not have yet is added to it from here, and to the set.
      await admin.button(words.newArticle, page.getByRole('main')).click();
      await admin.dialog().getByLabel(words.name, { exact: true }).fill(`Walze ${name}`);
      await admin.dialog().getByLabel(words.number, { exact: true }).fill(`W-${name}`);
      await admin.button(words.save, admin.dialog()).click();
      await admin.dialogCloses();
      await until(page, `document.activeElement.name?.startsWith('kind/')`);
      await page.keyboard.type('Walze');
      // The first has no kind yet: nothing is saved, and the field says so.
      await admin.button(words.save, accessories).click();
      await accessories.locator('[aria-invalid="true"]').waitFor();
      await accessories.getByLabel(words.kindOf(toner)).fill('Toner schwarz');
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.save, accessories).click();
      // What is typed names its cell as well: only without the form it is what was saved.
      await accessories.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Toner schwarz' }).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      const modelId = page.url().split('/').at(-1) ?? '';
      const set = `/staff/printer-models/${modelId}/accessories`;
      expect((await world.admin.get(set).expect(200)).body.items).toMatchObject([
        { name: toner, kind: 'Toner schwarz' },
        { name: `Trommel ${name}`, kind: 'Trommel' },
        { name: `Walze ${name}`, kind: 'Walze' },
      ]);

      // A colleague adds another while one is removed here.
      await admin.button(words.editAccessories).click();
      await admin.button(words.remove(`Trommel ${name}`)).click();
      const late = await offerArticle(world.admin, { name: `Spät ${name}` });
      await world.admin.put(`${set}/${late}`).send({ kind: 'Wartung' }).expect(200);
      await admin.button(words.save, accessories).click();
      await accessories.getByText(words.accessoriesChanged).waitFor();
      await admin.button(words.save, accessories).click();
      await accessories.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Wartung' }).waitFor();
      const kept = (await world.admin.get(set).expect(200)).body.items;
      expect(kept.map(({ kind: each }: { kind: string }) => each)).toEqual([
        'Toner schwarz',
        'Walze',
        'Wartung',
      ]);

      const customerId = await addCustomer(world.admin, `Druckerei ${language}`);
      await admin.open(`/customers/${customerId}`);
      await admin.button(words.newDevice).click();
      await admin.dialog().getByLabel(words.deviceName, { exact: true }).fill('Empfang');
      await admin.dialog().getByLabel(words.printerModel).fill('Kyocera Nirgendwo');
      await admin.button(words.save, admin.dialog()).click();
      await admin.dialog().getByText(words.modelUnknown).waitFor();
      await admin.dialog().getByLabel(words.printerModel).fill(`Kyocera MA ${language}`);
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.save, admin.dialog()).click();
      await admin.dialogCloses();
      await admin.button('Empfang').click();
      await admin.dialog().getByLabel(words.room).fill('2.14');
      await admin.dialog().getByLabel(words.status).selectOption(words.retired);
      await admin.button(words.save, admin.dialog()).click();
      await admin.dialogCloses();
      const line = page.getByRole('listitem').filter({ hasText: 'Empfang' });
      await line.getByText(words.retired).waitFor();
      const { body } = await world.admin.get(`/staff/customers/${customerId}/devices`).expect(200);
      expect(body.items).toMatchObject([
        { printerModel: { name: `MA ${language}` }, room: '2.14', status: 'RETIRED' },
      ]);
    });
  });
});
