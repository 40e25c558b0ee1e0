import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { newestItem, register } from '../support/inbox';
import { addContact, addCustomer } from '../support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from '../support/shops';
import { addAgent, makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

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
    reject: 'Ablehnen',
    done: 'Erledigt',
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
    keys: 'Tastenkürzel',
    all: 'Zurück zur Liste',
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
    reject: 'Refuse',
    done: 'Done',
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
    keys: 'Keyboard shortcuts',
    all: 'Back to the list',
  },
} as const;

describe('The Postkorb in the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api & { id: string };
  let contact: Awaited<ReturnType<typeof addContact>>;
  let articleId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    agent = await addAgent(world);
    contact = await addContact(world, await addCustomer(world.admin, 'Müller & Söhne GmbH'), 'MAIN_USER');
    articleId = await offerArticle(world.admin, { name: 'Toner schwarz', netPriceCents: 10_000 });
  });

  afterAll(() => browser.close());

  /** An order, or without prices a quote request; answers with the id of its item. */
  async function send(showPrices: boolean): Promise<string> {
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices } });
    await putIntoCart(contact, 'online-shop', articleId, 2);
    await submitCart(contact, 'online-shop');
    return (await newestItem(world.admin)).id;
  }

  async function come(look: (typeof LOOKS)[number], id?: string): Promise<Visitor> {
    await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
    if (id) await visitor.page.goto(`/staff/${world.tenant.slug}/inbox/${id}`);
    return visitor;
  }

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    afterEach(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('shows an order, which is taken, noted about and accepted with a message', async () => {
      const id = await send(true);
      visitor = await come(look);
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
      const id = await send(false);
      visitor = await come(look, id);
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
      visitor = await come(look);
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
      visitor = await come(look, id);
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

  describe('with the keyboard, and two at once', () => {
    let visitor: Visitor;
    let page: Page;

    afterEach(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !text.includes('409'))).toEqual([]);
    });

    it('is gone through, taken and decided without a mouse, and goes on to the next', async () => {
      const first = await send(true);
      const second = await send(true);
      visitor = await come(LOOKS[0]!, first);
      ({ page } = visitor);
      await page.locator(`a[aria-current=page][href*="${first}"]`).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: WORDS.de.keys }).waitFor();
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
      await putIntoCart(contact, 'online-shop', more, 1);
      const id = await send(false);
      visitor = await come(LOOKS[0]!, id);
      ({ page } = visitor);
      await page.getByLabel(WORDS.de.price).first().waitFor();
      for (const typed of ['Enter', '12,50', 'Enter', '9,90', 'Enter']) {
        await (typed === 'Enter' ? page.keyboard.press(typed) : page.keyboard.type(typed));
      }
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('type')).toBe('date');
      const { body: item } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
      expect(item.state).toBe('NEW');
      await focused.press('Control+Enter');
      await page.getByRole('status').getByText(WORDS.de.offered).waitFor();
      const { body } = await world.admin.get(`/staff/inbox-items/${id}`).expect(200);
      expect(body.outcome.lines).toMatchObject([{ netPriceCents: 1250 }, { netPriceCents: 990 }]);
    });

    it('shows a colleague’s claim at once, and rejects a decision on an item that a colleague has claimed', async () => {
      const id = await send(true);
      visitor = await come(LOOKS[0]!, id);
      ({ page } = visitor);
      const message = page.getByLabel(WORDS.de.message);
      await message.waitFor();
      await agent.put(`/staff/inbox-items/${id}/assignee`).send({}).expect(200);
      await page.locator('.item .pill', { hasText: 'Agnes Agent' }).waitFor();
      await page.getByText('Agnes Agent bearbeitet diesen Eintrag.').waitFor();
      expect(await visitor.findings()).toEqual([]);
      await message.fill('Das bleibt stehen');
      await page.getByRole('button', { name: 'Annehmen', exact: true }).click();
      await page.getByText('Diesen Eintrag bearbeitet schon Agnes Agent.').waitFor();
      expect(await message.inputValue()).toBe('Das bleibt stehen');
      // It is no longer so: nor does the page say it any longer.
      await agent.delete(`/staff/inbox-items/${id}/assignee`).expect(200);
      await page.getByText('Diesen Eintrag bearbeitet schon').waitFor({ state: 'detached' });
      expect(await message.inputValue()).toBe('Das bleibt stehen');
    });

    it('names the colleague who claimed the item first, until it is released', async () => {
      const id = await send(true);
      visitor = await come(LOOKS[0]!, id);
      ({ page } = visitor);
      await page.route('**/assignee', async (route) => {
        await agent.put(`/staff/inbox-items/${id}/assignee`).send({}).expect(200);
        await route.continue();
      });
      await page.getByRole('button', { name: WORDS.de.take }).click();
      await page.getByRole('alert').getByText('Diesen Eintrag bearbeitet schon Agnes Agent.').waitFor();
      await page.locator('.item .pill', { hasText: 'Agnes Agent' }).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await agent.delete(`/staff/inbox-items/${id}/assignee`).expect(200);
      await page.getByText('Diesen Eintrag bearbeitet schon').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: WORDS.de.take }).waitFor();
    });

    it('keeps what was typed when a colleague has decided, and shows by whom and what', async () => {
      const id = await send(true);
      visitor = await come(LOOKS[0]!, id);
      ({ page } = visitor);
      const message = page.getByLabel(WORDS.de.message);
      await message.fill('Noch nicht gesendet');
      await agent.put(`/staff/inbox-items/${id}/outcome`).send({ decision: 'REJECTED' }).expect(200);
      await page.getByText(/^Abgelehnt: Agnes Agent/).waitFor();
      expect(await message.inputValue()).toBe('Noch nicht gesendet');
      expect(await page.getByRole('button', { name: 'Annehmen', exact: true }).count()).toBe(0);
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: 'Verwerfen' }).click();
      await page.getByRole('heading', { name: /^Abgelehnt: Agnes Agent/ }).waitFor();
    });
  });
});
