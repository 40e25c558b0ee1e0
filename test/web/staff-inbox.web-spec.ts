import type { Browser, Page } from 'playwright-core';
import { newestItem, register } from '../support/inbox';
import type { World } from '../support/world';
import { LOOKS, openBrowser, type Visitor } from './support/browser';
import { IncomingOrders } from './support/incoming-orders';

const WORDS = {
  de: {
    take: 'Übernehmen',
    taken: 'Der Eintrag ist bei Ihnen.',
    withMe: 'Bei mir',
    accept: 'Annehmen',
    accepted: 'Angenommen.',
    message: /^Nachricht an den Kunden/,
    note: 'Notiz, die kein Kunde sieht',
    saveNote: 'Notiz speichern',
    price: /^Einzelpreis netto: /,
    priceInvalid: 'Bitte einen Preis angeben, zum Beispiel 89,90.',
    gross: '238,00 €',
    sendOffer: 'Angebot senden',
    until: 'Gültig bis',
    tooEarly: /^Frühestens \d/,
    offered: 'Das Angebot ist beim Kunden.',
    giveAccess: 'Zugang geben',
    whoMissing: 'Bitte wählen Sie einen Kunden.',
    newCustomer: /^Neuer Kunde/,
    mainUser: /^Hauptbenutzer/,
    nevertheless: 'Trotzdem Zugang geben',
    unverified: 'Die E-Mail-Adresse ist noch nicht bestätigt: Jeder könnte sie eingetragen haben.',
    registration: 'Registrierung',
  },
  en: {
    take: 'Take it',
    taken: 'The item is with you.',
    withMe: 'With me',
    accept: 'Accept',
    accepted: 'Accepted.',
    message: /^Message to the customer/,
    note: 'Note that no customer sees',
    saveNote: 'Save the note',
    price: /^Net price each: /,
    priceInvalid: 'Please enter a price, for example 89.90.',
    gross: '€238.00',
    sendOffer: 'Send the offer',
    until: 'Valid until',
    tooEarly: /^\d.* at the earliest/,
    offered: 'The customer has got the offer.',
    giveAccess: 'Give access',
    whoMissing: 'Please choose a customer.',
    newCustomer: /^New customer/,
    mainUser: /^Main user/,
    nevertheless: 'Give access nevertheless',
    unverified: 'The e-mail address is not confirmed yet: anybody may have entered it.',
    registration: 'Registration',
  },
} as const;

describe('The Postkorb in the browser', () => {
  let browser: Browser;
  let orders: IncomingOrders;
  let world: World;

  beforeAll(async () => {
    browser = await openBrowser();
    orders = await IncomingOrders.make();
    ({ world } = orders);
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    afterEach(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('shows an order, which is taken, noted about and accepted with a message', async () => {
      const id = await orders.send(true);
      visitor = await orders.come(browser, look);
      ({ page } = visitor);
      await page.goto(`/staff/${world.tenant.slug}`);
      await page.locator(`a[href*="${id}"]`).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.locator(`a[href*="${id}"]`).click();
      await page.getByRole('heading', { name: 'Müller & Söhne GmbH', level: 2 }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.take }).click();
      await page.getByRole('status').getByText(words.taken).waitFor();
      await page.locator('.item .pill', { hasText: words.withMe }).waitFor();
      await page.getByLabel(words.note).fill('Kunde angerufen.');
      await page.getByRole('button', { name: words.saveNote }).click();
      await page.getByRole('listitem').getByText('Kunde angerufen.').waitFor();
      await page.getByLabel(words.message).fill('Wir liefern am Donnerstag.');
      await page.getByRole('button', { name: words.accept, exact: true }).click();
      await page.getByRole('status').getByText(words.accepted).waitFor();
      const { body } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
      expect(body).toMatchObject({
        state: 'DONE',
        outcome: { decision: 'ACCEPTED', message: 'Wir liefern am Donnerstag.' },
      });
      await page.goto(`/staff/${world.tenant.slug}/inbox/${id}?view=done`);
      await page.getByText('Wir liefern am Donnerstag.').waitFor();
      expect(await visitor.findings()).toEqual([]);
    });

    it('makes an offer at the prices that staff type, with tax and total from the server', async () => {
      const id = await orders.send(false);
      visitor = await orders.come(browser, look, id);
      ({ page } = visitor);
      const price = page.getByLabel(words.price);
      await price.waitFor();
      // The list price stands there already.
      await page.getByText(words.gross).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await price.fill('viel');
      await page.getByRole('button', { name: words.sendOffer }).click();
      await page.getByText(words.priceInvalid).waitFor();
      expect(await price.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await visitor.findings()).toEqual([]);
      await price.fill('85,50');
      const until = page.getByLabel(words.until);
      const usual = await until.inputValue();
      await until.fill('2020-01-01');
      await price.press('Control+Enter');
      await page.getByText(words.tooEarly).waitFor();
      await until.fill(usual);
      await price.press('Control+Enter');
      await page.getByRole('status').getByText(words.offered).waitFor();
      const { body } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
      expect(body.outcome.lines).toMatchObject([{ netPriceCents: 8550 }]);
    });

    it('names in its list who has registered, and says once what that is', async () => {
      // Dots part nothing: the company is a field of its own.
      const email = await register(world, { company: `Grün · Blau ${look.language}` });
      visitor = await orders.come(browser, look);
      ({ page } = visitor);
      const item = page.getByRole('link').filter({ hasText: email });
      await item.locator('strong', { hasText: `Grün · Blau ${look.language}` }).waitFor();
      expect((await item.textContent())?.split(words.registration).length).toBe(2);
      await item.getByText(`Bea Blüm · ${email}`, { exact: true }).waitFor();
      expect(await visitor.findings()).toEqual([]);
    });

    it('gives access to the applicant, once customer and role are chosen', async () => {
      const email = await register(world, { company: `Blüm ${look.language}` });
      const { id } = await newestItem(world.admin, 'type=REGISTRATION');
      visitor = await orders.come(browser, look, id);
      ({ page } = visitor);
      await page.getByRole('button', { name: words.giveAccess }).click();
      await page.getByText(words.whoMissing).first().waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.getByLabel(words.newCustomer).check();
      await page.getByLabel(words.mainUser).check();
      await page.getByRole('button', { name: words.giveAccess }).click();
      await page.locator('.error').getByText(words.unverified, { exact: true }).waitFor();
      expect(await page.getByText('acceptUnverified').count()).toBe(0);
      await page.getByLabel(words.nevertheless).check();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.giveAccess }).click();
      await page.getByRole('status').getByText(words.accepted).waitFor();
      const { body } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
      expect(body).toMatchObject({
        outcome: { decision: 'ACCEPTED', role: 'MAIN_USER' },
        customer: { name: `Blüm ${look.language}` },
      });
      expect(body.sentRegistration.email).toBe(email);
    });
  });
});
