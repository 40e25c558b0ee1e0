import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { addCustomer } from '../support/population';
import { addPrinterModel } from '../support/seed-catalog';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    title: 'Geräte',
    search: 'Geräte aller Kunden suchen',
    model: 'Nur ein Druckermodell',
    unknown: /^Dieses Druckermodell gibt es nicht/,
    all: 'Alle Geräte zeigen',
    room: /^Raum/,
    save: 'Speichern',
    ofModel: 'Geräte dieses Modells',
  },
  en: {
    title: 'Devices',
    search: 'Search the devices of all customers',
    model: 'Only one printer model',
    unknown: /^There is no such printer model/,
    all: 'Show all devices',
    room: /^Room/,
    save: 'Save',
    ofModel: 'Devices of this model',
  },
} as const;

describe('Devices of all customers in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    const model = await addPrinterModel(world.admin, 'ECOSYS P3145dn', 'Kyocera');
    for (const [customer, name, assetTag, printerModelId] of [
      ['Schreinerei Holz', 'Empfang', 'INV-1', model],
      ['Bäckerei Korn', 'Backstube', 'INV-2', undefined],
      ['Bäckerei Krume', 'Laden', 'INV-3', model],
    ] as const) {
      await world.admin
        .post(`/staff/customers/${await addCustomer(world.admin, customer)}/devices`)
        .send({ name, assetTag, printerModelId, location: 'Köln' })
        .expect(201);
    }
  });

  afterAll(() => browser.close());

  it.each(LOOKS)('are found, filtered by model and changed, in $language, $width px wide', async (look) => {
    const words = WORDS[look.language];
    await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/catalog/devices', 'staff');
    await page.getByRole('heading', { name: words.title, level: 1 }).waitFor();
    const shown = async (...names: string[]): Promise<void> => {
      for (const name of names) await device(page, name).waitFor();
      const rows = page.locator('tbody tr');
      for (let waits = 0; (await rows.count()) !== names.length && waits < 100; waits++) await sleep(50);
      expect(await rows.count()).toBe(names.length);
    };
    await shown('Backstube', 'Empfang', 'Laden');
    expect(await visitor.findings()).toEqual([]);

    await page.getByLabel(words.search).fill('bäckerei');
    await shown('Backstube', 'Laden');
    await page.getByLabel(words.search).fill('ecosys krume');
    await shown('Laden');
    await page.getByLabel(words.search).fill('');
    await shown('Backstube', 'Empfang', 'Laden');

    await page.getByLabel(words.model).fill('Kyocera Nirgendwo');
    await page.getByLabel(words.model).press('Tab');
    await page.getByText(words.unknown).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel(words.model).fill('Kyocera ECOSYS P3145dn');
    await shown('Empfang', 'Laden');
    await page.waitForURL(/model=/);
    await page.reload();
    await shown('Empfang', 'Laden');
    expect(await page.getByLabel(words.model).inputValue()).toBe('Kyocera ECOSYS P3145dn');

    // The link is old, and the model is none any more.
    const ofNoModel = `/staff/${world.tenant.slug}/catalog/devices?model=${randomUUID()}`;
    await page.goto(ofNoModel);
    await page.getByText(words.unknown).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: words.all }).press('Enter');
    await shown('Backstube', 'Empfang', 'Laden');
    await page.getByText(words.unknown).waitFor({ state: 'detached' });
    await page.goto(ofNoModel);
    await page.getByText(words.unknown).waitFor();
    await page.getByLabel(words.model).pressSequentially('x');
    await page.getByLabel(words.model).press('Backspace');
    await shown('Backstube', 'Empfang', 'Laden');

    await device(page, 'Laden').press('Enter');
    await page.getByRole('dialog').getByLabel(words.room).fill(`2.${look.width}`);
    await page.getByRole('dialog').getByRole('button', { name: words.save, exact: true }).click();
    await page
      .getByRole('cell', { name: `Köln, 2.${look.width}` })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Kyocera ECOSYS P3145dn' }).first().click();
    await page.getByRole('link', { name: words.ofModel }).click();
    await shown('Empfang', 'Laden');
    await page.getByRole('link', { name: 'Bäckerei Krume' }).click();
    await page.getByRole('heading', { name: 'Bäckerei Krume', level: 1 }).waitFor();
    await visitor.leave();
    expect(visitor.complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
});

function device(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}
