import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { changeArticle, offerArticle, setShops } from '../support/shops';
import type { World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);

const WORDS = {
  de: {
    save: 'Speichern',
    saved: 'Gespeichert.',
    newArticle: 'Neuer Artikel',
    name: 'Bezeichnung',
    number: 'Artikelnummer',
    listPrice: /^Listenpreis/,
    noPrice: 'Bitte einen Preis angeben, zum Beispiel 89,90.',
    search: 'Artikel suchen',
    changePrice: (name: string, price: string) => `Preis ändern: ${name}, ${price}`,
    priceOf: (name: string) => `Preis netto: ${name}`,
    price: (euros: string) => `${euros} €`,
    meanwhile: /^Jemand hat den Artikel inzwischen geändert; der Preis ist jetzt: 12,00/,
    inShop: (name: string) => `Im OnlineShop: ${name}`,
    addPicture: (name: string) => `Bild hinzufügen: ${name}`,
    pictureSaved: 'Das Bild ist gespeichert.',
    removePicture: 'Bild entfernen',
    close: 'Schließen',
    select: (name: string) => `${name} auswählen`,
    intoShop: 'In den OnlineShop',
    take: 'In den OnlineShop aufnehmen',
    report: 'Erledigt: 1 von 2. Nicht geändert:',
    shop: 'OnlineShop',
  },
  en: {
    save: 'Save',
    saved: 'Saved.',
    newArticle: 'New article',
    name: 'Name',
    number: 'Article number',
    listPrice: /^Net list price/,
    noPrice: 'Please enter a price, for example 89.90.',
    search: 'Search the articles',
    changePrice: (name: string, price: string) => `Change the price: ${name}, ${price}`,
    priceOf: (name: string) => `Net price: ${name}`,
    price: (euros: string) => `€${euros.replace(',', '.')}`,
    meanwhile: /^Somebody has changed the article meanwhile; the price is now: €12\.00/,
    inShop: (name: string) => `In the OnlineShop: ${name}`,
    addPicture: (name: string) => `Add a picture: ${name}`,
    pictureSaved: 'The picture is saved.',
    removePicture: 'Remove the picture',
    close: 'Close',
    select: (name: string) => `Select ${name}`,
    intoShop: 'Into the OnlineShop',
    take: 'Take into the OnlineShop',
    report: 'Done: 1 of 2. Not changed:',
    shop: 'OnlineShop',
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
    const name = language === 'de' ? 'Zwirbelkabel' : 'Quastenhalter';
    const other = 'Murmelbox';
    const stored = async (number: string) => {
      const { body } = await world.admin.get(`/staff/articles?search=${number}`).expect(200);
      return body.items.find((item: { number: string }) => item.number === number);
    };
    let admin: Administrator;
    let world: World;
    let page: Page;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, page } = admin);
      await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    });

    afterAll(() => admin.leave());

    it('has all columns of the articles in sight on a tablet, however long their words are', async () => {
      const sent = { number: `LW-${language}`, name: `Ersatzbatterie ${language}`, netPriceCents: 123_456 };
      const category = 'Druckerverschleißteile';
      await world.admin
        .post('/staff/articles')
        .send({ ...sent, category })
        .expect(201);
      const size = page.viewportSize()!;
      await admin.open('/catalog');
      await page.getByRole('row').filter({ hasText: category }).waitFor();
      for (const width of [700, 768, 820, 912, 1024]) {
        await page.setViewportSize({ width, height: 1024 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect({ width, fits: over <= 0 }).toEqual({ width, fits: true });
      }
      await page.setViewportSize(size);
    });

    it('has articles that are added, found, and changed where they stand', async () => {
      const number = `ZK-${language}`;
      await admin.open('/catalog');
      await admin.button(words.newArticle).click();
      await admin.dialog().getByLabel(words.name).fill(name);
      await admin.dialog().getByLabel(words.number).fill(number);
      await admin.dialog().getByLabel(words.listPrice).fill('zehn');
      await admin.button(words.save, admin.dialog()).click();
      await admin.dialog().getByText(words.noPrice).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin
        .dialog()
        .getByLabel(words.listPrice)
        .fill(language === 'de' ? '10,50' : '10.50');
      await admin.button(words.save, admin.dialog()).click();
      await admin.dialogCloses();
      await page.getByLabel(words.search).fill(name);
      await page.waitForURL(/q=/);

      await admin.button(words.changePrice(name, words.price('10,50'))).click();
      const { id } = await stored(number);
      await changeArticle(world.admin, id, { netPriceCents: 1200 });
      await page.getByLabel(words.priceOf(name)).fill('11');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText(words.meanwhile).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await page.getByLabel(words.priceOf(name)).press('Enter');
      await admin.button(words.changePrice(name, words.price('11,00'))).waitFor();
      expect(await stored(number)).toMatchObject({ netPriceCents: 1100, onlineShop: false });
      await admin.button(words.changePrice(name, words.price('11,00'))).focus();
      const answered = () => page.waitForResponse((answer) => answer.request().method() === 'PATCH');
      const isPriced = answered();
      for (const key of ['Enter', '8', '5', 'Enter']) await page.keyboard.press(key);
      await admin.button(words.changePrice(name, words.price('85,00'))).waitFor();
      await isPriced;
      // The message may be the one from before.
      const isSaved = answered();
      await page.getByLabel(words.inShop(name)).click();
      await isSaved;
      await admin.hears(words.saved);
      expect(await stored(number)).toMatchObject({ netPriceCents: 8500, onlineShop: true });
      // The click beside the price saves it, too; neither change takes the other for somebody else's.
      const articlePath = `**/api/v1/staff/articles/${id}`;
      await page.route(articlePath, async (route) => {
        await sleep(500);
        await route.continue();
      });
      await admin.button(words.changePrice(name, words.price('85,00'))).click();
      await page.getByLabel(words.priceOf(name)).fill('86');
      const isTakenOut = page.waitForResponse(
        (answer) => answer.request().postData()?.includes('Shop') ?? false,
      );
      await page.getByLabel(words.inShop(name)).click();
      expect((await isTakenOut).status()).toBe(200);
      await page.unroute(articlePath);
      expect(await stored(number)).toMatchObject({ netPriceCents: 8600, onlineShop: false });
      // Escape sends nothing.
      let changes = 0;
      page.on('request', (request) => {
        if (request.method() === 'PATCH') changes++;
      });
      await admin.button(words.changePrice(name, words.price('86,00'))).click();
      await page.getByLabel(words.priceOf(name)).fill('9');
      await page.keyboard.press('Escape');
      await admin.button(words.changePrice(name, words.price('86,00'))).waitFor();
      await sleep(300);
      expect(changes).toBe(0);

      await admin.button(words.addPicture(name)).click();
      const dataTransfer = await page.evaluateHandle(
        (bytes) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], 'bild.png', { type: 'image/png' }));
          return transfer;
        },
        [...PNG],
      );
      await admin.dialog().locator('.files').dispatchEvent('drop', { dataTransfer });
      await admin.hears(words.pictureSaved);
      await admin.dialog().getByRole('img', { name }).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.removePicture, admin.dialog()).click();
      await admin.dialog().getByRole('img').waitFor({ state: 'detached' });
      expect(await stored(number)).toMatchObject({ hasImage: false });
      await page.keyboard.press('Escape');
      await admin.dialogCloses();
    });

    it('takes several articles into the OnlineShop, and says which it could not', async () => {
      const good = await offerArticle(world.admin, { name: `${other} gut`, onlineShop: false });
      const late = await offerArticle(world.admin, { name: `${other} verpasst`, onlineShop: false });
      await admin.open(`/catalog?q=${other}&shop=no`);
      await page.getByLabel(words.select(`${other} gut`)).check();
      await page.getByLabel(words.select(`${other} verpasst`)).check();
      await changeArticle(world.admin, late, { category: 'Kabel' });
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.intoShop).click();
      await admin.button(words.take, admin.dialog()).click();
      await admin.dialog().getByText(words.report).waitFor();
      await admin
        .dialog()
        .getByRole('listitem')
        .filter({ hasText: `${other} verpasst` })
        .waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.close, admin.dialog()).click();
      expect((await world.admin.get(`/staff/articles/${good}`)).body.onlineShop).toBe(true);
      expect((await world.admin.get(`/staff/articles/${late}`)).body.onlineShop).toBe(false);
      // The address narrows the list to what is not in the shop.
      await page
        .getByRole('row')
        .filter({ hasText: `${other} gut` })
        .waitFor({ state: 'detached' });
      expect(await page.getByLabel(words.select(`${other} verpasst`)).isChecked()).toBe(true);
      await page.getByLabel(words.shop, { exact: true }).selectOption({ index: 0 });
      await page
        .getByRole('row')
        .filter({ hasText: `${other} gut` })
        .waitFor();
    });
  });
});
