import type { Browser, Page } from 'playwright-core';
import { offerArticle, putIntoCart } from '../support/shops';
import type { World } from '../support/world';
import { LOOKS, openBrowser, type Visitor } from './support/browser';
import { IncomingOrders } from './support/incoming-orders';

const WORDS = {
  keys: 'Tastenkürzel',
  message: /^Nachricht an den Kunden/,
  offered: 'Das Angebot ist beim Kunden.',
  price: /^Einzelpreis netto: /,
  take: 'Übernehmen',
};

describe('The Postkorb in the browser, with the keyboard and two at once', () => {
  let browser: Browser;
  let orders: IncomingOrders;
  let world: World;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    orders = await IncomingOrders.make();
    ({ world } = orders);
  });

  afterAll(() => browser.close());

  afterEach(async () => {
    await visitor.leave();
    expect(visitor.complaints.filter((text) => !text.includes('409'))).toEqual([]);
  });

  it('is gone through, taken and decided without a mouse, and goes on to the next', async () => {
    const first = await orders.send(true);
    const second = await orders.send(true);
    visitor = await orders.come(browser, LOOKS[0]!, first);
    ({ page } = visitor);
    await page.locator(`a[aria-current=page][href*="${first}"]`).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: WORDS.keys }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.locator(`a[aria-current=page][href*="${second}"]`).waitFor();
    await page.keyboard.press('k');
    await page.locator(`a[aria-current=page][href*="${first}"]`).waitFor();
    await page.keyboard.press('t');
    await page.locator('.item .pill', { hasText: 'Bei mir' }).waitFor();
    await page.keyboard.press('r');
    await page.locator('.item .pill', { hasText: 'Neu' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('j und k sind hier Buchstaben');
    await page.keyboard.press('Control+Enter');
    await page.locator(`a[aria-current=page][href*="${second}"]`).waitFor();
    const { body } = await world.admin.get(`/staff/inbox-items/${first}`).expect(200);
    expect(body.outcome.message).toBe('j und k sind hier Buchstaben');
  });

  it('leads from price to price of an offer, which Enter alone does not send', async () => {
    const more = await offerArticle(world.admin, { name: 'Trommel', netPriceCents: 8_000 });
    await putIntoCart(orders.contact, 'online-shop', more, 1);
    const id = await orders.send(false);
    visitor = await orders.come(browser, LOOKS[0]!, id);
    ({ page } = visitor);
    await page.getByLabel(WORDS.price).first().waitFor();
    const typeAll = async (...all: string[]): Promise<void> => {
      for (const typed of all) {
        await (/^[EC]/.test(typed) ? page.keyboard.press(typed) : page.keyboard.type(typed));
      }
    };
    // One and a half, or fifteen hundred: nobody knows.
    await typeAll('Enter', '1,500', 'Control+Enter');
    await page.getByText('Bitte einen Preis angeben, zum Beispiel 89,90.').waitFor();
    await typeAll('Control+a', '12,50', 'Enter', '9,90', 'Enter');
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('type')).toBe('date');
    const { body: item } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
    expect(item.state).toBe('NEW');
    await focused.press('Control+Enter');
    await page.getByRole('status').getByText(WORDS.offered).waitFor();
    const { body } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
    expect(body.outcome.lines).toMatchObject([{ netPriceCents: 1250 }, { netPriceCents: 990 }]);
  });

  it('shows a colleague’s claim at once, and rejects a decision on an item that a colleague has claimed', async () => {
    const id = await orders.send(true);
    visitor = await orders.come(browser, LOOKS[0]!, id);
    ({ page } = visitor);
    const message = page.getByLabel(WORDS.message);
    await message.waitFor();
    await orders.agent.put(`/staff/inbox-items/${id}/assignee`).send({}).expect(200);
    await page.locator('.item .pill', { hasText: 'Agnes Agent' }).waitFor();
    await page.getByText('Agnes Agent bearbeitet diesen Eintrag.').waitFor();
    expect(await visitor.findings()).toEqual([]);
    await message.fill('Das bleibt stehen');
    await page.getByRole('button', { name: 'Annehmen', exact: true }).click();
    await page.getByText('Diesen Eintrag bearbeitet schon Agnes Agent.').waitFor();
    expect(await message.inputValue()).toBe('Das bleibt stehen');
    // It is no longer so: nor does the page say it any longer.
    await orders.agent.delete(`/staff/inbox-items/${id}/assignee`).expect(200);
    await page.getByText('Diesen Eintrag bearbeitet schon').waitFor({ state: 'detached' });
    expect(await message.inputValue()).toBe('Das bleibt stehen');
  });

  it('names the colleague who claimed the item first, until it is released', async () => {
    const id = await orders.send(true);
    visitor = await orders.come(browser, LOOKS[0]!, id);
    ({ page } = visitor);
    await page.route('**/assignee', async (route) => {
      await orders.agent.put(`/staff/inbox-items/${id}/assignee`).send({}).expect(200);
      await route.continue();
    });
    await page.getByRole('button', { name: WORDS.take }).click();
    await page.getByRole('alert').getByText('Diesen Eintrag bearbeitet schon Agnes Agent.').waitFor();
    await page.locator('.item .pill', { hasText: 'Agnes Agent' }).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await orders.agent.delete(`/staff/inbox-items/${id}/assignee`).expect(200);
    await page.getByText('Diesen Eintrag bearbeitet schon').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: WORDS.take }).waitFor();
  });

  it('keeps what was typed when a colleague has decided, and shows by whom and what', async () => {
    const id = await orders.send(true);
    visitor = await orders.come(browser, LOOKS[0]!, id);
    ({ page } = visitor);
    const message = page.getByLabel(WORDS.message);
    await message.fill('Noch nicht gesendet');
    await orders.agent.put(`/staff/inbox-items/${id}/outcome`).send({ decision: 'REJECTED' }).expect(200);
    await page.getByText(/^Abgelehnt: Agnes Agent/).waitFor();
    expect(await message.inputValue()).toBe('Noch nicht gesendet');
    expect(await page.getByRole('button', { name: 'Annehmen', exact: true }).count()).toBe(0);
    expect(await visitor.findings()).toEqual([]);
    await page.getByRole('button', { name: 'Verwerfen' }).click();
    await page.getByRole('heading', { name: /^Abgelehnt: Agnes Agent/ }).waitFor();
  });
});
