import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { LOOKS, openBrowser, type Visitor } from './support/browser';
import { makeTicketDesk, openTickets, type TicketDesk } from './support/ticket-desk';
import { until } from './support/until';

const WORDS = {
  de: {
    record: 'Ticket erfassen',
    recordSend: 'Ticket erfassen',
    customer: 'Kunde',
    otherCustomer: 'Anderer Kunde',
    noCustomer: 'Kein Kunde gefunden.',
    customerMissing: /^Bitte suchen Sie den Kunden/,
    contact: 'Ansprechpartner',
    device: 'Gerät',
    subject: 'Betreff',
    description: 'Beschreibung',
    recorded: /^Ticket T-.* ist erfasst\.$/,
  },
  en: {
    record: 'Record a ticket',
    recordSend: 'Record the ticket',
    customer: 'Customer',
    otherCustomer: 'Another customer',
    noCustomer: 'No customer found.',
    customerMissing: /^Please search for the customer/,
    contact: 'Contact',
    device: 'Device',
    subject: 'Subject',
    description: 'Description',
    recorded: /^Ticket T-.* has been recorded\.$/,
  },
} as const;

describe('Tickets of staff in the browser', () => {
  let browser: Browser;
  let desk: TicketDesk;

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await makeTicketDesk();
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;

    beforeAll(async () => {
      ({ visitor, page } = await openTickets(desk, browser, look, 'list'));
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints).toEqual([]);
    });

    it('are recorded in the name of a contact', async () => {
      await page.goto(`/staff/${desk.world.tenant.slug}/tickets`);
      await page.getByRole('link', { name: words.record }).click();
      await page.getByLabel(words.subject).fill(`Am Telefon, ${look.language}`);
      await page.getByLabel(words.description).fill('Frau Muster rief an.');
      await page.getByRole('button', { name: words.recordSend }).click();
      await page.getByText(words.customerMissing).waitFor();
      await page.getByLabel(words.customer, { exact: true }).fill('Müller');
      await page.getByRole('button', { name: /^Müller & Söhne GmbH/ }).click();
      await page.getByLabel(words.contact).selectOption(desk.contact.contactId);
      await page.getByLabel(words.device).selectOption({ label: 'Drucker Empfang' });
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'Foto.txt', mimeType: 'text/plain', buffer: Buffer.from('Foto') });
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.recordSend }).click();
      await page.getByRole('status').getByText(words.recorded).waitFor();
      await page.getByRole('heading', { name: `Am Telefon, ${look.language}`, level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Foto.txt' }).waitFor();
      const { body } = await desk.contact.get('/portal/tickets?mine=true').expect(200);
      expect(body.items[0]).toMatchObject({ subject: `Am Telefon, ${look.language}` });
    });

    it('say it where the customer that an address names is not there, and find another one', async () => {
      await page.goto(`/staff/${desk.world.tenant.slug}/tickets/new?customer=${randomUUID()}`);
      await page.getByRole('alert').getByText(words.noCustomer).waitFor();
      expect(await visitor.findings()).toEqual([]);
      visitor.complaints.splice(0, Infinity, ...visitor.complaints.filter((text) => !/ 404 /.test(text)));
      const search = page.getByLabel(words.customer, { exact: true });
      await search.fill('Müller');
      await page.getByRole('button', { name: /^Müller & Söhne GmbH/ }).waitFor();
      await search.press('Enter');
      await until(page, `document.activeElement.name === 'contactId'`);
      await page.getByLabel(words.contact).selectOption(desk.contact.contactId);
      expect(await page.getByRole('alert').count()).toBe(0);
      // Another one after all: what is typed next is searched for.
      await page.getByRole('button', { name: words.otherCustomer }).press('Enter');
      await until(page, `document.activeElement.type === 'search'`);
    });
  });
});
