import type { Browser, Page } from 'playwright-core';
import { openBrowser, Visitor } from './support/browser';
import { makeTicketDesk, type TicketDesk } from './support/ticket-desk';
import { until } from './support/until';

describe('Tickets that staff work off', () => {
  let browser: Browser;
  let desk: TicketDesk;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    desk = await makeTicketDesk();
    const { world, contact } = desk;
    const priorities = { Drucker: 'NORMAL', Server: 'URGENT', Monitor: 'LOW' };
    for (const [subject, priority] of Object.entries(priorities)) {
      const { body } = await contact
        .post('/portal/tickets')
        .send({ subject, description: 'Bitte.' })
        .expect(201);
      await change(`/staff/tickets/${body.id}`, { priority });
    }
    await change(`/staff/contacts/${contact.contactId}`, { phone: '+49 221 1234', mobile: '+49 170 5678' });
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '/tickets', 'staff');
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    expect(visitor.complaints).toEqual([]);
  });

  async function change(path: string, changes: object): Promise<void> {
    const { admin } = desk.world;
    await admin.change(path, changes);
  }

  const order = () => page.getByLabel('Reihenfolge');
  const isListed = (...subjects: string[]): Promise<void> =>
    until(
      page,
      `[...document.querySelectorAll('tbody th a')].map((each) => each.textContent).join() === '${subjects.join()}'`,
    );
  const isOpen = (subject: string): Promise<void> =>
    page.getByRole('heading', { name: subject, level: 1 }).waitFor();

  it('stand in the order that somebody chooses, and keys lead on in it', async () => {
    await isListed('Monitor', 'Server', 'Drucker');
    await order().selectOption({ label: 'Älteste Änderung' });
    await isListed('Drucker', 'Server', 'Monitor');
    await order().selectOption({ label: 'Nach Priorität' });
    await isListed('Server', 'Drucker', 'Monitor');
    expect(await visitor.findings()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Server' }).click();
    await isOpen('Server');
    await page.keyboard.press('j');
    await isOpen('Drucker');
    await page.goBack();
    await page.goBack();
    await isListed('Server', 'Drucker', 'Monitor');
    // Of those that are done, nothing has them by priority.
    await page.getByRole('link', { name: 'Erledigt' }).click();
    await page.getByText('Noch nichts erledigt').waitFor();
    expect(await order().locator('option').allTextContents()).toEqual([
      'Neueste Änderung',
      'Älteste Änderung',
    ]);
    await page.getByRole('link', { name: /^Alle laufenden/ }).click();
  });

  it('stand in that order again where it was kept under a name', async () => {
    await order().selectOption({ label: 'Nach Priorität' });
    await isListed('Server', 'Drucker', 'Monitor');
    await page.getByRole('button', { name: 'Filter merken' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name des Filters').fill('Eiliges zuerst');
    await dialog.getByRole('button', { name: 'Filter merken' }).click();
    const kept = page.getByRole('link', { name: 'Eiliges zuerst' });
    await kept.waitFor();
    await page.goto(`/staff/${desk.world.tenant.slug}/tickets`);
    await isListed('Monitor', 'Server', 'Drucker');
    await kept.click();
    await isListed('Server', 'Drucker', 'Monitor');
    expect(await order().inputValue()).toBe('urgent');
    await page.getByRole('button', { name: /Eiliges zuerst.* nicht mehr merken/ }).click();
    await kept.waitFor({ state: 'detached' });
    await order().selectOption({ label: 'Neueste Änderung' });
    await isListed('Monitor', 'Server', 'Drucker');
  });

  it('say how to reach whose ticket it is', async () => {
    await page.getByRole('link', { name: 'Server' }).click();
    await isOpen('Server');
    const beside = page.getByRole('complementary');
    for (const [name, href] of [
      ['+49 221 1234', 'tel:+49 221 1234'],
      ['+49 170 5678', 'tel:+49 170 5678'],
      [desk.contact.email, `mailto:${desk.contact.email}`],
    ] as const) {
      expect(await beside.getByRole('link', { name, exact: true }).getAttribute('href')).toBe(href);
    }
    expect(await visitor.findings()).toEqual([]);
  });

  it('keep their place in the list when one of them has gone into another', async () => {
    await page.goto(`/staff/${desk.world.tenant.slug}/tickets?order=urgent`);
    await isListed('Server', 'Drucker', 'Monitor');
    await page.getByRole('link', { name: 'Server' }).click();
    await isOpen('Server');
    await page.getByRole('button', { name: 'Zusammenführen mit …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Monitor/ }).click();
    await dialog.getByRole('button', { name: 'Zusammenführen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await isOpen('Drucker');
  });

  it('come into view below the bar of those that are chosen, wherever keys lead', async () => {
    for (let n = 1; n <= 12; n++) {
      const ticket = { subject: `Telefon ${n}`, description: 'Bitte.' };
      await desk.contact.post('/portal/tickets').send(ticket).expect(201);
    }
    await page.goto(`/staff/${desk.world.tenant.slug}/tickets`);
    await page.getByRole('row').filter({ hasText: 'Telefon 12' }).waitFor();
    for (const key of ['j', 'x', ...Array<string>(12).fill('j')]) await page.keyboard.press(key);
    const bar = page.getByRole('region', { name: 'Gewählte Tickets ändern' });
    // Two lines, and no more: it stands in the way of the list.
    expect((await bar.boundingBox())!.height).toBeLessThan(120);
    for (let up = 1; up <= 12; up++) {
      await page.keyboard.press('k');
      const boxes = [bar.boundingBox(), page.locator('tr:focus-within').boundingBox()];
      const [chosen, row] = await Promise.all(boxes);
      expect(row!.y).toBeGreaterThanOrEqual(chosen!.y + chosen!.height - 1);
    }
  });

  it('say of those that one can become that there are more than are shown', async () => {
    await page.getByRole('link', { name: 'Telefon 12' }).click();
    // So many beside a ticket as leave room for what stands below them.
    const others = page.getByRole('complementary').getByRole('link', { name: /^Telefon/ });
    await page.getByRole('link', { name: 'Alle laufenden (14)' }).waitFor();
    expect(await others.count()).toBe(5);
    await page.getByRole('button', { name: 'Zusammenführen mit …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Die ersten [78]; mehr Wörter/).waitFor();
    await dialog.getByRole('searchbox').fill('Telefon 11');
    await dialog.getByRole('status').getByText('1 Treffer').waitFor();
    await page.keyboard.press('Escape');
  });
});
