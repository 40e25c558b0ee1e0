import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

describe('Lists as files in the browser', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Mitnehmen GmbH');
    await world.admin.post(`/staff/customers/${customerId}/devices`).send({ name: 'Notebook' }).expect(201);
    await world.admin.post(`/staff/customers/${customerId}/devices`).send({ name: 'Beamer' }).expect(201);
  });

  afterAll(() => browser.close());

  it.each([
    ['de', 1280, 'Als CSV-Datei', 'geraete.csv', 'Notebook;;;;;;;In Betrieb'],
    ['en', 360, 'As a CSV file', 'devices.csv', 'Notebook;;;;;;;In use'],
  ] as const)(
    'are taken along by main users, as filtered and in %s',
    async (language, width, action, name, line) => {
      const contact = await addContact(world, customerId, 'MAIN_USER', `Haupt-${language}`);
      await contact.patch('/auth/me').send({ language }).expect(200);
      await contact.post('/portal/tickets').send({ subject: 'Erster', description: 'x' }).expect(201);
      await contact.post('/portal/tickets').send({ subject: 'Zweiter', description: 'x' }).expect(201);
      const visitor = await Visitor.come(browser, { language, width });
      const { page } = visitor;
      await visitor.logIn(world.tenant.slug, contact.email, '/devices?q=Notebook');
      const save = async () => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: action }).click(),
        ]);
        const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
        return { name: download.suggestedFilename(), lines };
      };
      await page.getByRole('rowheader').first().waitFor();
      expect(await visitor.findings()).toEqual([]);
      const devices = await save();
      expect(devices.name).toBe(name);
      expect(devices.lines).toEqual([expect.any(String), `;${line}`]);
      await page.goto(`/p/${world.tenant.slug}/tickets?q=Zweiter&mine=true`);
      await page.getByRole('row').filter({ hasText: 'Zweiter' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      const tickets = await save();
      expect(tickets.name).toBe('tickets.csv');
      expect(tickets.lines).toEqual([expect.any(String), expect.stringContaining(';Zweiter;')]);
      await page.goto(`/p/${world.tenant.slug}/orders`);
      await page.getByRole('link', { name: action }).waitFor();
      expect((await save()).lines).toHaveLength(1);
      expect(await visitor.findings()).toEqual([]);
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    },
  );

  it('are not offered to others', async () => {
    const contact = await addContact(world, customerId, 'USER', 'Neben');
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    await visitor.logIn(world.tenant.slug, contact.email, '/devices');
    for (const list of ['devices', 'tickets', 'orders']) {
      await visitor.page.goto(`/p/${world.tenant.slug}/${list}`);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await visitor.page.getByRole('link', { name: 'Als CSV-Datei' }).count()).toBe(0);
    }
    await visitor.leave();
  });
});
