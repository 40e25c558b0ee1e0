import type { Browser, Locator, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, type Visitor } from './support/browser';
import { startRequest } from './support/request-form';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** What happens to what people are doing when the session or the tab ends. */
describe('A session in the browser', () => {
  let browser: Browser;
  let world: World;
  let contact: Contact;
  let visitor: Visitor;
  let page: Page;
  let subject: Locator;
  let description: Locator;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Sitzung GmbH'), 'MAIN_USER', 'Sitz');
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    ({ visitor, page, subject, description } = await startRequest(browser, world, contact));
  });

  afterEach(() => visitor.leave());

  it('that ends in mid-work asks for the password over the page, and sends what was typed', async () => {
    await subject.fill('Mitten in der Arbeit');
    await description.fill('Alles noch da');
    await visitor.endSession();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ihre Sitzung ist beendet' });
    await dialog.waitFor();
    expect(await visitor.findings()).toEqual([]);
    await dialog.getByLabel('Passwort', { exact: true }).fill('falsch');
    await page.keyboard.press('Enter');
    await dialog.getByText('Die Anmeldung ist mit diesen Angaben nicht möglich.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await dialog.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mitten in der Arbeit' }).waitFor();
    const { body } = await contact.get('/portal/tickets?search=Mitten').expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('that ends asks once for all, and whoever leaves comes to the login', async () => {
    await visitor.endSession();
    // Without moving there: what a link leads to is asked for as soon as it is pointed at.
    await page.getByRole('link', { name: 'Übersicht' }).dispatchEvent('click');
    const dialog = page.getByRole('dialog', { name: 'Ihre Sitzung ist beendet' });
    await dialog.waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Abmelden und zur Anmeldung' }).click();
    await page.getByText('Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.').waitFor();
    await page.getByLabel('E-Mail-Adresse').waitFor();
    await page.reload();
    await page.getByLabel('E-Mail-Adresse').waitFor();
    expect(await page.getByText('Ihre Sitzung ist beendet.').count()).toBe(0);
  });

  it('keeps what was typed over a reload, and forgets it at the logout, in every tab', async () => {
    await subject.fill('Ein Entwurf');
    await description.fill('Noch nicht fertig');
    await page.reload();
    await description.waitFor();
    expect([await subject.inputValue(), await description.inputValue()]).toEqual([
      'Ein Entwurf',
      'Noch nicht fertig',
    ]);
    const other = await visitor.anotherTab();
    await other.goto(`/p/${world.tenant.slug}/account`);
    // What the page still asks for when its session ends is refused, and the browser says so.
    await other.getByText('Dieses Gerät').waitFor();
    await other.getByRole('button', { name: 'Abmelden' }).click();
    await other.getByText('Sie sind abgemeldet.').waitFor();
    await page.getByText('Sie sind abgemeldet.').waitFor();
    expect(
      await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("draft:"))'),
    ).toEqual([]);
    expect(await visitor.context.cookies()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('holds no secret where scripts could read it', async () => {
    const readable = await page.evaluate(
      'document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)',
    );
    const [cookie] = await visitor.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(readable).not.toContain(cookie?.value);
  });

  it('says why a file is refused, and sends the rest once that is removed', async () => {
    await subject.fill('Mit leerer Datei');
    await description.fill('Siehe Anhang');
    const empty = { name: 'leer.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
    await page.locator('input[type=file]').setInputFiles(empty);
    await page.getByText('Nicht hochgeladen: Die Datei ist leer.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: '„leer.txt“ entfernen' }).click();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Mit leerer Datei' }).waitFor();
  });

  it('that may do more or less than before shows it once somebody comes back to it', async () => {
    const path = `/staff/contacts/${contact.contactId}/portal-access`;
    const hearAgain = await visitor.hearNothing();
    await page.goto(`/p/${world.tenant.slug}/tickets`);
    const whose = page.getByLabel('Wessen Tickets');
    await whose.waitFor();
    await world.admin.put(path).send({ role: 'USER' }).expect(200);
    await page.evaluate(`dispatchEvent(new Event('visibilitychange'))`);
    await whose.waitFor({ state: 'detached' });
    await hearAgain();
    await world.admin.put(path).send({ role: 'MAIN_USER' }).expect(200);
  });
});
