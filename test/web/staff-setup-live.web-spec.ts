import type { Browser, Page } from 'playwright-core';
import { addCategory } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

/** An administrator in the browser, another one by the API. */
describe('What another administrator sets up shows at once', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    expect(visitor.complaints.filter((text) => !/ 412 /.test(text))).toEqual([]);
  });

  /** The stream of events is there once the page has it. */
  async function go(path: string): Promise<void> {
    const listening = page.waitForResponse(/staff\/events/);
    await page.goto(`/staff/${world.tenant.slug}${path}`);
    await listening;
  }

  async function colleague(path: string, changes: object): Promise<void> {
    await world.admin.change(path, changes);
  }

  it('a category that is new, renamed and gone', async () => {
    await go('/categories');
    await page.getByRole('heading', { name: 'Kategorien', level: 1 }).waitFor();
    const path = `/staff/ticket-categories/${await addCategory(world.admin, 'Störung')}`;
    await page.getByRole('row').filter({ hasText: 'Störung' }).waitFor();
    await colleague(path, { nameDe: 'Ausfall' });
    await page.getByRole('row').filter({ hasText: 'Ausfall' }).waitFor();
    await world.admin.delete(path).expect(204);
    await page.getByRole('row').filter({ hasText: 'Ausfall' }).waitFor({ state: 'detached' });
  });

  it('a canned reply that is new, rewritten and gone', async () => {
    await go('/canned-replies');
    await page.getByRole('heading', { name: 'Textbausteine', level: 1 }).waitFor();
    const values = { name: 'Gruß', body: 'Guten Tag' };
    const { body } = await world.admin.post('/staff/canned-replies').send(values).expect(201);
    await page.getByRole('row').filter({ hasText: 'Guten Tag' }).waitFor();
    await colleague(`/staff/canned-replies/${body.id}`, { body: 'Guten Morgen' });
    await page.getByRole('row').filter({ hasText: 'Guten Morgen' }).waitFor();
    await world.admin.delete(`/staff/canned-replies/${body.id}`).expect(204);
    await page.getByRole('row').filter({ hasText: 'Gruß' }).waitFor({ state: 'detached' });
  });

  it('a setting, beside what is being typed; of what both change it is said before it is saved', async () => {
    await go('/settings');
    const terms = page.getByLabel(/^Stand der AGB/);
    await terms.fill('2027-01');
    await colleague('/staff/settings', { portalName: 'Portal der Kollegin', printerShop: { enabled: true } });
    await page
      .getByRole('status')
      .getByText(
        'Jemand hat das inzwischen geändert: Name des Portals: Portal der Kollegin; DruckerShop, Für Kunden geöffnet: ja.',
      )
      .waitFor();
    expect(await page.getByLabel(/^Name des Portals/).inputValue()).toBe('Portal der Kollegin');
    expect(await terms.inputValue()).toBe('2027-01');
    await colleague('/staff/settings', { termsVersion: '2026-12' });
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('alert').getByText('inzwischen geändert: Stand der AGB: 2026-12.').waitFor();
    expect(await terms.inputValue()).toBe('2027-01');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('status').getByText('Gespeichert').waitFor();
    const { body } = await world.admin.get('/staff/settings').expect(200);
    expect(body).toMatchObject({ termsVersion: '2027-01', portalName: 'Portal der Kollegin' });
  });

  it('the colour, where it is not being changed here', async () => {
    await go('/brand');
    const color = page.getByLabel(/^Farbe als Hex-Wert/);
    await color.waitFor();
    await colleague('/staff/settings', { accentColor: '#1f3d7a' });
    await until(page, `document.querySelector('input[type=color]').value === '#1f3d7a'`);
    expect(await color.inputValue()).toBe('#1f3d7a');
    await color.fill('#7a1f1f');
    await colleague('/staff/settings', { termsVersion: '2027-02' });
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('status').getByText('Gespeichert').waitFor();
    const { body } = await world.admin.get('/staff/settings').expect(200);
    expect(body).toMatchObject({ accentColor: '#7a1f1f', termsVersion: '2027-02' });
  });
});
