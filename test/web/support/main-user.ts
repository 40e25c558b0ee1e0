import type { Browser, Page } from 'playwright-core';
import { addContact } from '../../support/population';
import type { World } from '../../support/world';
import { type Look, Visitor } from './browser';

export interface MainUser {
  readonly contact: Awaited<ReturnType<typeof addContact>>;
  readonly visitor: Visitor;
  readonly page: Page;
}

/** A main user of the customer, in the language of the look, at this place of the portal. */
export async function mainUserAt(
  path: string,
  { world, customerId }: { readonly world: World; readonly customerId: string },
  browser: Browser,
  look: Look,
): Promise<MainUser> {
  const contact = await addContact(world, customerId, 'MAIN_USER', `Haupt-${look.language}`);
  await contact.patch('/auth/me').send({ language: look.language }).expect(200);
  const visitor = await Visitor.come(browser, look);
  await visitor.logIn(world.tenant.slug, contact.email, path);
  return { contact, visitor, page: visitor.page };
}
