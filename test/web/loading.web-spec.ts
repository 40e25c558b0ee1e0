import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { Api, cookieOf } from '../support/api';
import { e2eEnvironment } from '../support/environment';
import { EventStream } from '../support/event-stream';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { addPrinterWithToner, offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import {
  COMPLAINS_AFTER_MS,
  movementOf,
  SETTLE_MS,
  settled,
  spreadAnswers,
  watchMovement,
} from './support/loading';

interface Load {
  readonly address: string;
  /** Moments, in milliseconds. */
  readonly asked: number;
  readonly there: number;
}

const LOADS = `performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) =>
  ({ address: name.slice(location.origin.length), asked: startTime, there: responseEnd }))`;
/** What the browser formats with: the first one takes a tenth of a second on a slow phone. */
const WATCH_FORMATS = `
  window.made = [];
  for (const name of ['DateTimeFormat', 'NumberFormat', 'RelativeTimeFormat']) {
    Intl[name] = class extends Intl[name] {
      constructor(...told) {
        super(...told);
        made.push(name);
      }
    };
  }`;

const COLLEAGUES = '/portal/colleagues?limit=100';
/** Pictures and events. */
const IGNORED_REQUESTS = /\.svg$|\/image\?|\/events\?/;

/** The pages of the portal, and what they ask for only once they run. */
const PAGES: readonly (readonly [path: string, later: readonly string[]])[] = [
  ['', []],
  ['/tickets', [COLLEAGUES]],
  // The ticket has been read now, which the overview counts.
  ['/tickets/:ticket', [COLLEAGUES, '/portal/overview']],
  ['/tickets/new', [COLLEAGUES]],
  ['/online-shop', []],
  // Countries are chosen by staff, too, so their names are a file of their own beside the addresses.
  [
    '/online-shop/cart',
    ['/assets/addresses', '/assets/checkout', '/assets/countries', '/portal/delivery-addresses'],
  ],
  ['/printer-shop', []],
  ['/printer-shop/printers/:printer', []],
  ['/orders', []],
  ['/orders/:order', []],
  ['/devices', []],
  ['/account', ['/auth/sessions', '/portal/delivery-addresses']],
];

/** What it takes until somebody sees a page, who comes from elsewhere. */
describe('A page that is opened', () => {
  let browser: Browser;
  let world: World;
  let cookie: string;
  const ids: Record<string, string> = {};
  let listening: EventStream;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: true },
    });
    const customerId = await addCustomer(world.admin, 'Offene GmbH');
    const contact = await addContact(world, customerId, 'MAIN_USER', 'Lader');
    ids.printer = (await addPrinterWithToner(world.admin, customerId, 'Empfang')).printerId;
    for (let i = 0; i < 6; i++) {
      const ticket = { subject: `Monitor ${i} flackert`, description: 'Seit heute früh.' };
      ids.ticket = String((await contact.post('/portal/tickets').send(ticket).expect(201)).body.id);
    }
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
    await putIntoCart(contact, 'online-shop', article, 1);
    ids.order = String((await submitCart(contact, 'online-shop')).body.id);
    await putIntoCart(contact, 'online-shop', article, 2);
    const login = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
    cookie = cookieOf((await Api.onPage().post('/auth/browser-sessions').send(login).expect(201)).headers);
    // What becomes of all this is told to open pages, which ask anew.
    await jobsDone();
    // Nor is whoever looks the first one ever, to whom it is not known whether something has been missed.
    listening = await EventStream.open(contact, '/portal/events');
  });

  afterAll(async () => {
    listening.close();
    await browser.close();
  });

  afterEach(() => visitor.leave());

  /** Somebody who is logged in, and whose browser has never been here. */
  async function come(width: number): Promise<void> {
    visitor = await Visitor.come(browser, { language: 'de', width });
    const [name = '', value = ''] = cookie.split('=');
    await visitor.context.addCookies([{ name, value, url: e2eEnvironment().baseUrl }]);
    ({ page } = visitor);
  }

  async function open(path: string): Promise<void> {
    const address = path.replace(/:(\w+)/, (_, name: string) => ids[name] ?? '');
    await page.goto(`/p/${world.tenant.slug}${address}`);
    await settled(page);
  }

  it.each(PAGES)('has asked for all that it shows before it runs: "%s"', async (path, later) => {
    await come(1280);
    await open(path);
    const loads = await page.evaluate<Load[]>(LOADS);
    const app = loads.find(({ address }) => address.startsWith('/assets/index-'));
    // It runs once it is there and the page has been read to its end, which may come after it on a busy machine.
    const isRead = await page.evaluate<number>(
      `performance.getEntriesByType('navigation')[0].domInteractive`,
    );
    const late = loads.filter(
      ({ address, asked }) => asked > Math.max(app?.there ?? 0, isRead) && !IGNORED_REQUESTS.test(address),
    );
    expect(late.map(({ address }) => address.replace(/^\/api\/v1|-[\w-]{7}\.js$/g, '')).sort()).toEqual(
      later,
    );
    expect(visitor.complaints).toEqual([]);
  });

  it('has asked for nothing that it does not show', async () => {
    await come(1280);
    const first = page;
    for (const [path] of PAGES) {
      page = await visitor.anotherTab();
      await open(path);
    }
    await first.waitForTimeout(COMPLAINS_AFTER_MS);
    expect(visitor.complaints).toEqual([]);
  });

  it.each(PAGES.flatMap(([path]) => [360, 1280].map((width) => [path, width] as const)))(
    'does not move when its answers arrive one after the other: "%s", %s px wide',
    async (path, width) => {
      await come(width);
      await watchMovement(page);
      await spreadAnswers(page, '**/api/v1/portal/**');
      await open(path);
      expect(await movementOf(page)).toEqual([]);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    },
  );

  it.each(['/tickets', '/tickets/new'])('creates none of the browser\'s formatters: "%s"', async (path) => {
    await come(360);
    await page.addInitScript(WATCH_FORMATS);
    await open(path);
    expect(await page.evaluate('made')).toEqual([]);
  });

  it.each([360, 1280])('does not move where tickets wait for whoever looks, %s px wide', async (width) => {
    await come(width);
    await world.admin.change(`/staff/tickets/${ids.ticket}`, { status: 'WAITING_FOR_CUSTOMER' });
    await watchMovement(page);
    await page.route('**/portal/tickets?*status=WAITING_FOR_CUSTOMER&mine=true*', async (route) => {
      await sleep(SETTLE_MS);
      await route.continue();
    });
    await open('');
    await page
      .getByRole('list')
      .getByRole('link', { name: /^Monitor 5 flackert/ })
      .waitFor();
    await sleep(SETTLE_MS);
    expect(await movementOf(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
