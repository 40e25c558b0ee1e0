import type { Browser, Page } from 'playwright-core';
import { Api } from '../support/api';
import { addCategory, addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

const NEW_PASSWORD = 'Leuchtturm wandert seltsam 17';

describe('The account in the browser', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;
  let email: string;
  let contactId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    ({ email, contactId } = await addContact(
      world,
      await addCustomer(world.admin, 'Konto GmbH'),
      'USER',
      'Konto',
    ));
    visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, email, '/account');
    await page.getByText('Dieses Gerät').waitFor();
  });

  afterEach(() => visitor.leave());

  it('shows the profile, and has no axe findings', async () => {
    await page.getByRole('main').getByText(email).waitFor();
    await page.getByRole('main').getByText('Konto GmbH').waitFor();
    expect(await visitor.findings()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('changes the language at once and for mails, and light or dark for this browser', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    // In the language from now on, not in the one before.
    await page
      .getByRole('status')
      .getByText('The language has been saved. It applies to e-mails, too.')
      .waitFor();
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    const { body } = await (
      await Api.signIn({ tenant: world.tenant.slug, email, password: PASSWORD })
    )
      .get('/auth/me')
      .expect(200);
    expect(body.language).toBe('en');
  });

  it('hears what the tenant has named in the language that is chosen, whatever the browser prefers', async () => {
    await addCategory(world.admin, 'Drucken', { nameEn: 'Printing' });
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByRole('button', { name: 'English' }).click();
    await kept;
    await page.getByRole('heading', { name: 'Account' }).waitFor();
    await page.goto(`/p/${world.tenant.slug}/tickets/new`);
    await page.getByLabel('Category').waitFor();
    expect(await page.getByLabel('Category').locator('option').allInnerTexts()).toContain('Printing');
    expect(visitor.complaints).toEqual([]);
  });

  it('turns the mails about tickets off', async () => {
    const mails = page.getByLabel('Mails zu meinen Tickets erhalten');
    expect(await mails.isChecked()).toBe(true);
    await mails.uncheck();
    await page.getByText('Ihre Wahl ist gespeichert.').waitFor();
    await page.reload();
    expect(await mails.isChecked()).toBe(false);
  });

  it('lets main users alone choose which mails of the company they get', async () => {
    const company = page.getByRole('group', { name: 'Tickets und Bestellungen der Firma' });
    expect(await company.count()).toBe(0);
    await world.admin
      .put(`/staff/contacts/${contactId}/portal-access`)
      .send({ role: 'MAIN_USER' })
      .expect(200);
    await page.reload();
    await company.getByRole('button', { name: 'Wichtige' }).click();
    await page.getByText('Ihre Wahl ist gespeichert.').waitFor();
    await page.reload();
    await company.waitFor();
    expect(await company.getByRole('button', { pressed: true }).textContent()).toBe('Wichtige');
    expect(await visitor.findings()).toEqual([]);
  });

  it('changes the password, and says at the field what is wrong with one', async () => {
    await page.getByLabel('Jetziges Passwort').fill(PASSWORD);
    await page.getByLabel('Neues Passwort').fill('qwertzuiop12');
    await page.getByRole('button', { name: 'Passwort ändern' }).click();
    await page.getByText(/^Dieses Passwort ist zu leicht zu erraten/).waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('newPassword');
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel('Neues Passwort').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Ihr Passwort ist geändert.').waitFor();
    await Api.signIn({ tenant: world.tenant.slug, email, password: NEW_PASSWORD });
    await page.reload();
    await page.getByText('Dieses Gerät').waitFor();
  });

  it('ends one other session, and no further one', async () => {
    const credentials = { tenant: world.tenant.slug, email, password: PASSWORD };
    const others = [await Api.signIn(credentials), await Api.signIn(credentials)];
    await page.reload();
    const end = page.getByRole('button', { name: /^Sitzung „.+“ beenden$/ });
    await end.nth(1).waitFor();
    const before = await end.count();
    await end.first().click();
    const dialog = page.getByRole('dialog', { name: 'Sitzung beenden' });
    await dialog.getByLabel('Passwort', { exact: true }).fill('Falsches Passwort 17');
    await page.keyboard.press('Enter');
    await dialog.locator('input[aria-invalid=true]').waitFor();
    await dialog.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Die Sitzung ist beendet.').waitFor();
    await end.nth(before - 1).waitFor({ state: 'detached' });
    const answers = await Promise.all(others.map((other) => other.get('/auth/me')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    await page.getByText('Dieses Gerät').waitFor();
  });

  it('ends another session after asking for the password', async () => {
    const other = await Api.signIn({ tenant: world.tenant.slug, email, password: PASSWORD });
    await page.reload();
    await page.getByRole('button', { name: 'Alle anderen beenden' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    expect(await visitor.findings()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Alle anderen Sitzungen sind beendet.').waitFor();
    await other.get('/auth/me').expect(401);
    await page.getByText('Dieses Gerät').waitFor();
  });
});
