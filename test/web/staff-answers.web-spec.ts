import type { Browser, Locator, Page } from 'playwright-core';
import { LOOKS, openBrowser, type Visitor } from './support/browser';
import { makeTicketDesk, openTickets, type TicketDesk } from './support/ticket-desk';

const WORDS = {
  de: {
    publicKind: 'Antwort an den Kunden',
    sendAndResolve: 'Senden und lösen',
    byKeys: 'Senden und lösen (Strg + Umschalt + Enter)',
    hint: 'Strg + Umschalt + Enter: Senden und lösen',
    sendAndWait: 'Senden und warten',
    waitByKeys: 'Senden und warten (Strg + Alt + Enter)',
    waitHint: 'Strg + Alt + Enter: Senden und warten',
    keys: 'Tastenkürzel',
    close: 'Schließen',
    keysHelp: 'Antwort an den Kunden senden und das Ticket lösen',
    waitHelp: 'Antwort an den Kunden senden und auf ihn warten',
    publicDone: 'Die Antwort ist beim Kunden.',
    changeReply: (name: string) => `${name} ändern`,
    gone: /^Jemand hat das inzwischen gelöscht/,
    text: 'Text',
    save: 'Speichern',
  },
  en: {
    publicKind: 'Answer to the customer',
    sendAndResolve: 'Send and resolve',
    byKeys: 'Send and resolve (Ctrl + Shift + Enter)',
    hint: 'Ctrl + Shift + Enter: Send and resolve',
    sendAndWait: 'Send and wait',
    waitByKeys: 'Send and wait (Ctrl + Alt + Enter)',
    waitHint: 'Ctrl + Alt + Enter: Send and wait',
    keys: 'Keyboard shortcuts',
    close: 'Close',
    keysHelp: 'Send the answer to the customer and resolve the ticket',
    waitHelp: 'Send the answer to the customer and wait for them',
    publicDone: 'The customer has got the answer.',
    changeReply: (name: string) => `Change ${name}`,
    gone: /^Somebody has deleted this meanwhile/,
    text: 'Text',
    save: 'Save',
  },
} as const;

describe('Answers of staff in the browser', () => {
  let browser: Browser;
  let desk: TicketDesk;
  let world: TicketDesk['world'];
  let contact: TicketDesk['contact'];

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await makeTicketDesk();
    ({ world, contact } = desk);
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
      expect(visitor.complaints.filter((text) => !/ 404 /.test(text))).toEqual([]);
    });

    it('are sent and wait for the customer or resolve their ticket by keys, which never do half of that', async () => {
      const sent = { subject: 'Tastatur klemmt', description: 'Sie klemmt.' };
      const ticketId = String((await contact.post('/portal/tickets').send(sent).expect(201)).body.id);
      await page.goto(`/staff/${world.tenant.slug}/tickets/${ticketId}`);
      await page.getByRole('heading', { name: sent.subject }).waitFor();
      await page.keyboard.press('n');
      await page.keyboard.type('Nur unter uns');
      await page.keyboard.press('Control+Shift+Enter');
      await page.keyboard.press('Control+Alt+Enter');
      await page.getByRole('button', { name: words.publicKind }).click();
      const wait = page.getByRole('button', { name: words.sendAndWait });
      expect(await wait.getAttribute('title')).toBe(words.waitByKeys);
      const resolve = page.getByRole('button', { name: words.sendAndResolve });
      expect(await resolve.getAttribute('title')).toBe(words.byKeys);
      const hint = page.locator('.key-hint');
      expect(await hint.textContent()).toContain(words.hint);
      expect(await hint.textContent()).toContain(words.waitHint);
      const status = async (): Promise<string> =>
        String((await world.admin.get(`/staff/tickets/${ticketId}`).expect(200)).body.status);
      const text = page.locator('textarea[name=body]');
      await text.fill('Sie kostet 20 €');
      // The key that writes the sign counts as Ctrl and Alt, and is still held.
      const altGr = { ctrlKey: true, altKey: true, modifierAltGraph: true };
      await text.dispatchEvent('keydown', { key: 'Enter', ...altGr });
      await text.fill('Welche Farbe hat sie?');
      await page.keyboard.press('Control+Alt+Enter');
      await page.getByRole('article').getByText('Welche Farbe hat sie?').waitFor();
      // Whoever waits already cannot begin to.
      await hint.filter({ hasText: words.waitHint }).waitFor({ state: 'detached' });
      expect(await status()).toBe('WAITING_FOR_CUSTOMER');
      await page.keyboard.press('a');
      await page.keyboard.type('Sie ist getauscht.');
      await page.keyboard.press('Control+Shift+Enter');
      await page.getByRole('article').getByText('Sie ist getauscht.').waitFor();
      // What is resolved cannot be resolved again.
      await hint.filter({ hasText: words.hint }).waitFor({ state: 'detached' });
      expect(await status()).toBe('RESOLVED');
      const { body: comments } = await world.admin.get(`/staff/tickets/${ticketId}/comments`).expect(200);
      expect(comments.items.map(({ body }: { body: string }) => body)).toEqual([
        'Welche Farbe hat sie?',
        'Sie ist getauscht.',
      ]);
    });

    it('have a help for their keys, which opens at its beginning and can be closed at once', async () => {
      await page.goto(`/staff/${world.tenant.slug}/tickets/${id}`);
      await page.getByRole('button', { name: words.publicKind }).waitFor();
      // Where it is longest.
      const size = page.viewportSize()!;
      await page.setViewportSize({ width: 360, height: 780 });
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: words.keys });
      await help.getByText(words.keysHelp).waitFor();
      await help.getByText(words.waitHelp).waitFor();
      const isInSight = async (part: Locator): Promise<boolean> => {
        const { y, height } = (await part.boundingBox())!;
        return y >= 0 && y + height <= page.viewportSize()!.height;
      };
      const close = help.getByRole('button', { name: words.close });
      expect(await isInSight(help.getByRole('heading', { name: words.keys }))).toBe(true);
      expect(await isInSight(close)).toBe(true);
      expect(await help.locator('dd').evaluateAll(tooWide)).toEqual([]);
      expect(await visitor.findings()).toEqual([]);
      await close.click();
      await help.waitFor({ state: 'detached' });
      await page.setViewportSize(size);
    });

    it('lose nothing that is typed where a colleague deletes a canned reply meanwhile', async () => {
      const sent = { name: `Vergänglich ${look.language}`, body: 'Alt.' };
      const { body: reply } = await world.admin.post('/staff/canned-replies').send(sent).expect(201);
      await page.goto(`/staff/${world.tenant.slug}/canned-replies`);
      await page.getByRole('button', { name: words.changeReply(sent.name) }).click();
      const dialog = page.getByRole('dialog');
      const text = dialog.getByLabel(words.text, { exact: true });
      await text.fill('Neu.');
      await world.admin.delete(`/staff/canned-replies/${reply.id}`).expect(204);
      await dialog.getByRole('button', { name: words.save }).click();
      await dialog.getByText(words.gone).waitFor();
      expect(await text.inputValue()).toBe('Neu.');
      expect(await visitor.findings()).toEqual([]);
    });
  });
});

/** What has less room than its longest word. */
function tooWide(texts: HTMLElement[]): string[] {
  return texts
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ innerText }) => innerText);
}
