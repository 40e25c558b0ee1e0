import type { Browser } from 'playwright-core';
import { newestMail } from '../support/mailbox';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

/** Who may enter the workplace, and where everybody else is led. */
describe('The workplace in the browser', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
  });

  afterAll(() => browser.close());

  afterEach(async () => {
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it.each(LOOKS)('has a login and an account page in $language, $width px wide', async (look) => {
    const { slug, adminEmail } = world.tenant;
    visitor = await Visitor.come(browser, look);
    await visitor.page.goto(`/staff/${slug}/account`);
    await visitor.page.getByLabel(/^E-[Mm]ail/).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await visitor.logIn(slug, adminEmail, '/account', 'staff');
    await visitor.page.getByRole('heading', { name: /^(Konto|Account)$/ }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await visitor.page.getByRole('button', { name: /^(Abmelden|Log out)$/ }).click();
    await visitor.page.getByText(/^(Sie sind abgemeldet\.|You are logged out\.)$/).waitFor();
    expect(new URL(visitor.page.url()).pathname).toBe(`/staff/${slug}/login`);
  });

  it('has room for its places on a phone: the others are behind one of them', async () => {
    const { slug, adminEmail } = world.tenant;
    visitor = await Visitor.come(browser, LOOKS[1]!);
    const { page } = visitor;
    await visitor.logIn(slug, adminEmail, '', 'staff');
    const bar = page.getByRole('navigation', { name: /^(Hauptnavigation|Main navigation)$/ });
    const shown = bar.locator('a:visible, button:visible');
    expect(await shown.count()).toBe(5);
    const width = await bar.locator('ul').evaluate((list) => [list.scrollWidth, list.clientWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1]!);
    const linesOfName = await page.locator('.brand-name').evaluate((name) => {
      name.textContent = 'Kundenportal Musterhaus IT-Systeme';
      return name.clientHeight / parseFloat(getComputedStyle(name).lineHeight);
    });
    expect(linesOfName).toBe(2);
    await bar.getByRole('button', { name: /^(Mehr|More)/ }).press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('link', { name: /^(Mitarbeiter|Staff)$/ }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await sheet.getByRole('link', { name: /^(Katalog|Catalog)$/ }).press('Enter');
    await page.getByRole('heading', { name: /^(Artikel|Articles)$/, level: 1 }).waitFor();
    await sheet.waitFor({ state: 'detached' });
    expect(await visitor.findings()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('lets one choose which mails to get, and keeps it', async () => {
    const { slug, adminEmail } = world.tenant;
    visitor = await Visitor.come(browser, LOOKS[0]!);
    const { page } = visitor;
    await visitor.logIn(slug, adminEmail, '/account', 'staff');
    const timings = page.getByRole('group', { name: 'Tickets, die niemand hat' });
    const pressed = timings.getByRole('button', { pressed: true });
    expect(await pressed.textContent()).toBe('Sofort');
    await timings.getByRole('button', { name: 'Täglich' }).click();
    await page.getByText('Ihre Wahl ist gespeichert.').waitFor();
    await page.reload();
    await timings.waitFor();
    expect(await pressed.textContent()).toBe('Täglich');
    const { body } = await world.admin.get('/auth/me').expect(200);
    expect(body.workMails).toEqual({ inbox: 'AT_ONCE', myTickets: 'AT_ONCE', unassignedTickets: 'DAILY' });
  });

  it('opens for staff who log in where contacts do', async () => {
    const { slug, adminEmail } = world.tenant;
    visitor = await Visitor.come(browser, LOOKS[0]!);
    await visitor.logIn(slug, adminEmail);
    await visitor.page.getByRole('heading', { name: 'Postkorb', level: 1 }).waitFor();
    expect(new URL(visitor.page.url()).pathname).toBe(`/staff/${slug}/inbox`);
    await visitor.page.goto(`/p/${slug}/tickets`);
    await visitor.page.getByRole('heading', { name: 'Postkorb', level: 1 }).waitFor();
  });

  it.each(['staff', 'portal'] as const)('asks for nothing in the %s before an own password', async (area) => {
    const other = await makeWorld();
    await other.admin
      .patch('/staff/settings')
      .set('if-match', '"1"')
      .send({ credentialsMail: 'INITIAL_PASSWORD' })
      .expect(200);
    const email = uniqueEmail('initial');
    if (area === 'staff') {
      await other.admin.post('/staff/users').send({ name: 'Ina', email, role: 'AGENT' }).expect(201);
    } else {
      const customer = await addCustomer(other.admin, 'Anfang GmbH');
      const { body } = await other.admin
        .post(`/staff/customers/${customer}/contacts`)
        .send({ lastName: 'Ina', email })
        .expect(201);
      await other.admin.put(`/staff/contacts/${body.id}/portal-access`).send({ role: 'USER' }).expect(200);
    }
    const { text } = await newestMail(email);
    const initial = /Initialpasswort: (\S+)/.exec(text)![1]!;
    visitor = await Visitor.come(browser, LOOKS[0]!);
    const { page } = visitor;
    await page.goto(/Portal: (\S+)/.exec(text)![1]!);
    await page.getByLabel(/^E-Mail/).fill(email);
    await page.getByLabel('Passwort', { exact: true }).fill(initial);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Eigenes Passwort wählen' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel('Initialpasswort').fill(initial);
    await page.getByLabel('Neues Passwort').fill(`${PASSWORD} neu`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: area === 'staff' ? 'Postkorb' : 'Übersicht' }).waitFor();
  });

  it('leads contacts to the portal, and loads nothing of its own for them', async () => {
    const { slug } = world.tenant;
    const contact = await addContact(world, await addCustomer(world.admin, 'Draußen GmbH'), 'USER');
    visitor = await Visitor.come(browser, LOOKS[0]!);
    const files: string[] = [];
    visitor.page.on('request', (request) => files.push(new URL(request.url()).pathname));
    await visitor.logIn(slug, contact.email, '', 'staff');
    await visitor.page.getByRole('link', { name: 'Übersicht' }).waitFor();
    await visitor.page.goto(`/staff/${slug}/inbox`);
    await visitor.page.getByRole('link', { name: 'Übersicht' }).waitFor();
    expect(new URL(visitor.page.url()).pathname).toBe(`/p/${slug}`);
    expect(files.filter((file) => /\/(?:inbox|item|de-staff|staff)[-.]/.test(file))).toEqual([]);
    expect(files.filter((file) => file.includes('/api/v1/staff/'))).toEqual([]);
  });

  it('asks for the password over the page when the session ends in mid-work', async () => {
    const { slug, adminEmail } = world.tenant;
    visitor = await Visitor.come(browser, LOOKS[0]!);
    const { page } = visitor;
    await visitor.logIn(slug, adminEmail, '/inbox', 'staff');
    await page.getByRole('heading', { name: 'Alles entschieden' }).waitFor();
    await visitor.endSession();
    await page.getByRole('link', { name: 'Meine' }).dispatchEvent('click');
    const dialog = page.getByRole('dialog', { name: 'Ihre Sitzung ist beendet' });
    await dialog.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nichts bei Ihnen' }).waitFor();
    visitor.complaints.splice(0, Infinity, ...visitor.complaints.filter((text) => !text.includes('401')));
  });
});
