import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addContact, addCustomer } from '../support/population';
import {
  addPrinterWithToner,
  decideOrder,
  makeOffer,
  offerArticle,
  pricesFor,
  putIntoCart,
  setCustomerShops,
  setShops,
  submitCart,
} from '../support/shops';
import { jobsDone } from '../support/rows';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

describe('What staff do while somebody looks at it', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;
  let contact: Api & { contactId: string; email: string };
  let article: string;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    const open = { enabled: true, showPrices: true };
    await setShops(world.admin, { onlineShop: open, printerShop: open });
    customerId = await addCustomer(world.admin, 'Zuschauer GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER');
    article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email);
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
  });

  /** What happens from then on is told. */
  const goTo = async (path: string): Promise<void> => {
    // The stream of the page before is none of this one.
    await page.goto('about:blank');
    const listening = page.waitForResponse('**/portal/events*');
    await page.goto(`/p/${world.tenant.slug}${path}`);
    await listening;
  };
  const said = (text: string | RegExp) => page.getByRole('status').getByText(text);

  async function order(): Promise<{ id: string; number: string }> {
    await putIntoCart(contact, 'online-shop', article, 3);
    const { body } = await submitCart(contact, 'online-shop');
    return { id: String(body.id), number: String(body.number) };
  }

  it('is said of an order, though the question that was open goes with it', async () => {
    const { id, number } = await order();
    await goTo(`/orders/${id}`);
    await page.getByRole('button', { name: 'Stornieren' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await decideOrder(world.admin, number, { decision: 'ACCEPTED', message: 'Kommt morgen.' });
    await said(`Bestellung ${number}: Bestätigt`).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Kommt morgen.').waitFor();
    await page.getByRole('heading', { name: number }).and(page.locator(':focus')).waitFor();
  });

  it('is not missed while the page does not listen yet', async () => {
    const { id, number } = await order();
    await page.goto('about:blank');
    let listen = (): void => undefined;
    const mayListen = new Promise<void>((resolve) => (listen = resolve));
    await page.route('**/portal/events*', async (route) => {
      await mayListen;
      await route.continue();
    });
    await page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    await page.getByRole('button', { name: 'Stornieren' }).waitFor();
    await decideOrder(world.admin, number, { decision: 'ACCEPTED', message: 'Noch heute.' });
    await jobsDone();
    listen();
    await page.getByText('Noch heute.').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('is said of an offer: that it has come, is another one, has gone', async () => {
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    const { id, number } = await order();
    await goTo(`/orders/${id}`);
    await page.getByRole('button', { name: 'Zurückziehen' }).waitFor();
    await makeOffer(world.admin, id, 20_000);
    await said(`Angebotsanfrage ${number}: Angebot liegt vor`).waitFor();
    await page.getByRole('button', { name: /^Annehmen · 600,00 €/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Nachricht/).fill('Bitte bis Freitag.');
    const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const renewed = { offerVersion: 1, validUntil: '2099-11-30', ...pricesFor(body, 30_000) };
    await world.admin.put(`/staff/orders/${id}/offer`).send(renewed).expect(200);
    // In the dialog, which makes everything behind it silent; who answers has still seen the earlier one.
    await dialog.getByRole('status').getByText('Angebot liegt vor').waitFor();
    await dialog.getByText('600,00 €').waitFor();
    const withdrawal = { offerVersion: 2, reason: 'Der Preis war falsch.' };
    await world.admin.put(`/staff/orders/${id}/offer-withdrawal`).send(withdrawal).expect(200);
    await said(`Angebotsanfrage ${number}: Angebot zurückgezogen`).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Der Preis war falsch.').waitFor();
    // What one does oneself has its own words.
    const other = await order();
    await goTo(`/orders/${other.id}`);
    await page.getByRole('button', { name: 'Zurückziehen' }).click();
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click();
    await said('Die Angebotsanfrage ist zurückgezogen.').waitFor();
    await page.getByRole('list').getByText('Von Ihrer Firma storniert').waitFor();
    expect(await said(/Storniert$/).count()).toBe(0);
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'INHERIT' } });
  });

  it('comes to a ticket, is read out, and what is being written there stays', async () => {
    const ticket = { subject: 'Bildschirm flackert', description: 'Seit heute.' };
    const { body } = await contact.post('/portal/tickets').send(ticket).expect(201);
    const staffTicket = `/staff/tickets/${body.id}`;
    const change = async (changes: object): Promise<void> => {
      await world.admin.change(staffTicket, changes);
    };
    await goTo(`/tickets/${body.id}`);
    const message = page.getByLabel('Ihre Nachricht');
    await message.fill('Noch etwas');
    const reply = { body: 'Wir sehen nach.', visibility: 'PUBLIC' };
    const { author } = (await world.admin.post(`${staffTicket}/comments`).send(reply).expect(201)).body;
    const live = page.locator('[aria-live=polite]').and(page.getByRole('list', { name: 'Verlauf' }));
    await live.getByText('Wir sehen nach.').waitFor();
    await message.and(page.locator(':focus')).waitFor();
    expect(await message.inputValue()).toBe('Noch etwas');
    await change({ status: 'CLOSED' });
    await live.getByText(`${author.name} hat das Ticket geschlossen`).waitFor();
    await page.getByText('Öffnen Sie es wieder, oder erfassen Sie ein neues.').waitFor();
    await page.getByRole('button', { name: 'Wieder öffnen' }).waitFor();
    await change({ status: 'IN_PROGRESS' });
    await message.waitFor();
    expect(await message.inputValue()).toBe('Noch etwas');
    // Who has not heard of it is told when they send, and how it goes on.
    const hearAgain = await visitor.hearNothing();
    await page.reload();
    await message.waitFor();
    await change({ status: 'CLOSED' });
    await page.getByRole('button', { name: 'Antwort senden' }).click();
    await page.getByText('Öffnen Sie es wieder, oder erfassen Sie ein neues.').waitFor();
    await page.getByRole('button', { name: 'Wieder öffnen' }).waitFor();
    await hearAgain();
  });

  it('shows at once: a device renamed, a printer gone, prices hidden, a shop closed', async () => {
    const { printerId } = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    const changeDevice = async (changes: object): Promise<void> => {
      const path = `/staff/devices/${printerId}`;
      await world.admin.change(path, changes);
    };
    await goTo('/devices');
    await page.getByRole('row').filter({ hasText: 'Empfang' }).waitFor();
    await changeDevice({ name: 'Drucker am Tresen' });
    await page.getByRole('row').getByText('Drucker am Tresen').waitFor();
    await goTo(`/printer-shop/printers/${printerId}`);
    await page.getByRole('button', { name: /in den Warenkorb$/ }).waitFor();
    await changeDevice({ status: 'RETIRED' });
    await page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).waitFor();

    await goTo('/online-shop');
    await page.getByText('250,00 €').waitFor();
    await setCustomerShops(world.admin, customerId, { onlineShop: { showPrices: 'OFF' } });
    await page.getByText('250,00 €').waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).not.toMatch(/€|Preis/);
    // For all customers, by the tenant itself.
    await setShops(world.admin, { onlineShop: { enabled: false } });
    await page.getByRole('heading', { name: 'Dieser Shop ist zurzeit geschlossen.' }).waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: 'OnlineShop' })
      .waitFor({ state: 'detached' });
    expect(await visitor.findings()).toEqual([]);
  });

  it('takes from the page what another role does not see', async () => {
    const colleague = await addContact(world, customerId, 'USER', 'Anders');
    const ticket = { subject: 'Nur für Anders', description: 'x' };
    await colleague.post('/portal/tickets').send(ticket).expect(201);
    await goTo('/tickets');
    await page.getByText('Nur für Anders').waitFor();
    await world.admin
      .put(`/staff/contacts/${contact.contactId}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    await page.getByText('Nur für Anders').waitFor({ state: 'detached' });
    await page.getByLabel('Wessen Tickets').waitFor({ state: 'detached' });
  });
});
