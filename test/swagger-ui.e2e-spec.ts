import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/chromium';
import { e2eEnvironment } from './support/environment';
import { newestMail } from './support/mailbox';
import { makeTenant } from './support/operator';
import { makeWorld, PASSWORD, type World } from './support/world';

/** What a person does in a browser. */
describe('In the browser', () => {
  let browser: Browser;
  let page: Page;
  let consoleErrors: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    consoleErrors = [];
    page = await browser.newPage({ baseURL: e2eEnvironment().baseUrl, locale: 'de-DE' });
    // As the suite of its forms: the browser draws the whole document first.
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error') consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => consoleErrors.push(error.message));
  });

  afterEach(() => page.close());

  it('staff log in to Swagger UI with e-mail and password and work there', async () => {
    const world: World = await makeWorld();
    await page.goto('/docs');
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const dialog = page.locator('.dialog-ux');
    await dialog.locator('#oauth_username').fill(world.tenant.adminEmail);
    await dialog.locator('#oauth_password').fill(PASSWORD);
    await dialog.locator('#client_id_password').fill(world.tenant.slug);
    await dialog.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click();
    await dialog.getByText('Authorized', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).first().click();

    const operation = page.locator('#operations-Mandanteneinstellungen-getSettings');
    await page.getByText('Mandanteneinstellungen', { exact: true }).first().click();
    await operation.locator('.opblock-summary').click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const answer = operation.locator('.live-responses-table .response');
    await answer.waitFor();
    expect(await answer.locator('.response-col_status').innerText()).toContain('200');
    expect(await answer.innerText()).toContain(world.tenant.name);
    expect(consoleErrors).toEqual([]);
  });

  it('the mailbox shows the mails that were caught', async () => {
    const tenant = await makeTenant();
    const { id } = await newestMail(tenant.adminEmail);
    await page.goto('/mailbox');
    await page.getByText(tenant.adminEmail).first().waitFor();
    await page.goto(`/mailbox/messages/${id}`);
    const mail = page.frameLocator('iframe');
    await mail.getByRole('link', { name: 'Passwort festlegen' }).waitFor();
    expect(consoleErrors).toEqual([]);
  });
});
