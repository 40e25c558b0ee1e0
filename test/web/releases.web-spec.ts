import type { Browser, Page } from 'playwright-core';
import { addCustomer } from '../support/population';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

describe('A page that was opened before a release', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;
  let ticket: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    const { body } = await world.admin
      .post('/staff/tickets')
      .send({ customerId, subject: 'Server steht', description: 'Seit heute' })
      .expect(201);
    ticket = `/staff/${world.tenant.slug}/tickets/${body.id}`;
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, `/tickets/${body.id}`, 'staff');
    await page.getByRole('heading', { name: 'Server steht', level: 1 }).waitFor();
  });

  afterAll(async () => {
    await visitor.context.close();
    await browser.close();
  });

  /** The release has files of other names. */
  const isGone = (name: string) =>
    page.route(`**/assets/${name}-*.js`, (route) => route.fulfill({ status: 404 }), { times: 1 });

  it('is loaded anew where a part of it is gone, and keeps what was typed', async () => {
    await page.getByRole('button', { name: 'Interne Notiz' }).click();
    await page.getByLabel('Notiz, die nur Mitarbeiter sehen').fill('Noch nicht gesendet');
    await isGone('merge-ticket');
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Zusammenführen mit …' }).click(),
    ]);
    await page.getByRole('heading', { name: 'Server steht', level: 1 }).waitFor();
    expect(await page.getByLabel(/^Text|^Notiz/).inputValue()).toBe('Noch nicht gesendet');
    await page.getByRole('button', { name: 'Zusammenführen mit …' }).click();
    await page.getByRole('dialog').getByRole('heading').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('leads back to where one was, where the session has ended as well', async () => {
    await page.goto(ticket);
    await page.getByRole('heading', { name: 'Server steht', level: 1 }).waitFor();
    await visitor.endSession();
    await isGone('login-again');
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('link', { name: 'Kunden', exact: true }).dispatchEvent('click'),
    ]);
    await page.getByLabel('E-Mail-Adresse').fill(world.tenant.adminEmail);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/(tickets\/|customers)/);
  });
});
