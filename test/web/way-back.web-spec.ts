import type { Browser } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { makeWorld, PASSWORD, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

/** The list as somebody narrowed it, and what is opened there. */
type Opened = readonly [list: string, name: RegExp];

describe('The way back from what a list shows, in the browser', () => {
  let browser: Browser;
  let world: World;
  let email: string;
  let order: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const contact = await addContact(
      world,
      await addCustomer(world.admin, 'Rückweg GmbH'),
      'MAIN_USER',
      'Umkehr',
    );
    ({ email } = contact);
    const article = await offerArticle(world.admin, { name: 'Bumerang' });
    await putIntoCart(contact, 'online-shop', article, 1);
    order = String((await submitCart(contact, 'online-shop')).body.number);
    await contact
      .post('/portal/tickets')
      .send({ subject: 'Wegweiser fehlt', description: 'Dort.' })
      .expect(201);
    await world.admin.post('/staff/printer-models').send({ manufacturer: 'Kehrt', name: 'Um 1' }).expect(201);
  });

  afterAll(() => browser.close());

  async function comesBack(area: 'p' | 'staff', login: string, opened: readonly Opened[]): Promise<Visitor> {
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    const { page } = visitor;
    await visitor.logIn(world.tenant.slug, login, '', area);
    for (const [list, name] of opened) {
      const address = `/${area}/${world.tenant.slug}${list}`;
      await page.goto(address);
      await page.getByRole('main').getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
      await page.getByRole('main').getByRole('link', { name }).waitFor();
      await until(page, `location.pathname + location.search === ${JSON.stringify(address)}`);
    }
    return visitor;
  }

  it('leads contacts to the list as they narrowed it, but not whoever logs in next', async () => {
    const visitor = await comesBack('p', email, [
      ['/orders?kind=QUOTE_REQUEST', new RegExp(order)],
      ['/online-shop?q=bumer', /Bumerang/],
      ['/tickets?q=wegweiser', /Wegweiser/],
    ]);
    const { page } = visitor;
    const main = page.getByRole('main');
    await page.getByRole('link', { name: 'Konto' }).click();
    await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
    await page.getByLabel(/^E-Mail/).fill(email);
    await page.getByLabel(/^Passwort\s*$/).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    // From the overview: the list itself would be seen anew.
    await main.getByRole('link', { name: /Wegweiser/ }).click();
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();
    await until(page, `location.pathname + location.search === '/p/${world.tenant.slug}/tickets'`);
    await visitor.leave();
  });

  it('leads staff to the list as they narrowed it', async () => {
    const visitor = await comesBack('staff', world.tenant.adminEmail, [
      ['/customers?q=r%C3%BCck', /Rückweg GmbH/],
      ['/orders?kind=QUOTE_REQUEST', new RegExp(order)],
      ['/catalog/printer-models?q=kehrt', /Kehrt Um 1/],
    ]);
    await visitor.leave();
  });
});
