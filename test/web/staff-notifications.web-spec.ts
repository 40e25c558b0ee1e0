import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import type { Api } from '../support/api';
import { decide, registrationItem } from '../support/inbox';
import { addContact, addCustomer } from '../support/population';
import { jobsDone } from '../support/rows';
import { addAgent, makeWorld, type World } from '../support/world';
import { openWholeBrowser, Visitor } from './support/browser';
import { until } from './support/until';

interface Note {
  readonly title: string;
  readonly body: string;
}

/** Keeps what the browser is told to show; it shows it all the same. */
const WATCH_NOTES = `
  window.notes = [];
  window.Notification = class extends window.Notification {
    constructor(...told) {
      super(...told);
      window.notes.push(this);
    }
  };`;

describe('What is new, told by the browser', () => {
  let browser: Browser;
  let world: World;
  let agent: Api & { readonly id: string; readonly email: string };
  let contact: Awaited<ReturnType<typeof addContact>>;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openWholeBrowser();
    world = await makeWorld();
    agent = await addAgent(world, 'Nora Neu');
    contact = await addContact(world, await addCustomer(world.admin, 'Müller & Söhne GmbH'), 'USER', 'Kunde');
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.context.addInitScript(WATCH_NOTES);
  });

  afterEach(async () => {
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  });

  const heading = (tab: Page, name: string) => tab.getByRole('heading', { name, level: 1 });
  const notesOf = (tab: Page): Promise<Note[]> =>
    tab.evaluate<Note[]>('window.notes.map(({ title, body }) => ({ title, body }))');
  /** As if another window lay over it. */
  const hide = (tab: Page, state = 'hidden'): Promise<void> =>
    tab.evaluate(`
      Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));`);
  const toggle = () => page.getByLabel('In diesem Browser benachrichtigen');
  async function switchOn(): Promise<void> {
    await visitor.context.grantPermissions(['notifications']);
    await visitor.logIn(world.tenant.slug, agent.email, '/account', 'staff');
    await toggle().press(' ');
    await page.getByRole('status').getByText('Ihr Browser meldet jetzt').waitFor();
  }
  /** So many, or what there is after a while. */
  async function told(tab: Page, count: number): Promise<Note[]> {
    let notes = await notesOf(tab);
    for (let waits = 0; notes.length < count && waits < 100; waits++) {
      await sleep(100);
      notes = await notesOf(tab);
    }
    return notes;
  }
  async function ticket(by: Api = contact, subject = 'Drucker streikt'): Promise<string> {
    const { body } = await by.post('/portal/tickets').send({ subject, description: 'Ja.' }).expect(201);
    return String(body.id);
  }

  it('covers new items, unassigned tickets and replies to one’s own, while no tab is visible', async () => {
    await switchOn();
    expect(await toggle().isChecked()).toBe(true);
    expect(await visitor.findings()).toEqual([]);
    await ticket();
    await jobsDone();
    await hide(page);
    const own = await ticket(contact, 'Monitor flackert');
    const [first] = await told(page, 1);
    expect(first).toMatchObject({
      title: 'Neues Ticket, das niemand hat',
      body: expect.stringMatching(/^T-.* Monitor flackert – Müller & Söhne GmbH$/),
    });
    await agent
      .patch(`/staff/tickets/${own}`)
      .set('if-match', '"1"')
      .send({ assigneeId: agent.id })
      .expect(200);
    await contact.post(`/portal/tickets/${own}/comments`).send({ body: 'Immer noch.' }).expect(201);
    expect((await told(page, 2))[1]).toMatchObject({ title: 'Antwort von Kim Kunde' });
    await registrationItem(world);
    expect((await told(page, 3))[2]).toMatchObject({ title: 'Postkorb: Registrierung' });

    await page.evaluate(`window.notes[1].dispatchEvent(new Event('click'))`);
    await heading(page, 'Monitor flackert').waitFor();
  });

  const titled = (start: string): Promise<void> =>
    until(page, `document.title.startsWith(${JSON.stringify(start)})`);

  it('is how much waits in the Postkorb, in the title of a window that nobody sees', async () => {
    const counts = async (): Promise<number> =>
      (await agent.get('/staff/inbox-counts').expect(200)).body.open as number;
    await visitor.logIn(world.tenant.slug, agent.email, '/tickets', 'staff');
    await heading(page, 'Tickets').waitFor();
    await hide(page);
    const item = await registrationItem(world);
    const open = await counts();
    await titled(`(${open}) Tickets – `);
    const badge = page.getByRole('link', { name: /^Postkorb/ }).locator('.count');
    expect(await badge.innerText()).toMatch(new RegExp(`^${open}\\b`));
    await decide(agent, item.id, { decision: 'REJECTED', sendMail: false }).expect(200);
    await titled(`${open > 1 ? `(${open - 1}) ` : ''}Tickets – `);
  });

  it('is nothing that one does oneself, or that is a colleague’s', async () => {
    await switchOn();
    await hide(page);
    const customerId = await addCustomer(world.admin, 'Eigene GmbH');
    const record = (by: Api, more: object = {}) =>
      by
        .post('/staff/tickets')
        .send({ customerId, subject: 'Am Telefon', description: 'Ja.', ...more })
        .expect(201);
    await record(agent);
    await record(world.admin, { assigneeId: agent.id });
    const others = await ticket(contact, 'Eines Kollegen');
    const { body: me } = await world.admin.get('/auth/me').expect(200);
    await told(page, 1);
    await world.admin
      .patch(`/staff/tickets/${others}`)
      .set('if-match', '"1"')
      .send({ assigneeId: me.id })
      .expect(200);
    await contact.post(`/portal/tickets/${others}/comments`).send({ body: 'Und?' }).expect(201);
    await record(world.admin, { subject: 'Vom Kollegen' });
    const notes = await told(page, 2);
    expect(notes.map(({ body }) => body.replace(/^T-\S+ /, ''))).toEqual([
      'Eines Kollegen – Müller & Söhne GmbH',
      'Vom Kollegen – Eigene GmbH',
    ]);
  });

  it('is shown by one tab, and by none while another tab is visible', async () => {
    await switchOn();
    const second = await visitor.anotherTab();
    await second.goto(`/staff/${world.tenant.slug}/tickets`);
    await heading(second, 'Tickets').waitFor();
    await hide(page);
    await ticket(contact, 'Jemand sieht hin');
    await jobsDone();
    await second.getByText('Jemand sieht hin').waitFor();
    await hide(second);
    await ticket(contact, 'Niemand sieht hin');
    expect((await told(page, 1)).map(({ body }) => body)).toEqual([
      expect.stringContaining('Niemand sieht hin'),
    ]);
    expect(await notesOf(second)).toEqual([]);
  });

  it('is one note where much happens at once', async () => {
    await switchOn();
    await hide(page);
    await Promise.all([1, 2, 3, 4].map((each) => ticket(contact, `Vieles ${each}`)));
    const [note] = await told(page, 1);
    expect(note).toMatchObject({ title: expect.stringMatching(/^\d Neuigkeiten$/) });
  });

  it('is asked for by a click alone, and what the browser refuses is said', async () => {
    await visitor.logIn(world.tenant.slug, agent.email, '/account', 'staff');
    expect(await toggle().isChecked()).toBe(false);
    // Nobody has granted anything, and nobody is there who could.
    await page.evaluate(`Notification.requestPermission = () => Promise.resolve('denied')`);
    await toggle().press(' ');
    await page
      .getByRole('alert')
      .getByText(/^Ihr Browser erlaubt diesem Portal keine/)
      .waitFor();
    expect(await toggle().isChecked()).toBe(false);
    expect(await visitor.findings()).toEqual([]);
    await hide(page);
    await ticket(contact, 'Unerhört');
    await jobsDone();
    await sleep(2_000);
    expect(await notesOf(page)).toEqual([]);
  });
});
