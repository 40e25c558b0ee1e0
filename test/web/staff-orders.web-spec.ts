import type { Browser, Page } from 'playwright-core';
import { newestItem } from '../support/inbox';
import { addContact, addCustomer } from '../support/population';
import { decideOrder, makeOffer, offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import type { World } from '../support/world';
import { Administrator } from './support/administrator';
import { LOOKS, openBrowser } from './support/browser';

const WORDS = {
  de: {
    price: (euros: string) => `${euros} €`,
    address: 'Ring 1, 1010 Wien, Österreich',
    done: 'Erledigt',
    accepted: 'Angenommen',
    cancel: 'Stornieren',
    reason: 'Begründung',
    cancelled: 'Storniert',
    newOffer: 'Neues Angebot',
    sendOffer: 'Angebot senden',
  },
  en: {
    price: (euros: string) => `€${euros.replace(',', '.')}`,
    address: 'Ring 1, 1010 Wien, Austria',
    done: 'Done',
    accepted: 'Accepted',
    cancel: 'Cancel the order',
    reason: 'Reason',
    cancelled: 'Cancelled',
    newOffer: 'New offer',
    sendOffer: 'Send the offer',
  },
} as const;

describe('The catalog in the browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const { language } = look;
    const words = WORDS[language];
    const name = language === 'de' ? 'Zwirbelkabel' : 'Quastenhalter';
    let admin: Administrator;
    let world: World;
    let page: Page;

    beforeAll(async () => {
      admin = await Administrator.come(browser, look);
      ({ world, page } = admin);
      await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    });

    afterAll(() => admin.leave());

    it('is ordered from: orders of all customers, of which one is cancelled with a reason', async () => {
      const customerId = await addCustomer(world.admin, `Besteller ${language}`);
      const contact = await addContact(world, customerId, 'USER');
      const article = await offerArticle(world.admin, { name: `Bestellt ${name}`, netPriceCents: 2500 });
      await putIntoCart(contact, 'online-shop', article, 2);
      const deliveryAddress = { street: 'Ring 1', postalCode: '1010', city: 'Wien', country: 'AT' };
      const { body } = await submitCart(contact, 'online-shop', { deliveryAddress });
      const { id: item } = await newestItem(world.admin);
      await admin.open(`/inbox/${item}`);
      await page.getByText(words.address).waitFor();
      await decideOrder(world.admin, body.number as string, { decision: 'ACCEPTED' });
      await admin.open('/orders');
      await page.getByRole('link', { name: words.done, exact: true }).click();
      await page.waitForURL(/view=done/);
      const row = page.getByRole('row').filter({ hasText: `Besteller ${language}` });
      await row.getByText(words.accepted).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await row.getByRole('link').click();
      await page
        .getByRole('rowheader')
        .filter({ hasText: `Bestellt ${name}` })
        .waitFor();
      await page.getByText(words.address).waitFor();
      await admin.button(words.cancel).click();
      await admin.dialog().getByLabel(words.reason).fill('Nicht mehr lieferbar.');
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.cancel, admin.dialog()).click();
      await page.getByText(words.cancelled, { exact: true }).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      const { body: order } = await world.admin.get(`/staff/orders/${body.id}`).expect(200);
      expect(order).toMatchObject({ status: 'CANCELLED', cancellation: { reason: 'Nicht mehr lieferbar.' } });
    });

    it('is asked for quotes, whose offers are replaced by others', async () => {
      const customerId = await addCustomer(world.admin, `Frager ${language}`);
      const contact = await addContact(world, customerId, 'USER');
      const article = await offerArticle(world.admin, { name: `Angefragt ${name}` });
      await putIntoCart(contact, 'online-shop', article);
      const { body } = await submitCart(contact, 'online-shop');
      await makeOffer(world.admin, body.id as string, 3000);
      await admin.open(`/orders/${body.id}`);
      await admin.button(words.newOffer).click();
      await admin.dialog().locator('input.price').fill('29');
      await admin.dialog().locator('.offer-totals').getByText(words.price('29,00')).waitFor();
      expect(await admin.visitor.findings()).toEqual([]);
      await admin.button(words.sendOffer, admin.dialog()).click();
      await admin.dialogCloses();
      await page
        .getByRole('row')
        .filter({ hasText: `Angefragt ${name}` })
        .getByText(words.price('29,00'))
        .first()
        .waitFor();
      const { body: order } = await world.admin.get(`/staff/orders/${body.id}`).expect(200);
      expect(order).toMatchObject({ status: 'OFFER_MADE', offer: { version: 2 }, totalNetCents: 2900 });
    });
  });
});
