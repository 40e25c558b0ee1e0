import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { addContact, addCustomer } from '../support/population';
import {
  decideOrder,
  makeOffer,
  offerArticle,
  pricesFor,
  putIntoCart,
  setShops,
  submitCart,
} from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { asSuperuser } from '../support/database';
import { openBrowser, Visitor } from './support/browser';

describe('Orders in the browser', () => {
  let browser: Browser;
  let world: World;
  let contact: Api & { contactId: string; email: string };
  let article: string;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const customerId = await addCustomer(world.admin, 'Anfrage GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER', 'Fragend');
    article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email, '/orders');
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
  });

  async function request(): Promise<{ id: string; number: string }> {
    await putIntoCart(contact, 'online-shop', article, 3);
    const { body } = await submitCart(contact, 'online-shop');
    return { id: String(body.id), number: String(body.number) };
  }

  it('are none at first, and come without the page being loaded again', async () => {
    await page.getByRole('heading', { name: 'Noch keine Bestellungen' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    const { number } = await request();
    const row = page.getByRole('row').filter({ hasText: number });
    await row.getByText('Eingegangen').waitFor();
    await row.getByText('Kim Fragend').waitFor();
    expect(await visitor.findings()).toEqual([]);
    // That there are none of a kind does not mean that there are none.
    await page.getByLabel('Art', { exact: true }).selectOption('Bestellung');
    await page.getByRole('heading', { name: 'Nichts gefunden' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel('Art', { exact: true }).selectOption('Alle Arten');
    await row.waitFor();
  });

  it('are narrowed by tabs that stand in one line on a phone', async () => {
    const phone = await Visitor.come(browser, { language: 'de', width: 360 });
    await phone.logIn(world.tenant.slug, contact.email, '/orders');
    const tabs = phone.page.getByRole('navigation', { name: 'Welche Bestellungen' }).getByRole('link');
    await tabs.first().waitFor();
    expect(await tabs.allTextContents()).toEqual(['Alle', 'Offen', 'Angebote', 'Erledigt']);
    const boxes = await Promise.all((await tabs.all()).map((tab) => tab.boundingBox()));
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    await phone.leave();
  });

  it('say on a phone what state they are in before what can be done', async () => {
    const { id } = await request();
    const phone = await Visitor.come(browser, { language: 'de', width: 360 });
    await phone.logIn(world.tenant.slug, contact.email, `/orders/${id}`);
    const state = await phone.page.getByText('Eingegangen').first().boundingBox();
    const print = await phone.page.getByRole('button', { name: 'Drucken' }).boundingBox();
    expect(state?.y).toBeLessThan(Number(print?.y));
    expect(await phone.findings()).toEqual([]);
    await phone.leave();
  });

  it('hold an offer to accept, which becomes an order', async () => {
    const { id } = await request();
    await makeOffer(world.admin, id, 20_000, { message: 'Gern!' });
    await page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    await page.getByRole('heading', { name: 'Ein Angebot für Sie' }).waitFor();
    await page.getByText('Gültig bis 31.12.2099').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: /^Annehmen/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('600,00 €').waitFor();
    await dialog.getByLabel(/^Nachricht/).fill('Bitte bis Freitag.');
    expect(await visitor.findings()).toEqual([]);
    await dialog.getByRole('button', { name: 'Annehmen' }).click();
    await page.getByRole('status').getByText('Das Angebot ist angenommen.').waitFor();
    await page.getByRole('link', { name: /^Zur Bestellung B-/ }).click();
    await page.getByRole('heading', { name: /^Bestellung B-/ }).waitFor();
    await page.getByText('714,00 €').waitFor();
    await page.getByText('Bitte bis Freitag.').waitFor();
    // Binding from the first moment.
    expect(await page.getByRole('button', { name: 'Stornieren' }).count()).toBe(0);
    await page.getByText('Verbindlich bestellt', { exact: true }).waitFor();
    await page.getByText(/Sie ist verbindlich und wird bearbeitet\.$/).waitFor();
    await page.getByRole('list').getByText('Angebot angenommen, verbindlich bestellt').waitFor();
    expect(await visitor.findings()).toEqual([]);
    const { body } = await contact.get('/portal/orders?kind=ORDER').expect(200);
    const [order] = body.items as { number: string }[];
    await page.goto(`/p/${world.tenant.slug}/orders`);
    const row = page.getByRole('row').filter({ hasText: String(order?.number) });
    await row.getByText('Verbindlich bestellt').waitFor();
    expect(await visitor.findings()).toEqual([]);
    // Staff confirm it like any other.
    await decideOrder(world.admin, String(order?.number), { decision: 'ACCEPTED' });
    await row.getByText('Bestätigt').waitFor();
  });

  it('say when the offer has become another one, and accept nothing', async () => {
    const { id } = await request();
    await makeOffer(world.admin, id, 20_000);
    await page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    await page.getByRole('button', { name: /^Annehmen · 600,00 €/ }).click();
    await page.getByRole('dialog').waitFor();
    const message = page.getByRole('dialog').getByLabel(/^Nachricht/);
    await message.fill('Bitte bis Freitag.');
    const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    await world.admin
      .put(`/staff/orders/${id}/offer`)
      .send({ offerVersion: 1, validUntil: '2099-11-30', ...pricesFor(body, 30_000) })
      .expect(200);
    await page.getByRole('dialog').getByRole('button', { name: 'Annehmen' }).click();
    await page.getByRole('alert').getByText('Jetzt 900,00 € netto, vorher 600,00 €.').waitFor();
    await page.getByText('Gültig bis 30.11.2099').waitFor();
    // Whoever accepts the other one need not write it again.
    await page.getByRole('button', { name: /^Annehmen · 900,00 €/ }).click();
    expect(await message.inputValue()).toBe('Bitte bis Freitag.');
    await page.keyboard.press('Escape');
    expect((await contact.get(`/portal/orders/${id}`).expect(200)).body.status).toBe('OFFER_MADE');
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Ablehnen' }).click();
    expect(await message.inputValue()).toBe('');
    await page.getByRole('dialog').getByRole('button', { name: 'Ablehnen' }).click();
    await page.getByRole('list').getByText('Angebot abgelehnt').waitFor();
  });

  it('say once that an offer has expired, also where its page was open', async () => {
    const { id } = await request();
    await makeOffer(world.admin, id, 20_000);
    await page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    await page.getByRole('button', { name: /^Annehmen/ }).click();
    const box = page.getByRole('region', { name: 'Ein Angebot für Sie' });
    const edge = `getComputedStyle(document.querySelector('[aria-labelledby=offer]')).borderLeftWidth`;
    expect(await page.evaluate(edge)).toBe('4px');
    const waiting = page.getByRole('navigation').getByRole('link', { name: 'Bestellungen 1' });
    await waiting.waitFor();
    await asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-31' WHERE id = $1`, [id]);
    await page.getByRole('dialog').getByRole('button', { name: 'Annehmen' }).click();
    await box.getByRole('alert').waitFor();
    expect(await box.getByText(/Angebot (galt|ist abgelaufen)/).allTextContents()).toEqual([
      'Dieses Angebot galt bis 31.01.2020. Bitte wenden Sie sich wegen eines neuen an uns, oder fragen Sie erneut an.',
    ]);
    expect(await box.getByRole('button', { name: /^Annehmen/ }).count()).toBe(0);
    await page.getByText('Angebot abgelaufen', { exact: true }).waitFor();
    // It waits for nobody any more.
    await waiting.waitFor({ state: 'detached' });
    expect(await visitor.findings()).toEqual([]);
    await page.reload();
    await box.getByText(/^Dieses Angebot galt bis 31\.01\.2020/).waitFor();
    expect(await visitor.findings()).toEqual([]);
  });

  it('are withdrawn as long as they are undecided', async () => {
    const { id } = await request();
    await page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    await page.getByRole('button', { name: 'Zurückziehen' }).click();
    const dialog = page.getByRole('dialog');
    const reason = dialog.getByLabel(/^Grund/);
    await reason.fill('Doppelt');
    // As on a page, what was written is there again after a reload.
    await page.reload();
    await page.getByRole('button', { name: 'Zurückziehen' }).click();
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('Doppelt');
    expect(await visitor.findings()).toEqual([]);
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click();
    await page.getByRole('list').getByText('Von Ihrer Firma storniert').waitFor();
    await page.getByText('Doppelt').waitFor();
    expect(await page.getByRole('button', { name: 'Zurückziehen' }).count()).toBe(0);
  });

  it('are printed dark on light, without what one cannot press on paper, also by who has chosen the dark', async () => {
    const { id, number } = await request();
    await page.goto(`/p/${world.tenant.slug}/account`);
    await page.getByRole('button', { name: 'Dunkel' }).click();
    await page.goto(`/p/${world.tenant.slug}/orders/${id}`);
    const title = page.getByRole('heading', { name: number });
    await title.waitFor();
    await page.emulateMedia({ media: 'print' });
    const color = await title.evaluate((heading) => getComputedStyle(heading).color);
    expect(Math.max(...(color.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(100);
    expect(await page.getByRole('button').count()).toBe(0);
    // Who orders, and of whom: the navigation, which says so on the screen, is not printed.
    const parties = page.getByText(/ · Anfrage GmbH$/);
    await parties.waitFor();
    await page.emulateMedia({ media: 'screen' });
    await parties.waitFor({ state: 'hidden' });
  });
});
