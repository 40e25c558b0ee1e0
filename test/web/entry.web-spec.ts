import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { newestMail, tokenFrom } from '../support/mailbox';
import { makeTenant, type NewTenant } from '../support/operator';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

/** What people see before and around the login. */
describe('On the way into the portal', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
  });

  afterEach(() => visitor.leave());

  it('the root leads to the portal whose short name is entered', async () => {
    const { slug, name } = world.tenant;
    await page.goto('/');
    await page.getByRole('heading', { name: 'Willkommen im Kundenportal' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Weiter zum Portal' }).click();
    await page.getByText('Bitte ausfüllen.').waitFor();
    await page.getByLabel('Kurzbezeichnung').fill(slug.toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await page.title()).toBe(`Anmelden – Kundenportal ${name}`);
    expect(await visitor.findings()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('a wrong short name and a wrong address are told', async () => {
    await page.goto('/');
    await page.getByLabel('Kurzbezeichnung').fill('gibt-es-nicht');
    await page.keyboard.press('Enter');
    await page.getByText('Ein Portal mit dieser Kurzbezeichnung gibt es nicht.').waitFor();
    await page.goto('/p/gibt-es-nicht/login');
    await page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
  });

  it('the link of a mail leads to the choice of a password, and on to the login', async () => {
    const tenant = await makeTenant();
    const { text } = await newestMail(tenant.adminEmail);
    await page.goto(linkIn(text, tenant));
    await page.getByLabel('Neues Passwort').fill('kurz');
    await page.getByRole('button', { name: 'Passwort speichern' }).click();
    await page.getByText(/^Ein Passwort hat \d+ bis 256 Zeichen\.$/).waitFor();
    expect(await focusedName(page)).toBe('newPassword');
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel('Neues Passwort').fill(PASSWORD);
    // What is being corrected is marked no longer.
    await page.getByText(/^Ein Passwort hat/).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ihr Passwort ist gespeichert' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Zur Anmeldung' }).click();
    await page.getByLabel('E-Mail-Adresse').fill(tenant.adminEmail);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Postkorb' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
  });

  it('links of old mails, without a tenant, still lead to their pages', async () => {
    const tenant = await makeTenant();
    const token = tokenFrom(await newestMail(tenant.adminEmail));
    await page.goto(`/password#token=${token}`);
    await page.getByLabel('Neues Passwort').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ihr Passwort ist gespeichert' }).waitFor();
    await page.goto('/tickets/01900000-0000-7000-8000-000000000000');
    await page.getByLabel('Kurzbezeichnung').fill(tenant.slug);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toContain('/tickets/01900000');
  });

  it('a link that was cut off, used or expired says so and offers a new one', async () => {
    const { slug } = world.tenant;
    await page.goto(`/p/${slug}/password`);
    await page.getByText('Der Link ist unvollständig.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.goto('about:blank');
    await page.goto(`/p/${slug}/password#token=falsch`);
    // Before anybody has thought up a password.
    await page.getByText('Dieser Link ist ungültig, abgelaufen oder schon benutzt.').waitFor();
    expect(await page.getByLabel('Neues Passwort').count()).toBe(0);
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Neuen Link anfordern' }).click();
    await page.getByLabel('E-Mail-Adresse').fill('wer@auch.example');
    await page.getByRole('button', { name: 'Link senden' }).click();
    await page.getByText('Wenn wer@auch.example hier einen Zugang hat').waitFor();
    expect(await visitor.findings()).toEqual([]);
  });

  it('a login that fails says why, in the language that is chosen, and keeps the address', async () => {
    await page.goto(`/p/${world.tenant.slug}/login`);
    await page.getByLabel('E-Mail-Adresse').fill('niemand@example.com');
    await page.getByLabel('Passwort', { exact: true }).fill('irgendetwas');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('alert').getByText('Die Anmeldung ist mit diesen Angaben nicht möglich.').waitFor();
    expect(await page.getByLabel('E-Mail-Adresse').inputValue()).toBe('niemand@example.com');
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').getByText('You cannot log in with these details.').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  it('shows after too many attempts how long to wait, and says it once', async () => {
    await page.goto(`/p/${world.tenant.slug}/login`);
    await page.getByLabel('E-Mail-Adresse').fill(uniqueEmail('oft'));
    const password = page.getByLabel(/^Passwort\s*$/);
    await password.fill('falsch');
    for (let status = 401; status === 401;) {
      const answer = page.waitForResponse((one) => one.request().method() === 'POST');
      await password.press('Enter');
      status = (await answer).status();
    }
    const alert = page.getByRole('alert').filter({ hasText: 'Zu viele Anfragen.' });
    expect((await alert.innerText()).trim()).toMatch(
      /^Zu viele Anfragen\. Bitte versuchen Sie es in \d+ Minuten erneut\.$/,
    );
    expect(await visitor.findings()).toEqual([]);
  });

  it('a link leads to the login first, then to its target', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Link GmbH'), 'USER', 'Link');
    const { body } = await contact
      .post('/portal/tickets')
      .send({ subject: 'Hinter dem Link', description: 'Text' })
      .expect(201);
    await page.goto('/');
    await visitor.logIn(world.tenant.slug, contact.email, `/tickets/${String(body.id)}`);
    await page.getByRole('heading', { name: 'Hinter dem Link' }).waitFor();
    // Back leads to where one has come from, not to the login.
    await page.goBack();
    await page.getByLabel('Kurzbezeichnung').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/p/:slug/../elsewhere', 'http://['])(
    'whoever is to be led to "%s" stays in the own portal',
    async (wanted) => {
      const { slug } = world.tenant;
      const contact = await addContact(world, await addCustomer(world.admin, 'Ziel GmbH'), 'USER', 'Ziel');
      const next = encodeURIComponent(wanted.replace(':slug', slug));
      await visitor.logIn(slug, contact.email, `/login?next=${next}`);
      await page.getByRole('heading', { name: 'Guten Tag' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/p/${slug}`);
    },
  );

  it('a logged-in user is redirected from the login, to its target or to the user’s own area', async () => {
    const { slug, adminEmail } = world.tenant;
    const contact = await addContact(world, await addCustomer(world.admin, 'Schon da GmbH'), 'USER', 'Schon');
    const toTickets = `/p/${slug}/login?next=${encodeURIComponent(`/p/${slug}/tickets`)}`;
    const tickets = (tab: Page) => tab.getByRole('heading', { name: 'Tickets', level: 1 });
    const other = await visitor.anotherTab();
    await other.goto(toTickets);
    await other.getByRole('button', { name: 'Anmelden' }).waitFor();
    await visitor.logIn(slug, contact.email);
    await tickets(other).waitFor();
    await other.close();
    await page.goto(toTickets);
    await tickets(page).waitFor();
    for (const address of [`/p/${slug}/login?next=https://elsewhere.example/`, `/staff/${slug}/login`]) {
      await page.goto(address);
      await page.getByRole('heading', { name: 'Guten Tag' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/p/${slug}`);
    }
    // Of another tenant: who is logged in here is nobody there.
    const { tenant } = await makeWorld();
    await page.goto(`/p/${tenant.slug}/login`);
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();

    await visitor.context.clearCookies();
    await visitor.logIn(slug, adminEmail, '', 'staff');
    await page.goto(`/staff/${slug}/login?next=${encodeURIComponent(`/staff/${slug}/customers`)}`);
    await page.getByRole('heading', { name: 'Kunden', level: 1 }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('an unknown address shows so within the portal', async () => {
    const { slug } = world.tenant;
    const contact = await addContact(world, await addCustomer(world.admin, 'Irrweg GmbH'), 'USER', 'Irr');
    const toTickets = page.getByRole('navigation').getByRole('link', { name: 'Tickets' });
    await visitor.logIn(slug, contact.email, '/gibt/es-nicht');
    for (const path of ['', `/orders/${randomUUID()}`, `/tickets/${randomUUID()}`]) {
      if (path) await page.goto(`/p/${slug}${path}`);
      await page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();
      expect(await toTickets.isVisible()).toBe(true);
      expect(await visitor.findings()).toEqual([]);
    }
    await page.getByRole('link', { name: 'Zur Übersicht' }).click();
    await page.getByRole('heading', { name: 'Guten Tag' }).waitFor();
  });
});

/** The link as it stands in a mail, at the address of this program. */
function linkIn(text: string, { slug }: NewTenant): string {
  return new RegExp(`(/p/${slug}/password#token=\\S+)`).exec(text)?.[1] ?? '';
}

function focusedName(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.name');
}
