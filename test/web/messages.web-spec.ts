import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, setShops } from '../support/shops';
import { makeWorld } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

const ARTICLES = 8;
/** As far as there is more of the page, what has the focus is at this edge of what is seen of it. */
const AT_BOTTOM = `(() => {
  const bar = document.querySelector('.places').getBoundingClientRect();
  scrollBy(0, document.activeElement.getBoundingClientRect().bottom - bar.top + 8);
})()`;
const AT_TOP = 'scrollBy(0, document.activeElement.getBoundingClientRect().top - 8)';
/** Whether the message that is shown, and what has the focus, can both be seen whole. */
const BOTH_SEEN = `(() => {
  const message = document.querySelector('.toast')?.getBoundingClientRect();
  const focused = document.activeElement.getBoundingClientRect();
  return message?.top >= 0 && message.bottom <= innerHeight
    && (message.bottom <= focused.top || focused.bottom <= message.top);
})()`;

describe('A message on a phone', () => {
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    for (let i = 1; i <= ARTICLES; i++) {
      await offerArticle(world.admin, { name: `Monitor ${i}`, netPriceCents: 25_000 });
    }
    const contact = await addContact(world, await addCustomer(world.admin, 'Sicht GmbH'), 'USER', 'Sicht');
    visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop');
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
  });

  const add = (article: number) => page.getByRole('button', { name: new RegExp(`„Monitor ${article}“`) });

  it.each([
    ['at the bottom', AT_BOTTOM, 4],
    ['at the top', AT_TOP, 5],
  ])('covers nothing that has the focus %s', async (_, scroll, article) => {
    const button = add(article);
    await button.focus();
    await page.evaluate(scroll);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(`Monitor ${article}`).waitFor();
    await until(page, BOTH_SEEN);
    expect(await visitor.findings()).toEqual([]);
  });

  it('makes way for what gets the focus while it is shown', async () => {
    const first = add(1);
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Monitor 1').waitFor();
    await add(6).focus();
    await page.evaluate(AT_BOTTOM);
    await add(5).focus();
    await add(6).focus();
    await until(page, BOTH_SEEN);
  });
});
