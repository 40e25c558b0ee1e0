import type { Browser, Page } from 'playwright-core';
import { asSuperuser } from '../support/database';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { uniqueEmail } from '../support/world';
import { LOOKS, openBrowser, type Visitor } from './support/browser';
import { makeTicketDesk, openTickets, type TicketDesk } from './support/ticket-desk';
import { until } from './support/until';

const WORDS = {
  de: {
    send: 'Absenden',
    choose: /^Bitte wählen Sie, für wen das ist/,
    publicKind: 'Antwort an den Kunden',
    internalKind: 'Interne Notiz',
    publicSend: 'An den Kunden senden',
    sendAndWait: 'Senden und warten',
    getsIt: 'Kim Eingeladen erhält sie per Mail.',
    getsNone: /^Ute Ungeladen erhält keine Mail/,
    refused: /^Die Mail an Kim Eingeladen ist nicht angekommen. Der Mailserver lehnt den Empfänger ab/,
    internalSend: 'Notiz speichern',
    publicDone: 'Die Antwort ist beim Kunden.',
    internalDone: 'Die Notiz ist gespeichert.',
    internal: 'Intern, der Kunde sieht es nicht',
    canned: 'Textbaustein',
    addReply: 'Neuer Textbaustein',
    cancel: 'Abbrechen',
    name: 'Name',
    text: 'Text',
    placeholder: 'Ticketnummer',
    save: 'Speichern',
    replyAdded: 'Der Textbaustein ist angelegt.',
  },
  en: {
    send: 'Send',
    choose: /^Please choose whom this is for/,
    publicKind: 'Answer to the customer',
    internalKind: 'Internal note',
    publicSend: 'Send to the customer',
    sendAndWait: 'Send and wait',
    getsIt: 'Kim Eingeladen gets it by mail.',
    getsNone: /^Ute Ungeladen gets no mail/,
    refused: /^The mail to Kim Eingeladen has not arrived. The mail server refuses the recipient/,
    internalSend: 'Save the note',
    publicDone: 'The customer has got the answer.',
    internalDone: 'The note has been saved.',
    internal: 'Internal, the customer does not see it',
    canned: 'Canned reply',
    addReply: 'New canned reply',
    cancel: 'Cancel',
    name: 'Name',
    text: 'Text',
    placeholder: 'Ticket number',
    save: 'Save',
    replyAdded: 'The canned reply has been added.',
  },
} as const;

describe('Tickets of staff in the browser', () => {
  let browser: Browser;
  let desk: TicketDesk;
  let world: TicketDesk['world'];
  let agent: TicketDesk['agent'];
  let contact: TicketDesk['contact'];

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await makeTicketDesk();
    ({ world, agent, contact } = desk);
  });

  afterAll(() => browser.close());

  describe.each(LOOKS)('in $language, $width px wide', (look) => {
    const words = WORDS[look.language];
    let visitor: Visitor;
    let page: Page;
    let id: string;

    beforeAll(async () => {
      ({ visitor, page, id } = await openTickets(desk, browser, look, 'ticket'));
    });

    afterAll(async () => {
      await visitor.leave();
      expect(visitor.complaints.filter((text) => !text.includes('412'))).toEqual([]);
    });

    it('say whether an answer leaves as a mail, and beside it when it has not arrived', async () => {
      const customer = await addCustomer(world.admin, `Stumm ${look.language}`);
      const { body: contact } = await world.admin
        .post(`/staff/customers/${customer}/contacts`)
        .send({ firstName: 'Ute', lastName: 'Ungeladen', email: uniqueEmail('ute') })
        .expect(201);
      const { contactId } = await addContact(world, customer, 'USER', 'Eingeladen');
      const open = async (whose: string): Promise<string> => {
        const sent = { subject: 'Maus klemmt', description: 'Sie klemmt.', contactId: whose };
        const { body } = await world.admin.post('/staff/tickets').send(sent).expect(201);
        await page.goto(`/staff/${world.tenant.slug}/tickets/${body.id}`);
        await page.getByRole('button', { name: words.publicKind }).waitFor();
        await page.keyboard.press('a');
        return String(body.id);
      };
      await open(contact.id);
      await page.getByText(words.getsNone).waitFor();
      const ticketId = await open(contactId);
      await page.getByText(words.getsIt).waitFor();
      await page.keyboard.type('Welche Maus?');
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.sendAndWait }).click();
      await page.getByRole('status').getByText(words.publicDone).waitFor();
      const { body } = await world.admin.get(`/staff/tickets/${ticketId}`).expect(200);
      expect(body.status).toBe('WAITING_FOR_CUSTOMER');
      await jobsDone();
      await asSuperuser(
        `UPDATE outgoing_mails SET state = 'FAILED', last_error = 'SMTP: recipient refused (550 5.1.1)'
         WHERE template = 'ticket-reply' AND payload->>'ticketId' = $1`,
        [ticketId],
      );
      await page.reload();
      await page.getByRole('article').filter({ hasText: 'Welche Maus?' }).getByText(words.refused).waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
    });

    it('are answered or noted about, never without a choice between the two', async () => {
      const text = page.locator('textarea[name=body]');
      await text.fill('Nur unter uns');
      await page.getByRole('button', { name: words.send, exact: true }).click();
      await page.getByText(words.choose).waitFor();
      await page.getByRole('button', { name: words.internalKind }).click();
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.internalSend }).click();
      await page.getByRole('status').getByText(words.internalDone).waitFor();
      await page
        .getByRole('article')
        .filter({ hasText: 'Nur unter uns' })
        .getByText(words.internal)
        .waitFor();
      await page.getByRole('button', { name: words.publicKind }).click();
      await text.fill('Bitte einmal neu starten.');
      expect(await visitor.findings()).toEqual([]);
      await page.getByRole('button', { name: words.publicSend }).click();
      await page.getByRole('status').getByText(words.publicDone).waitFor();
      await page.getByRole('article').getByText('Bitte einmal neu starten.').waitFor();
      expect(await visitor.findings()).toEqual([]);
      const { body } = await contact.get(`/portal/tickets/${id}/comments`).expect(200);
      expect(body.items.map((comment: { body: string }) => comment.body)).toEqual([
        'Bitte einmal neu starten.',
      ]);
    });

    it('carry files, seen by whoever sees what they belong to', async () => {
      const attach = (name: string): Promise<void> =>
        page
          .locator('.answer input[type=file]')
          .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });
      for (const [kind, send, done, name] of [
        [words.publicKind, words.publicSend, words.publicDone, 'Anleitung.txt'],
        [words.internalKind, words.internalSend, words.internalDone, 'Zugangsdaten.txt'],
      ] as const) {
        await page.getByRole('button', { name: kind }).click();
        await page.locator('textarea[name=body]').fill(`Anbei ${name}`);
        await attach(name);
        await page.getByRole('button', { name: send }).click();
        await page.getByRole('status').getByText(done).waitFor();
        await page
          .getByRole('article')
          .filter({ hasText: `Anbei ${name}` })
          .getByRole('link', { name })
          .waitFor();
      }
      const { body } = await contact.get(`/portal/tickets/${id}`).expect(200);
      expect(body.attachments.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
        'Anleitung.txt',
      ]);
    });

    it('are answered with a text that an admin has written before', async () => {
      const name = `Eingang, ${look.language}`;
      await page.goto(`/staff/${world.tenant.slug}/canned-replies`);
      await page.getByRole('button', { name: words.addReply }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words.name, { exact: true }).fill(name);
      await dialog.getByLabel(words.text, { exact: true }).fill('Hallo {{contactName}}: ');
      await dialog.getByRole('button', { name: words.placeholder }).click();
      expect(await visitor.findings()).toEqual([]);
      await dialog.getByRole('button', { name: words.save }).click();
      await page.getByRole('status').getByText(words.replyAdded).waitFor();
      const row = page.getByRole('row').filter({ hasText: name });
      await row.getByText('Hallo {{contactName}}: {{ticketNumber}}').waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('button', { name: words.canned }).waitFor();
      await page.keyboard.press('c');
      // Without a keyboard it is left by its button.
      await dialog.getByRole('button', { name: words.cancel }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: words.canned }).click();
      await dialog.getByRole('searchbox').fill(name);
      expect(await visitor.findings()).toEqual([]);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      const { body: ticket } = await agent.get(`/staff/tickets/${id}`).expect(200);
      const text = page.locator('textarea[name=body]');
      expect(await text.inputValue()).toBe(`Hallo Kim Muster: ${ticket.number}`);
      // Where one goes on writing.
      await until(page, `document.activeElement?.tagName === 'TEXTAREA'`);
      await page.getByRole('button', { name: words.publicKind, pressed: true }).waitFor();
      await text.fill('');
    });

    it('show at once what the customer answers', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('article').first().waitFor();
      await contact.post(`/portal/tickets/${id}/comments`).send({ body: 'Hilft nicht.' }).expect(201);
      await page.getByRole('article').getByText('Hilft nicht.').waitFor();
    });
  });
});
