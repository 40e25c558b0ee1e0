import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** What happens to what people are doing when the session, the tab or the connection ends. */
describe('A session in the browser', () => {
  let browser: Browser;
  let world: World;
  let contact: Contact;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Sitzung GmbH'), 'MAIN_USER', 'Sitz');
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email, '/tickets/new');
    await page.getByRole('heading', { name: 'Neue Anfrage' }).waitFor();
  });

  afterEach(() => visitor.leave());

  const subject = () => page.getByLabel('Worum geht es?');
  const description = () => page.getByLabel('Beschreibung');

  it('that ends in mid-work asks for the password over the page, and sends what was typed', async () => {
    await subject().fill('Mitten in der Arbeit');
    await description().fill('Alles noch da');
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
    await subject().fill('Ein Entwurf');
    await description().fill('Noch nicht fertig');
    await page.reload();
    await description().waitFor();
    expect([await subject().inputValue(), await description().inputValue()]).toEqual([
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
    await subject().fill('Mit leerer Datei');
    await description().fill('Siehe Anhang');
    const empty = { name: 'leer.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
    await page.locator('input[type=file]').setInputFiles(empty);
    await page.getByText('Nicht hochgeladen: Die Datei ist leer.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: '„leer.txt“ entfernen' }).click();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Mit leerer Datei' }).waitFor();
  });

  it('says that the connection is gone, what cannot be sent, and that it is back', async () => {
    await subject().fill('Ohne Netz');
    await description().fill('Kommt später');
    await visitor.context.setOffline(true);
    await page.getByText('Keine Verbindung. Was Sie sehen, kann veraltet sein.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    await visitor.context.setOffline(false);
    await page.getByText('Die Verbindung ist wieder da.').waitFor();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Ohne Netz' }).waitFor();
  });

  it('sends files that were chosen without a connection once it is back', async () => {
    const list = page.getByRole('heading', { name: 'Tickets', exact: true });
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await list.waitFor();
    await page.goBack();
    await subject().fill('Mit Datei ohne Netz');
    await description().fill('Siehe Anhang');
    await visitor.context.setOffline(true);
    const file = { name: 'bild.txt', mimeType: 'text/plain', buffer: Buffer.from('Inhalt') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Wird hochgeladen, sobald Sie wieder verbunden sind').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('bild.txt: Wird hochgeladen, sobald Sie wieder verbunden sind.').waitFor();
    // Who looks elsewhere meanwhile finds it there.
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await list.waitFor();
    await page.goBack();
    await page.getByText('Wird hochgeladen, sobald Sie wieder verbunden sind').first().waitFor();
    await visitor.context.setOffline(false);
    await page.getByText('Hochgeladen', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Mit Datei ohne Netz' }).waitFor();
    await page.getByRole('list', { name: 'Dateien' }).getByText('bild.txt').waitFor();
  });

  it('stays without a connection when somebody goes to a page that is not there yet, and goes there once it is back', async () => {
    const orders = page.getByRole('link', { name: 'Bestellungen' });
    await visitor.context.setOffline(true);
    await orders.dispatchEvent('click');
    await page.getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    expect(await orders.isVisible()).toBe(true);
    await visitor.context.setOffline(false);
    await page.getByRole('heading', { name: 'Bestellungen', exact: true }).waitFor();
  });

  it('reads what could not be read without a connection once it is back, and says why a list does not go on', async () => {
    for (let i = 0; i < 26; i++) {
      await contact
        .post('/portal/tickets')
        .send({ subject: `Nr. ${i}`, description: 'x' })
        .expect(201);
    }
    await page.goto(`/p/${world.tenant.slug}/tickets`);
    const more = page.getByRole('button', { name: 'Weitere laden' });
    await more.waitFor();
    await visitor.context.setOffline(true);
    await more.click();
    await page.getByRole('alert').getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('link', { name: 'Erledigt', exact: true }).click();
    await page.getByRole('heading', { name: 'Das hat nicht geklappt' }).waitFor();
    await visitor.context.setOffline(false);
    await page.getByRole('heading', { name: 'Noch nichts erledigt' }).waitFor();
  });

  it('says that a question cannot be asked without a connection, and asks it once that is back', async () => {
    const ticket = { subject: 'Zu schließen', description: 'x' };
    const { body } = await contact.post('/portal/tickets').send(ticket).expect(201);
    await page.goto(`/p/${world.tenant.slug}/tickets/${String(body.id)}`);
    await page.getByRole('heading', { name: 'Zu schließen' }).waitFor();
    await visitor.context.setOffline(true);
    await page.getByRole('button', { name: 'Ticket schließen' }).click();
    await page.getByRole('status').getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    await visitor.context.setOffline(false);
    await page.getByRole('dialog', { name: 'Ist Ihr Anliegen erledigt?' }).waitFor();
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

  it.each([360, 1280])(
    'says that the connection is gone over nothing that one uses, %s px wide',
    async (width) => {
      await page.setViewportSize({ width, height: 780 });
      await subject().waitFor();
      const used = page.locator('a:visible, button:visible, input:visible, select:visible, textarea:visible');
      const placesOf = async () => Promise.all((await used.all()).map((each) => each.boundingBox()));
      const before = await placesOf();
      await visitor.context.setOffline(true);
      const bar = page.getByRole('alert').filter({ hasText: 'Keine Verbindung.' });
      await bar.waitFor();
      expect(await placesOf()).toEqual(before);
      // Not even at the end of the page, where there is nothing to scroll to any more.
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      const at = await bar.boundingBox();
      for (const place of await placesOf()) {
        if (at && place) expect([place, at, meet(place, at)]).toEqual([place, at, false]);
      }
      await visitor.context.setOffline(false);
    },
  );

  it('sends an attempt whose answer was lost once only', async () => {
    await subject().fill('Doppelt hält nicht besser');
    await description().fill('Einmal genügt');
    // The first request arrives, its answer does not.
    await page.route(
      '**/api/v1/portal/tickets',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Doppelt hält nicht besser' }).waitFor();
    const { body } = await contact.get('/portal/tickets?search=Doppelt').expect(200);
    expect(body.items).toHaveLength(1);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function meet(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
