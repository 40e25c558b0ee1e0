import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

const PICTURE = readFileSync(`${__dirname}/../../src/demo/data/pictures/monitor.png`).toString('base64');

describe('Files of a ticket in the browser', () => {
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    const world = await makeWorld();
    const contact = await addContact(world, await addCustomer(world.admin, 'Foto GmbH'), 'USER');
    const ticket = { subject: 'Bildschirm flackert', description: 'Siehe Foto.' };
    const { body } = await contact.post('/portal/tickets').send(ticket).expect(201);
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email, `/tickets/${body.id}`);
    await page.getByRole('group', { name: 'Dateien' }).waitFor();
  });

  afterAll(async () => {
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
    await browser.close();
  });

  /** What the browser does with files that are dragged or pasted. @returns whether the page has kept it from opening them itself */
  function bring(event: 'drop' | 'paste', name: string, onto: string): Promise<boolean> {
    const made =
      event === 'drop'
        ? `new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })`
        : `new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })`;
    return page.evaluate<boolean>(`(() => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob('${PICTURE}'), (one) => one.charCodeAt(0));
      data.items.add(new File([bytes], '${name}', { type: 'image/png' }));
      return !document.querySelector('${onto}').dispatchEvent(${made});
    })()`);
  }

  it('are dragged onto it, or pasted where one writes, and taken away again', async () => {
    expect(await bring('drop', 'gezogen.png', '.files')).toBe(true);
    const chosen = page.getByRole('group', { name: 'Dateien' }).getByRole('listitem');
    await chosen.filter({ hasText: 'gezogen.png' }).waitFor();
    await bring('paste', 'eingefügt.png', 'textarea[name=body]');
    await chosen.filter({ hasText: 'eingefügt.png' }).waitFor();
    await bring('drop', 'falsch.png', '.files');
    await chosen.filter({ hasText: 'falsch.png' }).getByRole('button').click();
    await chosen.filter({ hasText: 'falsch.png' }).waitFor({ state: 'detached' });
    expect(await chosen.count()).toBe(2);
    expect(await visitor.findings()).toEqual([]);
  });

  it('are shown with the message where they are pictures, and can be saved', async () => {
    await page.getByLabel('Ihre Nachricht').fill('So sieht es aus.');
    await page.getByRole('button', { name: 'Antwort senden' }).click();
    const message = page.getByRole('article').filter({ hasText: 'So sieht es aus.' });
    await message.getByRole('link', { name: 'gezogen.png' }).waitFor();
    await message.getByRole('link', { name: 'eingefügt.png' }).waitFor();
    await until(
      page,
      `(() => { const all = [...document.querySelectorAll('.attachments img')];
        return all.length === 2 && all.every((one) => one.complete && one.naturalWidth > 0); })()`,
    );
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      message.getByRole('link', { name: 'gezogen.png' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('gezogen.png');
    expect(readFileSync(await saved.path()).toString('base64')).toBe(PICTURE);
    expect(await visitor.findings()).toEqual([]);
  });
});
