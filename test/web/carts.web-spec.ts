import type { Browser } from 'playwright-core';
import type { Api } from '../support/api';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, putIntoCart, setShops } from '../support/shops';
import { makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

/** Too short for asking the server a second time. */
const AT_ONCE_MS = 900;

describe('Carts in the browser', () => {
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: true },
    });
  });

  afterAll(() => browser.close());

  async function fillCart(contact: Api, names: readonly string[]): Promise<void> {
    for (const name of names) {
      const articleId = await offerArticle(world.admin, { name, netPriceCents: 500 });
      await putIntoCart(contact, 'online-shop', articleId);
    }
  }

  it('order the quantity that has just been chosen, and nothing where that did not get into the cart', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Eilig GmbH'), 'USER');
    const cable = await offerArticle(world.admin, { name: 'Netzwerkkabel', netPriceCents: 500 });
    await putIntoCart(contact, 'online-shop', cable, 2);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const more = page.getByRole('button', { name: 'Mehr von „Netzwerkkabel“' });
    const submit = page.getByRole('button', { name: 'Verbindlich bestellen' });
    await page.route('**/cart/items/*', (route) => route.abort());
    await more.click();
    await submit.click();
    await page.getByRole('alert').getByText('Das Portal ist gerade nicht erreichbar.').waitFor();
    expect((await contact.get('/portal/orders').expect(200)).body.items).toEqual([]);
    await page.unroute('**/cart/items/*');
    visitor.complaints.length = 0;

    await more.click();
    await more.click();
    await submit.click();
    await page.getByText(/^Ihre Bestellung B-\S+ ist eingegangen\.$/).waitFor();
    await page.getByText('23,80 €', { exact: true }).waitFor();
    // Said to who has sent it, once.
    expect(page.url()).toMatch(/\/orders\/[\da-f-]{36}$/);
    await page.reload();
    await page.getByText('23,80 €', { exact: true }).waitFor();
    expect(await page.getByText(/ist eingegangen\.$/).count()).toBe(0);
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('say at once that nothing gets into the cart without a connection', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Funkloch GmbH'), 'USER');
    await offerArticle(world.admin, { name: 'Funkmaus', netPriceCents: 2500 });
    const visitor = await Visitor.come(browser, { language: 'de', width: 360 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop?q=Funkmaus');
    const add = page.getByRole('button', { name: '„Funkmaus“ in den Warenkorb' });
    await add.waitFor();
    await visitor.context.setOffline(true);
    await add.click();
    await page
      .getByRole('status')
      .getByText('Das Portal ist gerade nicht erreichbar.')
      .waitFor({ timeout: AT_ONCE_MS });
    await visitor.context.setOffline(false);
    await add.click();
    await page.getByRole('status').getByText('„Funkmaus“ liegt im Warenkorb, Menge 1.').waitFor();
    await visitor.leave();
  });

  it('take out what is clicked at twice, or has been taken out in another tab, without complaint', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Doppelt GmbH'), 'USER');
    await fillCart(contact, ['Kabel rot', 'Kabel blau', 'Kabel grün']);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const other = await visitor.anotherTab();
    await other.goto(page.url());
    const remove = (name: string, tab = page) => tab.getByRole('button', { name: `„${name}“ entfernen` });
    const said = (text: string, tab = page) => tab.getByRole('status').getByText(text);
    await remove('Kabel blau', other).waitFor();
    await remove('Kabel rot').dblclick();
    await said('„Kabel rot“ ist entfernt.').waitFor();
    await remove('Kabel rot', other).waitFor({ state: 'detached' });
    // From here on as in another browser, which is told nothing.
    await page.evaluate('BroadcastChannel.prototype.postMessage = () => undefined');
    await remove('Kabel blau').click();
    await said('„Kabel blau“ ist entfernt.').waitFor();
    await remove('Kabel blau', other).click();
    await said('„Kabel blau“ ist entfernt.', other).waitFor();
    for (const tab of [page, other]) {
      await remove('Kabel grün', tab).waitFor();
      expect(await tab.getByRole('button', { name: / entfernen$/ }).count()).toBe(1);
    }
    // Who uses the keyboard goes on where they were, also after the last one.
    await remove('Kabel grün').press('Enter');
    await page.getByRole('heading', { name: 'Der Warenkorb ist leer' }).waitFor();
    await page.getByRole('heading', { name: 'Warenkorb', exact: true }).and(page.locator(':focus')).waitFor();
    await visitor.leave();
  });

  it('show what was taken out as gone, also where they were being read at that moment', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Gleichzeitig GmbH'), 'USER');
    await fillCart(contact, ['Kabel rot', 'Kabel blau']);
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const remove = page.getByRole('button', { name: '„Kabel rot“ entfernen' });
    await remove.waitFor();
    await visitor.answered();

    // The answer is of before, and comes after everything else.
    let isRead: () => void = () => undefined;
    let letCome: () => void = () => undefined;
    const read = new Promise<void>((resolve) => (isRead = resolve));
    const mayCome = new Promise<void>((resolve) => (letCome = resolve));
    await page.route(
      '**/online-shop/cart',
      async (route) => {
        const response = await route.fetch();
        isRead();
        await mayCome;
        // Nobody waits for it any more.
        await route.fulfill({ response }).catch(() => undefined);
      },
      { times: 1 },
    );
    await page.evaluate(`new BroadcastChannel('carts').postMessage('changed')`);
    await read;
    await remove.click();
    await page.getByRole('status').getByText('„Kabel rot“ ist entfernt.').waitFor();
    letCome();
    await visitor.answered();
    expect(await remove.count()).toBe(0);
    await visitor.leave();
  });

  it.each([320, 1280])('have room for what costs millions, %s px wide', async (width) => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Reich GmbH'), 'USER');
    const mainframe = await offerArticle(world.admin, { name: 'Großrechner', netPriceCents: 99_999_999 });
    await putIntoCart(contact, 'online-shop', mainframe, 9);
    const visitor = await Visitor.come(browser, { language: 'de', width });
    await visitor.logIn(world.tenant.slug, contact.email, '/online-shop/cart');
    const line = visitor.page.getByRole('listitem').filter({ hasText: 'Großrechner' });
    const amount = await line.getByText('8.999.999,91 €').boundingBox();
    for (const name of ['Mehr von „Großrechner“', '„Großrechner“ entfernen']) {
      const button = await line.getByRole('button', { name }).boundingBox();
      expect([name, touch(amount, button)]).toEqual([name, false]);
    }
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
  });
});

type Box = { x: number; y: number; width: number; height: number } | null;

function touch(one: Box, other: Box): boolean {
  if (!one || !other) throw new Error('One of them is not there.');
  const apart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !apart;
}
