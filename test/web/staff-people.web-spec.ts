import type { Browser, Page } from 'playwright-core';
import { addContact, addCustomer } from '../support/population';
import { addAgent, makeWorld, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';

const DESK = { language: 'de', width: 1280 } as const;

describe('Who may do what, in the browser', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
    visitor = await Visitor.come(browser, DESK);
    ({ page } = visitor);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
  });

  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    expect(visitor.complaints).toEqual([]);
  });

  it('a contact gets another role, and sees what it shows at the next look', async () => {
    const customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    const chief = await addContact(world, customerId, 'MAIN_USER', 'Leitung');
    const user = await addContact(world, customerId, 'USER', 'Einkauf');
    await chief
      .post('/portal/tickets')
      .send({ subject: 'Server steht', description: 'Seit heute' })
      .expect(201);
    const contact = await Visitor.come(browser, DESK);
    await contact.logIn(world.tenant.slug, user.email, '/tickets');
    const ticket = contact.page.getByRole('link', { name: 'Server steht' }).first();
    await contact.page.getByRole('heading', { name: 'Tickets', level: 1 }).waitFor();

    await page.goto(`/staff/${world.tenant.slug}/customers/${customerId}`);
    const row = page.getByRole('row').filter({ hasText: 'Kim Einkauf' });
    const change = async (button: string, role: string): Promise<void> => {
      await row.getByRole('button', { name: /^Verwalten/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: button }).click();
      await page.getByRole('status').getByText('Die neue Rolle gilt sofort.').first().waitFor();
      expect(await visitor.findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await row.getByText(role, { exact: true }).waitFor();
    };
    expect(await ticket.count()).toBe(0);
    await change('Zum Hauptbenutzer machen', 'Hauptbenutzer');
    await contact.page.reload();
    await ticket.waitFor();
    await change('Zum Benutzer machen', 'Benutzer');
    await contact.page.reload();
    await contact.page.getByRole('heading', { name: 'Tickets', level: 1 }).waitFor();
    await user.get('/portal/tickets').expect(200, /"items":\[\]/);
    await contact.page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await ticket.count()).toBe(0);
    await contact.leave();
  });

  it('colleagues who are invited, come and go show without a reload', async () => {
    await page.goto(`/staff/${world.tenant.slug}/users`);
    await page.getByRole('table').waitFor();
    const { id } = await addAgent(world, 'Nora Neu');
    const row = page.getByRole('row').filter({ hasText: 'Nora Neu' });
    await row.getByText('Aktiv', { exact: true }).waitFor();
    await world.admin.change(`/staff/users/${id}`, { active: false });
    await row.getByText('Deaktiviert', { exact: true }).waitFor();
  });
});
