import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { addCategory, addContact, addCustomer } from '../support/population';
import {
  addPrinterWithToner,
  makeOffer,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
  UNLIKE,
} from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { TORN } from './support/torn';
import { until } from './support/until';

/** Before somebody is logged in; the first belongs to no tenant. */
const OUTSIDE = ['/login', '/forgot', '/password', '/password#token=abc', '/register', '/registration'];
const INSIDE = [
  '',
  '/tickets',
  '/tickets?view=done&q=nichts',
  '/tickets/:ticket',
  '/tickets/new',
  '/online-shop',
  '/online-shop/articles/:article',
  '/online-shop/cart',
  '/printer-shop',
  '/printer-shop/printers/:printer',
  '/printer-shop/cart',
  '/orders',
  '/orders/:order',
  '/orders/:offer',
  '/devices',
  '/account',
  '/nowhere',
];
/** Zoomed to 200 and 400 %, and with text alone twice as large. */
const LOOKS = [
  { width: 320, text: 100 },
  { width: 360, text: 100 },
  { width: 360, text: 200 },
  { width: 720, text: 200 },
  { width: 1280, text: 200 },
];
const WORD = 'Bundesvereinigungsverwaltungsgesellschaft';
const ADDRESS = { company: WORD, street: 'Domstraße 1', postalCode: '50667', city: 'Köln', country: 'DE' };
const DIALOGS: readonly (readonly [path: string, button: string])[] = [
  ['/tickets/:ticket', 'Ticket schließen'],
  ['/orders/:offer', 'Annehmen'],
  ['/orders/:order', 'Stornieren'],
  ['/account', 'Lieferadresse hinzufügen'],
];
const SETTLE_MS = 300;
/** Places at the bottom of a phone, and buttons of articles, whose words take more than one line. */
const BROKEN = `[...document.querySelectorAll('.places :is(a, button), .article .button')].flatMap((element) => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const broken = [];
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
    if (new Set(tops).size > 1) broken.push(texts.currentNode.textContent);
  }
  return broken;
})`;
/** What reaches over the edge of the window or has no room for its number, and can then be seen in part at most. */
const CUT_OFF = `[...document.querySelectorAll('body *')]
  .filter((element) => {
    const { right, bottom } = element.getBoundingClientRect();
    if (element.matches('.skip')) return bottom > 0;
    if (element.matches('input.number')) return element.scrollWidth > element.clientWidth;
    return right > document.documentElement.clientWidth + 0.5;
  })
  .map((element) => element.outerHTML.slice(0, 90))
  .slice(-3)`;

/** Of who needs large letters: WCAG 1.4.4 and 1.4.10. */
describe('No page of the portal has to be scrolled sideways', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;
  let email: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: false },
      printerShop: { enabled: true, showPrices: true },
    });
    const customerId = await addCustomer(world.admin, `${WORD} mbH`);
    const contact = await addContact(world, customerId, 'MAIN_USER', WORD);
    await addContact(world, customerId, 'USER', 'Kollegin');
    await addCategory(world.admin, 'Drucken und Scannen');
    const { printerId, tonerId } = await addPrinterWithToner(world.admin, customerId, `${WORD}drucker`);
    const article = await offerArticle(world.admin, {
      ...UNLIKE,
      name: `${WORD}monitor`,
      netPriceCents: 99_999_999,
    });
    await putIntoCart(contact, 'online-shop', article, 999);
    ids.offer = String((await submitCart(contact, 'online-shop')).body.id);
    await makeOffer(world.admin, ids.offer, 99_999_999, { message: WORD });
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    await putIntoCart(contact, 'online-shop', article, 999);
    await putIntoCart(contact, 'printer-shop', `${printerId}/${tonerId}`, 999);
    ids.order = String((await submitCart(contact, 'printer-shop')).body.id);
    await putIntoCart(contact, 'printer-shop', `${printerId}/${tonerId}`, 999);
    const file = await contact.post('/portal/uploads').attach('file', Buffer.from('x'), `${WORD}.txt`);
    const ticket = { subject: WORD, description: `${WORD} https://example.com/${WORD}` };
    const { body } = await contact
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: [file.body.id] })
      .expect(201);
    Object.assign(ids, { ticket: body.id, article, printer: printerId });
    await contact.post('/portal/delivery-addresses').send({ label: WORD, address: ADDRESS }).expect(201);
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    ({ email } = contact);
    await visitor.logIn(world.tenant.slug, email);
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
  });

  /** As soon as all that belongs to a page is there. */
  async function open(tab: Page, path: string): Promise<void> {
    await tab.goto(`/p/${world.tenant.slug}${path.replace(/:(\w+)/, (_, name: string) => ids[name] ?? '')}`);
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await tab.locator('.skeleton').first().waitFor({ state: 'detached' });
    await sleep(SETTLE_MS);
  }

  /** In which looks it has to be scrolled, hides what has no room, or tears a number for which there is a line. */
  async function tooWide(tab: Page): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const { width, text } of LOOKS) {
      await tab.setViewportSize({ width, height: 780 });
      await tab.evaluate(`document.documentElement.style.fontSize = '${text}%'`);
      await tab.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const [wide, ...parts] = await tab.evaluate<[boolean, ...string[]]>(
        `[document.documentElement.scrollWidth > innerWidth, ...${CUT_OFF}, ...${text > 100 ? '[]' : TORN}]`,
      );
      if (wide || parts.length > 0) found.push({ width, text, parts });
    }
    return found;
  }

  it.each(INSIDE)('that need a login: "%s"', async (path) => {
    await open(page, path);
    expect(await tooWide(page)).toEqual([]);
  });

  it.each([
    ['portal', 'p', '/online-shop'],
    ['workplace', 'staff', '/inbox'],
  ] as const)('nor are words broken where people choose with a thumb: %s', async (_, area, path) => {
    const phone = await Visitor.come(browser, { language: 'de', width: 360 });
    await phone.logIn(world.tenant.slug, area === 'p' ? email : world.tenant.adminEmail, path, area);
    await sleep(SETTLE_MS);
    // Of a page that is still being put together, all words are: what it comes to is what counts.
    await until(phone.page, `${BROKEN}.length === 0`).catch(() => undefined);
    expect(await phone.page.evaluate(BROKEN)).toEqual([]);
    await phone.leave();
  });

  it.each(OUTSIDE)('before the login: "%s"', async (path) => {
    const stranger = await Visitor.come(browser, { language: 'de', width: 1280 });
    await open(stranger.page, path);
    expect(await tooWide(stranger.page)).toEqual([]);
    await stranger.leave();
  });

  it('with a dialog open', async () => {
    for (const [path, button] of DIALOGS) {
      await open(page, path);
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('dialog').waitFor();
      const dialogWide = `(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('dialog[open]'))`;
      expect([path, await tooWide(page), await page.evaluate(dialogWide)]).toEqual([path, [], false]);
    }
  });
});
