import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { makeWorld, type World } from '../support/world';
import { LOOKS, openBrowser, Visitor } from './support/browser';

const WORDS = {
  de: {
    tickets: 'Tickets',
    failed: 'Das hat nicht geklappt',
    retry: 'Erneut versuchen',
    busy: 'Wird gerade gewartet.',
    unreachable: 'Das Portal ist gerade nicht erreichbar.',
    subject: 'Worum geht es?',
    description: 'Beschreibung',
    send: 'Anfrage senden',
  },
  en: {
    tickets: 'Tickets',
    failed: 'That did not work',
    retry: 'Try again',
    busy: 'Under maintenance.',
    unreachable: 'The portal cannot be reached right now.',
    subject: 'What is it about?',
    description: 'Description',
    send: 'Send the request',
  },
} as const;

describe.each(LOOKS)('While the server answers nothing, $language, $width px', (look) => {
  const words = WORDS[look.language];
  let browser: Browser;
  let world: World;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Müller & Söhne GmbH'), 'MAIN_USER');
    await contact.patch('/auth/me').send({ language: look.language }).expect(200);
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    visitor = await Visitor.come(browser, look);
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, contact.email);
  });

  afterEach(() => visitor.leave());

  /** As the program answers while it has no database, or a proxy while it has no program. */
  const answers = {
    program: {
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 503, code: 'unavailable', detail: words.busy, errors: [] }),
    },
    proxy: { status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' },
  };

  it.each([
    ['the program', 'program', words.busy],
    ['a proxy before it', 'proxy', words.unreachable],
  ] as const)('a list says what %s says, and comes when it is asked for again', async (_, who, said) => {
    await page.route('**/api/v1/portal/tickets?*', (route) => route.fulfill(answers[who]));
    await page.goto(`/p/${world.tenant.slug}/tickets`);
    const alert = page.getByRole('alert').filter({ hasText: words.failed });
    await alert.getByText(said).waitFor();
    expect(await visitor.findings()).toEqual([]);
    await page.unroute('**/api/v1/portal/tickets?*');
    await alert.getByRole('button', { name: words.retry }).click();
    await alert.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: words.tickets, level: 1 }).waitFor();
  });

  it.each([
    ['the program', 'program', words.busy],
    ['a proxy before it', 'proxy', words.unreachable],
  ] as const)('a form keeps what was typed when %s refuses it, and sends it once', async (_, who, said) => {
    const typed = `Steht still: ${who}`;
    await page.goto(`/p/${world.tenant.slug}/tickets/new`);
    await page.getByLabel(words.subject, { exact: true }).fill(typed);
    await page.getByLabel(words.description).fill('Seit heute früh.');
    await page.route('**/api/v1/portal/tickets', (route) => route.fulfill(answers[who]));
    await page.getByRole('button', { name: words.send }).click();
    await page.getByText(said).waitFor();
    expect(await page.getByLabel(words.subject, { exact: true }).inputValue()).toBe(typed);
    await page.unroute('**/api/v1/portal/tickets');
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('heading', { name: typed }).waitFor();
    const { body } = await contact
      .get('/portal/tickets')
      .query({ search: typed, sort: '-createdAt' })
      .expect(200);
    expect(body.items).toHaveLength(1);
  });
});
