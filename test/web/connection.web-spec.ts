import type { Browser, Locator, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { openBrowser, type Visitor } from './support/browser';
import { startRequest } from './support/request-form';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** What happens to what people are doing when the connection ends, or an answer is lost. */
describe('A page in the browser', () => {
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

  it('says that the connection is gone, what cannot be sent, and that it is back', async () => {
    await subject.fill('Ohne Netz');
    await description.fill('Kommt später');
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
    await subject.fill('Mit Datei ohne Netz');
    await description.fill('Siehe Anhang');
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

  it.each([360, 1280])(
    'says that the connection is gone over nothing that one uses, %s px wide',
    async (width) => {
      await page.setViewportSize({ width, height: 780 });
      await subject.waitFor();
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
    await subject.fill('Doppelt hält nicht besser');
    await description.fill('Einmal genügt');
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
