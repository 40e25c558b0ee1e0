import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

/** What is written, and where its links lead. */
const TEXTS: readonly (readonly [text: string, links: readonly string[]])[] = [
  ['Siehe https://example.com/a?b=c&d=%20#e.', ['https://example.com/a?b=c&d=%20#e']],
  ['HTTP://EXAMPLE.COM/A, dann „https://example.com/b“!', ['http://example.com/A', 'https://example.com/b']],
  [
    '(https://example.com/wiki/Drucker_(Gerät)) und [https://example.com/x]: ja',
    ['https://example.com/wiki/Drucker_(Ger%C3%A4t)', 'https://example.com/x'],
  ],
  [
    '<https://example.com/1>\nhttps://example.com/2;\n"https://example.com/3"',
    ['https://example.com/1', 'https://example.com/2', 'https://example.com/3'],
  ],
  ['https://müller.example/größe?', ['https://xn--mller-kva.example/gr%C3%B6%C3%9Fe']],
  ['javascript:alert(1) data:text/html,<b>x</b> ftp://example.com www.example.com', []],
  ['https:// http://[ https:///? xhttps://example.com', []],
  [`https://example.com/"onmouseover="alert(1)"><img src=x onerror=alert(1)>`, ['https://example.com/']],
  [`https://example.com/'><script>alert(1)</script>&amp;`, ['https://example.com/']],
];
const LONG = `https://example.com/${'a'.repeat(1980)}`;

/** Addresses in what people write to one another. */
describe('Addresses of the web in a ticket', () => {
  let browser: Browser;
  let world: World;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let ticketId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Adressen GmbH'), 'MAIN_USER', 'Link');
    const ticket = { subject: 'Mit Adressen', description: LONG };
    ticketId = String((await contact.post('/portal/tickets').send(ticket).expect(201)).body.id);
    const agent = await addAgent(world);
    for (const [position, [text]] of TEXTS.entries()) {
      await (
        position % 2
          ? contact.post(`/portal/tickets/${ticketId}/comments`).send({ body: text })
          : agent.post(`/staff/tickets/${ticketId}/comments`).send({ body: text, visibility: 'PUBLIC' })
      ).expect(201);
    }
  });

  afterAll(() => browser.close());

  async function assertLinks(page: Page): Promise<void> {
    for (const [text, links] of TEXTS) {
      const message = page.locator('.prose').filter({ hasText: text });
      await message.waitFor();
      expect(await message.evaluate((element) => element.textContent)).toBe(text);
      const found = await message
        .locator('*')
        .evaluateAll((all) => all.map((element) => [element.tagName, (element as HTMLAnchorElement).href]));
      expect([text, found]).toEqual([text, links.map((link) => ['A', link])]);
    }
    const long = page.getByRole('link', { name: LONG });
    expect(await long.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await long.getAttribute('target')).toBe('_blank');
  }

  it.each([360, 1280])('are links for the contact, %s px wide, and nothing else is', async (width) => {
    const visitor = await Visitor.come(browser, { language: 'de', width });
    await visitor.logIn(world.tenant.slug, contact.email, `/tickets/${ticketId}`);
    await assertLinks(visitor.page);
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  it('are links for staff as well', async () => {
    const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, `/tickets/${ticketId}`, 'staff');
    await assertLinks(visitor.page);
    expect(await visitor.findings()).toEqual([]);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });
});
