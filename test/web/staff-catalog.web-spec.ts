import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import {
  changeArticle,
  decideOrder,
  makeOffer,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from '../support/shops';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const PNG = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`);
const WORDS = {
  de: {
    save: 'Speichern',
    saved: 'Gespeichert.',
    newArticle: 'Neuer Artikel',
    name: 'Bezeichnung',
    number: 'Artikelnummer',
    category: /^Warengruppe/,
    listPrice: /^Listenpreis/,
    noPrice: 'Bitte einen Preis angeben, zum Beispiel 89,90.',
    search: 'Artikel suchen',
    changePrice: (name: string, price: string) => `Preis ändern: ${name}, ${price}`,
    priceOf: (name: string) => `Preis netto: ${name}`,
    price: (euros: string) => `${euros} €`,
    meanwhile: /^Jemand hat den Artikel inzwischen geändert; der Preis ist jetzt: 12,00/,
    inShop: (name: string) => `Im OnlineShop: ${name}`,
    addPicture: (name: string) => `Bild hinzufügen: ${name}`,
    showPicture: (name: string) => `Bild von ${name}`,
    pictureSaved: 'Das Bild ist gespeichert.',
    removePicture: 'Bild entfernen',
    close: 'Schließen',
    select: (name: string) => `${name} auswählen`,
    intoShop: 'In den OnlineShop',
    take: 'In den OnlineShop aufnehmen',
    report: 'Erledigt: 1 von 2. Nicht geändert:',
    outside: 'Nicht im OnlineShop',
    shop: 'OnlineShop',
    columns: 'Die 12 Spalten erklärt',
    content: 'Betrag in Euro, zum Beispiel 1.234,56',
    template: 'Vorlage laden',
    checked: /^Geprüft, noch nichts übernommen/,
    badCell: 'Bitte geben Sie einen Betrag an, zum Beispiel 1.234,56.',
    applyGood: 'Nur die gute Zeile übernehmen',
    applied: /^Übernommen/,
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
    done: 'Erledigt',
    accepted: 'Angenommen',
    cancel: 'Stornieren',
    reason: 'Begründung',
    cancelled: 'Storniert',
    newOffer: 'Neues Angebot',
    sendOffer: 'Angebot senden',
  },
  en: {
    save: 'Save',
    saved: 'Saved.',
    newArticle: 'New article',
    name: 'Name',
    number: 'Article number',
    category: /^Category/,
    listPrice: /^Net list price/,
    noPrice: 'Please enter a price, for example 89.90.',
    search: 'Search the articles',
    changePrice: (name: string, price: string) => `Change the price: ${name}, ${price}`,
    priceOf: (name: string) => `Net price: ${name}`,
    price: (euros: string) => `€${euros.replace(',', '.')}`,
    meanwhile: /^Somebody has changed the article meanwhile; the price is now: €12\.00/,
    inShop: (name: string) => `In the OnlineShop: ${name}`,
    addPicture: (name: string) => `Add a picture: ${name}`,
    showPicture: (name: string) => `Picture of ${name}`,
    pictureSaved: 'The picture is saved.',
    removePicture: 'Remove the picture',
    close: 'Close',
    select: (name: string) => `Select ${name}`,
    intoShop: 'Into the OnlineShop',
    take: 'Take into the OnlineShop',
    report: 'Done: 1 of 2. Not changed:',
    outside: 'Not in the OnlineShop',
    shop: 'OnlineShop',
    columns: 'The 12 columns explained',
    content: 'amount in euros, e.g. 1.234,56',
    template: 'Load the template',
    checked: /^Checked, nothing imported yet/,
    badCell: 'Please give an amount, for example 1.234,56.',
    applyGood: 'Import only the good row',
    applied: /^Imported/,
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
    done: 'Done',
    accepted: 'Accepted',
    cancel: 'Cancel the order',
    reason: 'Reason',
    cancelled: 'Cancelled',
    newOffer: 'New offer',
    sendOffer: 'Send the offer',
  },
} as const;

describe('The catalog in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', ({ language, width }) => {
    const words = WORDS[language];
    // Articles of the one look are not found by the words of the other.
    const name = language === 'de' ? 'Zwirbelkabel' : 'Quastenhalter';
    const other = language === 'de' ? 'Murmelbox' : 'Federgriff';
    let visitor: Visitor;
    let page: Page;
    const dialog = () => page.getByRole('dialog');
    const button = (label: string, within: Page | ReturnType<typeof dialog> = page) =>
      within.getByRole('button', { name: label, exact: true });
    const says = (text: string) => page.getByRole('status').getByText(text).first().waitFor();
    const closed = () => dialog().waitFor({ state: 'detached' });
    const go = (path: string) => page.goto(`/staff/${world.tenant.slug}${path}`);
    const stored = async (number: string) => {
      const { body } = await world.admin.get(`/staff/articles?search=${number}`).expect(200);
      return body.items.find((item: { number: string }) => item.number === number);
    };

    beforeAll(async () => {
      await world.admin.patch('/auth/me').send({ language }).expect(200);
      visitor = await Visitor.come(browser, { language, width });
      ({ page } = visitor);
      await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/catalog', 'staff');
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !/ (412|422) /.test(text))).toEqual([]);
    });

    it('has articles that are added, found, and changed where they stand', async () => {
      const number = `ZK-${language}`;
      await button(words.newArticle).click();
      await dialog().getByLabel(words.name).fill(name);
      await dialog().getByLabel(words.number).fill(number);
      await dialog().getByLabel(words.listPrice).fill('zehn');
      await button(words.save, dialog()).click();
      await dialog().getByText(words.noPrice).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await dialog()
        .getByLabel(words.listPrice)
        .fill(language === 'de' ? '10,50' : '10.50');
      await button(words.save, dialog()).click();
      await closed();
      await page.getByLabel(words.search).fill(name);
      await page.waitForURL(/q=/);

      await button(words.changePrice(name, words.price('10,50'))).click();
      const { id } = await stored(number);
      await changeArticle(world.admin, id, { netPriceCents: 1200 });
      await page.getByLabel(words.priceOf(name)).fill('11');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText(words.meanwhile).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.priceOf(name)).press('Enter');
      await button(words.changePrice(name, words.price('11,00'))).waitFor();
      expect(await stored(number)).toMatchObject({ netPriceCents: 1100, onlineShop: false });
      await button(words.changePrice(name, words.price('11,00'))).focus();
      const answered = () => page.waitForResponse((answer) => answer.request().method() === 'PATCH');
      const isPriced = answered();
      for (const key of ['Enter', '8', '5', 'Enter']) await page.keyboard.press(key);
      await button(words.changePrice(name, words.price('85,00'))).waitFor();
      await isPriced;
      // The message may be the one from before.
      const isSaved = answered();
      await page.getByLabel(words.inShop(name)).click();
      await isSaved;
      await says(words.saved);
      expect(await stored(number)).toMatchObject({ netPriceCents: 8500, onlineShop: true });
      // The click beside the price saves it, too; neither change takes the other for somebody else's.
      const articlePath = `**/api/v1/staff/articles/${id}`;
      await page.route(articlePath, async (route) => {
        await sleep(500);
        await route.continue();
      });
      await button(words.changePrice(name, words.price('85,00'))).click();
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
      await button(words.changePrice(name, words.price('86,00'))).click();
      await page.getByLabel(words.priceOf(name)).fill('9');
      await page.keyboard.press('Escape');
      await button(words.changePrice(name, words.price('86,00'))).waitFor();
      await sleep(300);
      expect(changes).toBe(0);

      await button(words.addPicture(name)).click();
      const dataTransfer = await page.evaluateHandle(
        (bytes) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], 'bild.png', { type: 'image/png' }));
          return transfer;
        },
        [...PNG],
      );
      await dialog().locator('.files').dispatchEvent('drop', { dataTransfer });
      await says(words.pictureSaved);
      await dialog().getByRole('img', { name }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await button(words.removePicture, dialog()).click();
      await dialog().getByRole('img').waitFor({ state: 'detached' });
      expect(await stored(number)).toMatchObject({ hasImage: false });
      await page.keyboard.press('Escape');
      await closed();
    });

    it('takes several articles into the OnlineShop, and says which it could not', async () => {
      const good = await offerArticle(world.admin, { name: `${other} gut`, onlineShop: false });
      const late = await offerArticle(world.admin, { name: `${other} verpasst`, onlineShop: false });
      await go(`/catalog?q=${other}&shop=no`);
      await page.getByLabel(words.select(`${other} gut`)).check();
      await page.getByLabel(words.select(`${other} verpasst`)).check();
      await changeArticle(world.admin, late, { category: 'Kabel' });
      expect(await visitor.findings()).toEqual([]);
      await button(words.intoShop).click();
      await button(words.take, dialog()).click();
      await dialog().getByText(words.report).waitFor();
      await dialog()
        .getByRole('listitem')
        .filter({ hasText: `${other} verpasst` })
        .waitFor();
      expect(await visitor.findings()).toEqual([]);
      await button(words.close, dialog()).click();
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

    it('is filled from a file, after the cells that cannot be taken were shown', async () => {
      await go('/catalog/imports');
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
      expect(await visitor.findings()).toEqual([]);
      expect(await stored(`IM-${language}-1`)).toBeUndefined();
      await button(words.applyGood).click();
      await page.getByText(words.applied).waitFor();
      expect(await stored(`IM-${language}-1`)).toMatchObject({ netPriceCents: 1250 });
      expect(await stored(`IM-${language}-2`)).toBeUndefined();
    });

    it('has printer models with accessories, and customers have printers of them', async () => {
      const toner = `Toner ${name}`;
      await offerArticle(world.admin, { name: toner });
      await offerArticle(world.admin, { name: `Trommel ${name}` });
      await go('/catalog/printer-models');
      await button(words.newModel).click();
      await dialog().getByLabel(words.manufacturer).fill('Kyocera');
      await dialog().getByLabel(words.model, { exact: true }).fill(`MA ${language}`);
      await button(words.save, dialog()).click();
      await page.getByRole('heading', { name: `Kyocera MA ${language}`, level: 1 }).waitFor();
      await button(words.editAccessories).click();
      const accessories = page.getByRole('form', { name: words.editAccessories });
      // The keys lead from one to the next, and Enter saves nothing that is half made.
      for (const article of [toner, `Trommel ${name}`]) {
        await page.keyboard.type(article);
        await accessories.getByRole('button', { name: article }).waitFor();
        await page.keyboard.press('Enter');
        await accessories.getByLabel(words.kindOf(article)).waitFor();
        if (article !== toner) await page.keyboard.type('Trommel');
        await page.keyboard.press('Enter');
      }
      // The first has no kind yet: nothing is saved, and the field says so.
      await button(words.save, accessories).click();
      await accessories.locator('[aria-invalid="true"]').waitFor();
      await accessories.getByLabel(words.kindOf(toner)).fill('Toner schwarz');
      expect(await visitor.findings()).toEqual([]);
      await button(words.save, accessories).click();
      // What is typed names its cell as well: only without the form it is what was saved.
      await accessories.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Toner schwarz' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      const modelId = page.url().split('/').at(-1) ?? '';
      const set = `/staff/printer-models/${modelId}/accessories`;
      expect((await world.admin.get(set).expect(200)).body.items).toMatchObject([
        { name: toner, kind: 'Toner schwarz' },
        { name: `Trommel ${name}`, kind: 'Trommel' },
      ]);

      // A colleague adds another while one is removed here.
      await button(words.editAccessories).click();
      await button(words.remove(`Trommel ${name}`)).click();
      const late = await offerArticle(world.admin, { name: `Spät ${name}` });
      await world.admin.put(`${set}/${late}`).send({ kind: 'Wartung' }).expect(200);
      await button(words.save, accessories).click();
      await accessories.getByText(words.accessoriesChanged).waitFor();
      await button(words.save, accessories).click();
      await accessories.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name: 'Wartung' }).waitFor();
      const kept = (await world.admin.get(set).expect(200)).body.items;
      expect(kept.map(({ kind: each }: { kind: string }) => each)).toEqual(['Toner schwarz', 'Wartung']);

      const customerId = await addCustomer(world.admin, `Druckerei ${language}`);
      await go(`/customers/${customerId}`);
      await button(words.newDevice).click();
      await dialog().getByLabel(words.deviceName, { exact: true }).fill('Empfang');
      await dialog().getByLabel(words.printerModel).fill('Kyocera Nirgendwo');
      await button(words.save, dialog()).click();
      await dialog().getByText(words.modelUnknown).waitFor();
      await dialog().getByLabel(words.printerModel).fill(`Kyocera MA ${language}`);
      expect(await visitor.findings()).toEqual([]);
      await button(words.save, dialog()).click();
      await closed();
      await button('Empfang').click();
      await dialog().getByLabel(words.room).fill('2.14');
      await dialog().getByLabel(words.status).selectOption(words.retired);
      await button(words.save, dialog()).click();
      await closed();
      const line = page.getByRole('listitem').filter({ hasText: 'Empfang' });
      await line.getByText(words.retired).waitFor();
      const { body } = await world.admin.get(`/staff/customers/${customerId}/devices`).expect(200);
      expect(body.items).toMatchObject([
        { printerModel: { name: `MA ${language}` }, room: '2.14', status: 'RETIRED' },
      ]);
    });

    it('is ordered from: orders of all customers, of which one is cancelled with a reason', async () => {
      const customerId = await addCustomer(world.admin, `Besteller ${language}`);
      const contact = await addContact(world, customerId, 'USER');
      const article = await offerArticle(world.admin, { name: `Bestellt ${name}`, netPriceCents: 2500 });
      await putIntoCart(contact, 'online-shop', article, 2);
      const { body } = await submitCart(contact, 'online-shop');
      await decideOrder(world.admin, body.number as string, { decision: 'ACCEPTED' });
      await go('/orders');
      await page.getByRole('link', { name: words.done, exact: true }).click();
      await page.waitForURL(/view=done/);
      const row = page.getByRole('row').filter({ hasText: `Besteller ${language}` });
      await row.getByText(words.accepted).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await row.getByRole('link').click();
      await page
        .getByRole('rowheader')
        .filter({ hasText: `Bestellt ${name}` })
        .waitFor();
      await button(words.cancel).click();
      await dialog().getByLabel(words.reason).fill('Nicht mehr lieferbar.');
      expect(await visitor.findings()).toEqual([]);
      await button(words.cancel, dialog()).click();
      await page.getByText(words.cancelled, { exact: true }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      const { body: order } = await world.admin.get(`/staff/orders/${body.id}`).expect(200);
      expect(order).toMatchObject({ status: 'CANCELLED', cancellation: { reason: 'Nicht mehr lieferbar.' } });
    });

    it('is asked for quotes, whose offers are replaced by others', async () => {
      const customerId = await addCustomer(world.admin, `Frager ${language}`);
      const contact = await addContact(world, customerId, 'USER');
      const article = await offerArticle(world.admin, { name: `Angefragt ${name}` });
      await putIntoCart(contact, 'online-shop', article);
      const { body } = await submitCart(contact, 'online-shop');
      await makeOffer(world.admin, body.id as string, 3000);
      await go(`/orders/${body.id}`);
      await button(words.newOffer).click();
      await dialog().locator('input.price').fill('29');
      await dialog().locator('.offer-totals').getByText(words.price('29,00')).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await button(words.sendOffer, dialog()).click();
      await closed();
      await page
        .getByRole('row')
        .filter({ hasText: `Angefragt ${name}` })
        .getByText(words.price('29,00'))
        .first()
        .waitFor();
      const { body: order } = await world.admin.get(`/staff/orders/${body.id}`).expect(200);
      expect(order).toMatchObject({ status: 'OFFER_MADE', offer: { version: 2 }, totalNetCents: 2900 });
    });
  });
});
