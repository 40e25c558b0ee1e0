import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { newestItem, register } from '../support/inbox';
import { addContact, addCustomer } from '../support/population';
import { answerOffer, makeOffer, offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

const DESK = { language: 'de', width: 1280 } as const;

interface Sent {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
}

describe('What staff decide, in the browser on both sides', () => {
  let browser: Browser;
  let world: World;
  let contact: Api & { contactId: string; email: string };
  let customerId: string;
  let articleId: string;
  let staff: Visitor;
  let page: Page;
  let customer: Visitor;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER', 'Fragend');
    articleId = await offerArticle(world.admin, { name: 'Toner schwarz', netPriceCents: 10_000 });
    staff = await Visitor.come(browser, DESK);
    ({ page } = staff);
    await staff.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
    customer = await Visitor.come(browser, DESK);
    await customer.logIn(world.tenant.slug, contact.email);
  });

  afterAll(async () => {
    await staff.leave();
    await customer.leave();
    await browser.close();
    expect([...staff.complaints, ...customer.complaints]).toEqual([]);
  });

  /** An order, or without prices a quote request. */
  async function send(showPrices: boolean): Promise<Sent> {
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices } });
    await putIntoCart(contact, 'online-shop', articleId, 2);
    const { body } = await submitCart(contact, 'online-shop');
    const { id: itemId } = await newestItem(world.admin);
    return { id: String(body.id), number: String(body.number), itemId };
  }

  const open = (path: string) => page.goto(`/staff/${world.tenant.slug}${path}`);
  const said = (text: string) => page.getByRole('status').getByText(text).waitFor();
  const seenByCustomer = async (id: string): Promise<Page> => {
    await customer.page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    await customer.page.getByRole('heading', { level: 1 }).waitFor();
    return customer.page;
  };

  it('an order is refused with what was written already, and the customer reads it at once', async () => {
    const { id, number, itemId } = await send(true);
    const order = await seenByCustomer(id);
    await open(`/inbox/${itemId}`);
    await page.getByLabel(/^Nachricht an den Kunden/).fill('Leider nicht mehr lieferbar.');
    await page.getByRole('button', { name: 'Ablehnen' }).click();
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByLabel(/^Begründung/);
    expect(await reason.inputValue()).toBe('Leider nicht mehr lieferbar.');
    await reason.press('End');
    await reason.pressSequentially(' Nehmen Sie den grauen.');
    await reason.press('Control+Enter');
    await said('Abgelehnt.');
    await order.getByText('Leider nicht mehr lieferbar. Nehmen Sie den grauen.').waitFor();
    await order.locator('.pill', { hasText: 'Abgelehnt' }).waitFor();
    // What is decided is found under its number, and there whose it is.
    await open(`/inbox/${itemId}?view=done`);
    await page.getByRole('link', { name: number, exact: true }).click();
    await page.getByRole('heading', { name: `Bestellung ${number}` }).waitFor();
    await page.goBack();
    await page.locator('.item-head').getByRole('link', { name: /^K-/ }).click();
    await page.getByRole('heading', { name: 'Müller & Söhne GmbH', level: 1 }).waitFor();
  });

  it('a declined offer is acknowledged, where the page of the request leads to', async () => {
    const { id } = await send(false);
    await makeOffer(world.admin, id, 9_000);
    await answerOffer(contact, id, 'DECLINED', 'Zu teuer.');
    await open(`/orders/${id}`);
    await page.getByText('Darüber ist noch zu entscheiden').getByRole('link', { name: 'Postkorb' }).click();
    await page.getByText('Der Kunde hat das letzte Angebot abgelehnt.').waitFor();
    // The customer's reason stands where one decides, besides in the notes, below whose they are.
    await page.locator('.decision blockquote').getByText('Zu teuer.').waitFor();
    const note = page.locator('.note-list li').filter({ hasText: 'Zu teuer.' }).locator('p');
    const [author, text] = await Promise.all([note.first().boundingBox(), note.last().boundingBox()]);
    expect(text!.y).toBeGreaterThanOrEqual(author!.y + author!.height);
    expect(await staff.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Zur Kenntnis nehmen' }).click();
    await said('Zur Kenntnis genommen.');
    await open(`/orders/${id}`);
    await page.getByRole('heading', { name: 'Was daraus wurde' }).waitFor();
    expect(await page.getByText('Darüber ist noch zu entscheiden').count()).toBe(0);
  });

  it('an offer is withdrawn with a reason, and the customer can accept it no more', async () => {
    const { id } = await send(false);
    await makeOffer(world.admin, id, 9_000);
    const request = await seenByCustomer(id);
    await request.getByRole('button', { name: /^Annehmen/ }).waitFor();
    await open(`/orders/${id}`);
    await page.getByRole('button', { name: 'Angebot zurückziehen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Begründung/).fill('Der Preis war ein Irrtum.');
    expect(await staff.findings()).toEqual([]);
    await dialog.getByRole('button', { name: 'Angebot zurückziehen' }).click();
    await said('Das Angebot ist zurückgezogen.');
    await page.locator('.pill', { hasText: 'Angebot zurückgezogen' }).waitFor();
    await request.locator('.pill', { hasText: 'Angebot zurückgezogen' }).waitFor();
    expect(await request.getByRole('button', { name: /^Annehmen/ }).count()).toBe(0);
  });

  it('a registration goes to the customer that is suggested, as one of its contacts', async () => {
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Uwe', lastName: 'Lager' })
      .expect(201);
    const email = await register(world, { company: 'Müller und Söhne', lastName: 'Lager' });
    const { id } = await newestItem(world.admin, 'type=REGISTRATION');
    await open(`/inbox/${id}`);
    const choice = page.getByRole('radiogroup', { name: 'Zu wem gehört die Anfrage?' });
    const suggested = choice.getByRole('radio', { name: /^Müller & Söhne GmbH/ });
    await suggested.waitFor();
    // Who searches for what is suggested gets it once.
    await page.getByRole('searchbox', { name: /^Anderen Kunden suchen/ }).fill('Müller & Söhne');
    await choice.getByRole('button', { name: /^Müller & Söhne GmbH/ }).click();
    expect(await suggested.count()).toBe(1);
    expect(await suggested.isChecked()).toBe(true);
    await page.getByLabel('Ansprechpartner').selectOption({ label: 'Uwe Lager' });
    expect(await staff.findings()).toEqual([]);
    await page.getByLabel(/^Benutzer Sieht/).check();
    await page.getByLabel('Trotzdem Zugang geben').check();
    await page.getByRole('button', { name: 'Zugang geben' }).click();
    await said('Angenommen.');
    await open(`/customers/${customerId}`);
    const row = page.getByRole('row').filter({ hasText: 'Uwe Lager' });
    await row.getByText(email).waitFor();
    await row.getByText('Eingeladen').waitFor();
  });

  it('the Postkorb is narrowed to one kind, which counts what is open and nothing else', async () => {
    const order = await send(true);
    const request = await send(false);
    await open('/inbox');
    const kinds = page.getByLabel('Art', { exact: true });
    await kinds.locator('option', { hasText: /^Angebotsanfragen \(\d+\)$/ }).waitFor({ state: 'attached' });
    await kinds.selectOption('ORDER');
    await page.getByRole('link').filter({ hasText: order.number }).waitFor();
    expect(await page.getByRole('link').filter({ hasText: request.number }).count()).toBe(0);
    await page.reload();
    await page.getByRole('link').filter({ hasText: order.number }).waitFor();
    expect(await kinds.inputValue()).toBe('ORDER');
    await page.getByRole('link', { name: 'Erledigt' }).click();
    await page.locator('.inbox-items .pill').first().waitFor();
    expect(await kinds.locator('option').allTextContents()).toEqual([
      'Alle Arten',
      'Bestellungen',
      'Angebotsanfragen',
      'Registrierungen',
    ]);
    await kinds.selectOption({ label: 'Alle Arten' });
    await page.getByRole('link').filter({ hasText: 'Registrierung' }).first().waitFor();
  });
});
