import type { Browser, Locator, Page } from 'playwright-core';
import type { World } from '../../support/world';
import { Visitor } from './browser';

/** Somebody at the form of a new ticket, in German and on a wide screen. */
export interface RequestForm {
  readonly visitor: Visitor;
  readonly page: Page;
  readonly subject: Locator;
  readonly description: Locator;
}

export async function startRequest(
  browser: Browser,
  { tenant }: World,
  { email }: { readonly email: string },
): Promise<RequestForm> {
  const visitor = await Visitor.come(browser, { language: 'de', width: 1280 });
  const { page } = visitor;
  await visitor.logIn(tenant.slug, email, '/tickets/new');
  await page.getByRole('heading', { name: 'Neue Anfrage' }).waitFor();
  return {
    visitor,
    page,
    subject: page.getByLabel('Worum geht es?'),
    description: page.getByLabel('Beschreibung'),
  };
}
