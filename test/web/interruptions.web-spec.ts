import type { Browser, Locator, Page } from 'playwright-core';
import type { Contact } from '../support/checkout-world';
import { addContact, addCustomer } from '../support/population';
import { changeTicket } from '../support/portal-tickets';
import {
  decideOrder,
  offerArticle,
  putIntoCart,
  setCustomerShops,
  setShops,
  submitCart,
} from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

/** More than a page of comments holds. */
const MANY = 52;

/** What staff take away from under the hands of somebody who works by keyboard. */
describe('Who is interrupted by staff, in the browser', () => {
  let browser: Browser;
  let world: World;
  let customerId: string;
  let contact: Contact;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    customerId = await addCustomer(world.admin, 'Gestörte GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER');
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
    await putIntoCart(contact, 'online-shop', article, 1);
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email);
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
  });

  /** What happens from then on is told. */
  async function goTo(path: string): Promise<void> {
    await page.goto('about:blank');
    const listening = page.waitForResponse('**/portal/events*');
    await page.goto(`/p/${world.tenant.slug}${path}`);
    await listening;
  }

  async function addTicket(subject: string): Promise<string> {
    const { body } = await contact.post('/portal/tickets').send({ subject, description: 'x' }).expect(201);
    return String(body.id);
  }

  const focused = (locator: Locator) => locator.and(page.locator(':focus'));
  const title = (name: string) => page.getByRole('heading', { name, level: 1 });

  it('goes on at the title where the reply box has gone, and finds again what was written', async () => {
    const id = await addTicket('Wird geschlossen');
    await goTo(`/tickets/${id}`);
    await page.getByLabel('Ihre Nachricht').fill('Ein halber Satz');
    await changeTicket(world.admin, id, { status: 'CLOSED' });
    await focused(title('Wird geschlossen')).waitFor();
    await page.getByText('Was Sie geschrieben haben, steht dann wieder hier.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await changeTicket(world.admin, id, { status: 'IN_PROGRESS' });
    await page.getByLabel('Ihre Nachricht').waitFor();
    expect(await page.getByLabel('Ihre Nachricht').inputValue()).toBe('Ein halber Satz');
    // Whoever was not there is led nowhere.
    await page.getByRole('main').click({ position: { x: 2, y: 2 } });
    await changeTicket(world.admin, id, { status: 'CLOSED' });
    await page.getByText('Dieses Ticket ist geschlossen.').waitFor();
    expect(await page.evaluate('document.activeElement === document.querySelector("h1")')).toBe(false);
  });

  it('goes on at the title where the button has gone, or the question with it', async () => {
    for (const asks of [false, true]) {
      const { body } = await submitCart(contact, 'online-shop');
      await putIntoCart(contact, 'online-shop', String(body.lines[0].articleId), 1);
      await goTo(`/orders/${body.id}`);
      const button = page.getByRole('button', { name: 'Stornieren' });
      await button.focus();
      if (asks) await page.keyboard.press('Enter');
      if (asks) await page.getByRole('dialog').waitFor();
      await decideOrder(world.admin, String(body.number), { decision: 'ACCEPTED' });
      await page.getByRole('dialog').or(button).first().waitFor({ state: 'detached' });
      await focused(title(`Bestellung ${body.number}`)).waitFor();
    }
  });

  it('hears what is new on a ticket, and nothing of what was there before', async () => {
    const id = await addTicket('Langes Gespräch');
    for (let number = 1; number <= MANY; number++) {
      await contact
        .post(`/portal/tickets/${id}/comments`)
        .send({ body: `Nachricht ${number}.` })
        .expect(201);
    }
    await goTo(`/tickets/${id}`);
    const isRead = (text: string) =>
      page
        .getByText(text, { exact: true })
        .evaluate((element) => element.closest('[aria-live]')?.getAttribute('aria-live'));
    await page.getByRole('button', { name: 'Weitere laden' }).click();
    await page.getByText('Nachricht 1.', { exact: true }).waitFor();
    const comment = { body: 'Wir sind dran.', visibility: 'PUBLIC' };
    await world.admin.post(`/staff/tickets/${id}/comments`).send(comment).expect(201);
    await page.getByText('Wir sind dran.').waitFor();
    expect(await isRead('Nachricht 1.')).toBe('off');
    expect(await isRead('Wir sind dran.')).toBe('polite');
  });

  it('goes on at the title where the shop has been closed at the checkout', async () => {
    await goTo('/online-shop/cart');
    await page.getByRole('button', { name: 'Verbindlich bestellen' }).focus();
    await setCustomerShops(world.admin, customerId, { onlineShop: { enabled: 'OFF' } });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dieser Shop ist zurzeit geschlossen.' }).waitFor();
    await focused(title('Warenkorb')).waitFor();
  });

  it('is told where the access has been ended, and not asked for a password', async () => {
    await goTo('/tickets/new');
    await page.getByLabel('Worum geht es?').fill('Zu spät');
    await world.admin.delete(`/staff/contacts/${contact.contactId}/portal-access`).expect(204);
    await page.getByText('Ihr Zugang wurde beendet.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await title('Anmelden').waitFor();
    expect(await visitor.findings()).toEqual([]);
    expect(
      await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("draft:"))'),
    ).toEqual([]);

    // The same who comes later, by a bookmark; but nobody at another system house at this address.
    await page.goto(`/p/${world.tenant.slug}/orders`);
    await page.getByText('Ihr Zugang wurde beendet.').waitFor();
    await page.goto(`/p/${(await makeWorld()).tenant.slug}/orders`);
    await title('Anmelden').waitFor();
    expect(await page.getByText('Ihr Zugang wurde beendet.').count()).toBe(0);
  });
});
