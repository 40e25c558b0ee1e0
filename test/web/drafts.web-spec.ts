import type { Browser, Page } from 'playwright-core';
import { asSuperuser } from '../support/database';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** What is written and not yet sent, in two tabs, over reloads and sessions. */
describe('A draft in the browser', () => {
  let browser: Browser;
  let world: World;
  let contact: Contact;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    contact = await addContact(world, await addCustomer(world.admin, 'Entwurf GmbH'), 'MAIN_USER', 'Schreib');
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email, '/tickets/new');
  });

  afterEach(() => visitor.leave());

  const subject = (tab = page) => tab.getByLabel('Worum geht es?');
  const description = (tab = page) => tab.getByLabel('Beschreibung');
  const send = (tab = page) => tab.getByRole('button', { name: 'Anfrage senden' }).click();

  async function attach(name: string): Promise<void> {
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(`Inhalt von ${name}`) };
    await page.locator('input[type=file]').setInputFiles(file);
    await uploaded(name).waitFor();
  }

  const chosen = (name: string, tab = page) =>
    tab.locator('.chosen').getByRole('listitem').filter({ hasText: name });

  const uploaded = (name: string) => chosen(name).getByText('Hochgeladen', { exact: true });

  /** As the server does with what waits for too long. */
  async function expire(fileName: string): Promise<void> {
    await asSuperuser('DELETE FROM ticket_attachments WHERE file_name = $1', [fileName]);
  }

  async function subjects(): Promise<string[]> {
    const { body } = await contact.get('/portal/tickets').expect(200);
    return (body.items as { subject: string }[]).map((ticket) => ticket.subject).sort();
  }

  it('goes on in a second tab, and is gone from both once one has sent it', async () => {
    const { body } = await contact
      .post('/portal/tickets')
      .send({ subject: 'Zwei Fenster', description: 'Text' })
      .expect(201);
    const address = `/p/${world.tenant.slug}/tickets/${String(body.id)}`;
    const reply = (tab: Page) => tab.getByLabel('Ihre Nachricht');
    await page.goto(address);
    await reply(page).fill('Guten Tag');
    const other = await visitor.anotherTab();
    await other.goto(address);
    await reply(other).pressSequentially(', es geht wieder');
    await expect(reply(other).inputValue()).resolves.toBe('Guten Tag, es geht wieder');
    await until(page, `document.querySelector('textarea').value === 'Guten Tag, es geht wieder'`);
    await other.getByRole('button', { name: 'Antwort senden' }).click();
    await other.getByText('Ihre Antwort ist gesendet.').waitFor();
    await until(page, `document.querySelector('textarea').value === ''`);
    await page.reload();
    await reply(page).waitFor();
    expect(await reply(page).inputValue()).toBe('');
    expect(visitor.complaints).toEqual([]);
  });

  it('stays where something else is written in a second tab, which is sent without it', async () => {
    await subject().fill('Der Drucker');
    await description().fill('Er druckt nicht');
    const other = await visitor.anotherTab();
    await other.goto(page.url());
    await subject(other).fill('Der Monitor');
    await description(other).fill('Er flackert');
    expect(await subject().inputValue()).toBe('Der Drucker');
    await page.reload();
    await subject().waitFor();
    expect([await subject().inputValue(), await description().inputValue()]).toEqual([
      'Der Drucker',
      'Er druckt nicht',
    ]);
    await send(other);
    await other.getByRole('heading', { name: 'Der Monitor' }).waitFor();
    expect(await subject().inputValue()).toBe('Der Drucker');
    await send();
    await page.getByRole('heading', { name: 'Der Drucker' }).waitFor();
    await page.goto(`/p/${world.tenant.slug}/tickets/new`);
    expect(await subject().inputValue()).toBe('');
    expect(await subjects()).toEqual(['Der Drucker', 'Der Monitor']);
  });

  it('leaves nothing behind at the logout, also of what was written differently in two tabs', async () => {
    await subject().fill('Der Drucker');
    const other = await visitor.anotherTab();
    await other.goto(page.url());
    await subject(other).fill('Der Monitor');
    await until(page, 'sessionStorage.length > 0');
    await other.goto(`/p/${world.tenant.slug}/account`);
    await other.getByText('Dieses Gerät').waitFor();
    await other.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByText('Sie sind abgemeldet.').waitFor();
    for (const place of ['localStorage', 'sessionStorage']) {
      expect(await page.evaluate(`JSON.stringify(${place})`)).not.toMatch(/draft:|Drucker|Monitor/);
    }
  });

  it('keeps its files over a reload and the end of the session, and takes them along', async () => {
    await subject().fill('Mit Datei');
    await description().fill('Siehe Anhang');
    await attach('protokoll.txt');
    await page.reload();
    await uploaded('protokoll.txt').waitFor();
    await attach('foto.txt');
    await attach('falsch.txt');
    await page.getByRole('button', { name: '„falsch.txt“ entfernen' }).click();
    const other = await visitor.anotherTab();
    await other.goto(page.url());
    await chosen('foto.txt', other).waitFor();
    await visitor.endSession();
    await page.reload();
    await page.getByLabel('E-Mail-Adresse').fill(contact.email);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await chosen('protokoll.txt').waitFor();
    expect(await description().inputValue()).toBe('Siehe Anhang');
    expect(await visitor.findings()).toEqual([]);
    await send();
    await page.getByRole('heading', { name: 'Mit Datei' }).waitFor();
    const links = page.getByRole('list', { name: 'Dateien' }).getByRole('link');
    await links.first().waitFor();
    expect((await links.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'protokoll.txt',
      'foto.txt',
    ]);
    await until(other, `document.querySelector('.chosen') === null`);
    expect(await subject(other).inputValue()).toBe('');
  });

  it('is not left by accident while a file is under way, which is there for who looks something up meanwhile', async () => {
    const asksBeforeLeaving = () =>
      page.evaluate<boolean>(`!dispatchEvent(new Event('beforeunload', { cancelable: true }))`);
    const file = { name: 'lang.txt', mimeType: 'text/plain', buffer: Buffer.from('Inhalt') };
    const underWay = chosen('lang.txt').getByText('Wird hochgeladen …');
    const lookSomethingUp = async (): Promise<void> => {
      await page.getByRole('navigation').getByRole('link', { name: 'Bestellungen' }).click();
      await page.getByRole('heading', { name: 'Bestellungen', level: 1 }).waitFor();
    };
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/portal/uploads', async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await subject().fill('Große Datei');
    expect(await asksBeforeLeaving()).toBe(false);
    await page.locator('input[type=file]').setInputFiles(file);
    await underWay.waitFor();
    expect(await asksBeforeLeaving()).toBe(true);
    await lookSomethingUp();
    await page.goBack();
    await underWay.waitFor();
    await lookSomethingUp();
    const arrived = page.waitForResponse('**/portal/uploads');
    letThrough();
    await arrived;
    await page.goBack();
    await uploaded('lang.txt').waitFor();
    expect(await asksBeforeLeaving()).toBe(false);
    await page.reload();
    await uploaded('lang.txt').waitFor();
    expect(await chosen('lang.txt').count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
  });

  it('says at a file that it is no longer there, and keeps the text', async () => {
    await subject().fill('Lange geschrieben');
    await description().fill('Über zwei Tage');
    await attach('alt.txt');
    await expire('alt.txt');
    await page.reload();
    await chosen('alt.txt')
      .getByText('Nicht hochgeladen: nicht mehr da. Bitte wählen Sie die Datei')
      .waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: '„alt.txt“ entfernen' }).click();
    await attach('neu.txt');
    await expire('neu.txt');
    await send();
    await page
      .getByRole('alert')
      .getByText('Eine der Dateien ist nicht mehr da oder schon verwendet.')
      .waitFor();
    await chosen('neu.txt').getByText('Nicht hochgeladen: nicht mehr da.').waitFor();
    await page.getByRole('button', { name: '„neu.txt“ erneut hochladen' }).click();
    await uploaded('neu.txt').waitFor();
    await send();
    await page.getByRole('heading', { name: 'Lange geschrieben' }).waitFor();
    await page.getByRole('link', { name: 'neu.txt' }).waitFor();
    expect(await subjects()).toEqual(['Lange geschrieben']);
  });
});
