import type { Browser, Page } from 'playwright-core';
import { Api } from '../support/api';
import { decide, newestItem } from '../support/inbox';
import { newestMail, tokenFrom } from '../support/mailbox';
import { makeWorld, uniqueEmail, type World } from '../support/world';
import { openBrowser, Visitor } from './support/browser';
import { until } from './support/until';

describe('Who asks for access to the portal', () => {
  let browser: Browser;
  let world: World;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    world = await makeWorld();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
    ({ page } = visitor);
  });

  afterEach(() => visitor.leave());

  it('a stranger asks for access and confirms the address', async () => {
    const { slug } = world.tenant;
    const email = uniqueEmail('fremd');
    await page.goto(`/p/${slug}/login`);
    await page.getByRole('link', { name: 'Zugang anfragen' }).click();
    await page.getByLabel('Firma').fill('Neue Firma GmbH');
    await page.getByLabel('Nachname').fill('Neumann');
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('Bitte ausfüllen.').waitFor();
    expect(await focusedName(page)).toBe('email');
    expect(await visitor.findings()).toEqual([]);
    await page.getByLabel('Geschäftliche E-Mail-Adresse').fill(email);
    // Who has looked at something else meanwhile, on a phone perhaps, types nothing twice.
    await page.reload();
    await until(page, `document.querySelector('[name=lastName]')?.value === 'Neumann'`);
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('registration');
    const token = tokenFrom(await newestMail(email));
    const confirm = async (heading: string): Promise<void> => {
      await page.goto('about:blank');
      await page.goto(`/p/${slug}/registration#token=${token}`);
      await page.getByRole('button', { name: 'Bestätigen' }).click();
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await visitor.findings()).toEqual([]);
    };
    await confirm('Ihre E-Mail-Adresse ist bestätigt');
    expect(visitor.complaints).toEqual([]);
    // Whoever opens the link again learns what is true by then.
    await confirm('Ihre E-Mail-Adresse ist bestätigt');
    await page.getByText('Diese E-Mail-Adresse ist schon bestätigt').waitFor();
    const item = await newestItem(world.admin, 'type=REGISTRATION');
    await decide(world.admin, item.id, { decision: 'REJECTED', sendMail: false }).expect(200);
    await confirm('Über Ihre Anfrage ist entschieden');
    await page.getByRole('link', { name: 'Zur Anmeldung' }).waitFor();
  });

  it('fields beside each other stay so when one of them is not right', async () => {
    await page.goto(`/p/${world.tenant.slug}/register`);
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('Bitte ausfüllen.').first().waitFor();
    const places = await Promise.all(
      ['Vorname', 'Nachname'].map((name) => page.getByLabel(name).boundingBox()),
    );
    expect(places[0]?.y).toBe(places[1]?.y);
  });

  it('a stranger is asked to confirm what is about data', async () => {
    const { tenant, admin } = await makeWorld();
    await admin.change('/staff/settings', { privacyUrl: 'https://www.example.com/datenschutz' });
    await page.goto(`/p/${tenant.slug}/register`);
    await page.getByLabel('Firma').fill('Neue Firma GmbH');
    await page.getByLabel('Nachname').fill('Neumann');
    await page.getByLabel('Geschäftliche E-Mail-Adresse').fill(uniqueEmail('fremd'));
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('Bitte bestätigen.').waitFor();
    expect(await focusedName(page)).toBe('privacyAccepted');
    expect(await visitor.findings()).toEqual([]);
  });

  it('a tenant that takes no registrations does not offer one', async () => {
    const { tenant, admin } = await makeWorld();
    await admin.change('/staff/settings', { registrationOpen: false });
    await page.goto(`/p/${tenant.slug}/login`);
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();
    expect(await page.getByText('Zugang anfragen').count()).toBe(0);
    expect((await Api.anonymous().get(`/public/tenants/${tenant.slug}`)).body.registrationOpen).toBe(false);
  });
});

function focusedName(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.name');
}
