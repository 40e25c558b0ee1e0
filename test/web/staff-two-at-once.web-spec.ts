import type { Browser, Locator, Page } from 'playwright-core';
import { addCategory, addContact, addCustomer } from '../support/population';
import { decideOrder, offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { addAgent, makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

/** One in the browser, a colleague by the API. */
describe('Two of the staff at the same record', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;
  let visitor: Visitor;
  let page: Page;
  let dialog: Locator;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
    dialog = page.getByRole('dialog').first();
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    expect(visitor.complaints.filter((text) => !/ (409|412) /.test(text))).toEqual([]);
  });

  const go = (path: string) => page.goto(`/staff/${world.tenant.slug}${path}`);
  const open = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const save = () => dialog.getByRole('button', { name: 'Speichern' }).click();

  async function colleague(path: string, changes: object): Promise<void> {
    await world.admin.change(path, changes);
  }

  async function isNow(path: string, expected: object): Promise<void> {
    expect((await world.admin.get(path).expect(200)).body).toMatchObject(expected);
  }

  /** What was typed stands there still, and sent once more it goes beside what the colleague has changed. */
  async function saveAgain(field: Locator, typed: string, word: RegExp): Promise<void> {
    await save();
    await dialog.getByRole('alert').getByText(word).waitFor();
    expect(await field.inputValue()).toBe(typed);
    expect(await visitor.findings()).toEqual([]);
    await save();
    await dialog.waitFor({ state: 'detached' });
  }

  it('a ticket: what was refused is over once it has changed again', async () => {
    const sent = { customerId, subject: 'Zu zweit', description: 'Bitte.' };
    const { body } = await world.admin.post('/staff/tickets').send(sent).expect(201);
    const path = `/staff/tickets/${body.id}`;
    await go(`/tickets/${body.id}`);
    const status = page.getByLabel('Status', { exact: true });
    await status.waitFor();
    await page.route(
      `**/api/v1${path}`,
      async (route) => {
        await colleague(path, { priority: 'HIGH' });
        await route.continue();
      },
      { times: 1 },
    );
    await status.selectOption('RESOLVED');
    const refusal = page.getByRole('alert').getByText(/inzwischen geändert/);
    await refusal.waitFor();
    await colleague(path, { priority: 'LOW' });
    await refusal.waitFor({ state: 'detached' });
  });

  it('a category', async () => {
    const path = `/staff/ticket-categories/${await addCategory(world.admin, 'Störung')}`;
    await go('/categories');
    await open('Störung ändern');
    const name = dialog.getByLabel('Name auf Deutsch');
    await name.fill('Etwas ist kaputt');
    await colleague(path, { nameEn: 'Broken' });
    await saveAgain(name, 'Etwas ist kaputt', /inzwischen geändert: Name auf Englisch: Broken\./);
    await isNow(path, { nameDe: 'Etwas ist kaputt', nameEn: 'Broken' });
  });

  it('a canned reply', async () => {
    const { body } = await world.admin
      .post('/staff/canned-replies')
      .send({ name: 'Gruß', body: 'Guten Tag' })
      .expect(201);
    const path = `/staff/canned-replies/${body.id}`;
    await go('/canned-replies');
    await open('Gruß ändern');
    const text = dialog.getByLabel('Text', { exact: true });
    await text.fill('Guten Morgen');
    await colleague(path, { name: 'Begrüßung' });
    await saveAgain(text, 'Guten Morgen', /inzwischen geändert: Name: Begrüßung\./);
    await isNow(path, { name: 'Begrüßung', body: 'Guten Morgen' });
  });

  it('somebody who works there', async () => {
    const { id } = await addAgent(world);
    const path = `/staff/users/${id}`;
    await go('/users');
    await open('Agnes Agent ändern');
    const name = dialog.getByLabel('Name', { exact: true });
    await name.fill('Agnes Neumann');
    await colleague(path, { role: 'ADMIN', currentPassword: PASSWORD });
    await saveAgain(name, 'Agnes Neumann', /inzwischen geändert: Rolle: Administrator\./);
    await isNow(path, { name: 'Agnes Neumann', role: 'ADMIN' });
  });

  it('a device', async () => {
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ name: 'Server', room: 'K.03' })
      .expect(201);
    const path = `/staff/devices/${body.id}`;
    await go('/catalog/devices');
    await open('Server');
    const place = dialog.getByLabel(/^Standort/);
    await place.fill('Köln');
    await colleague(path, { room: 'K.04' });
    await saveAgain(place, 'Köln', /inzwischen/i);
    await isNow(path, { location: 'Köln', room: 'K.04' });
  });

  it('the colour of the portal', async () => {
    await go('/brand');
    const color = page.getByLabel(/^Farbe als Hex-Wert/);
    await color.fill('#7a1f1f');
    await colleague('/staff/settings', { accentColor: '#1f3d7a', portalName: 'Portal der Kollegin' });
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page
      .getByRole('alert')
      .getByText(/inzwischen geändert: Farbe als Hex-Wert: #1f3d7a\./i)
      .waitFor();
    expect(await color.inputValue()).toBe('#7a1f1f');
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('status').getByText('Gespeichert').waitFor();
    await isNow('/staff/settings', { accentColor: '#7a1f1f', portalName: 'Portal der Kollegin' });
  });

  it('an order that both cancel: the second learns it and keeps the reason', async () => {
    const contact = await addContact(world, customerId, 'MAIN_USER');
    const article = await offerArticle(world.admin, { name: 'Toner schwarz', netPriceCents: 10_000 });
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    await putIntoCart(contact, 'online-shop', article);
    const { body } = await submitCart(contact, 'online-shop');
    await decideOrder(world.admin, String(body.number), { decision: 'ACCEPTED' });
    await go(`/orders/${body.id}`);
    await page.getByRole('button', { name: 'Stornieren' }).click();
    const reason = dialog.getByLabel(/^Begründung/);
    await reason.fill('Nicht lieferbar');
    await world.admin
      .put(`/staff/orders/${body.id}/cancellation`)
      .send({ reason: 'Auf Wunsch des Kunden' })
      .expect(200);
    await dialog.getByRole('button', { name: 'Stornieren' }).click();
    await dialog.getByRole('alert').getByText('Darüber wurde schon entschieden.').waitFor();
    expect(await reason.inputValue()).toBe('Nicht lieferbar');
    expect(await visitor.findings()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Auf Wunsch des Kunden').waitFor();
    expect(await page.getByRole('button', { name: 'Stornieren' }).count()).toBe(0);
  });
});
