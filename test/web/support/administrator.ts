import type { Browser, Locator, Page } from 'playwright-core';
import { makeWorld, type World } from '../../support/world';
import { type Look, Visitor } from './browser';

const WORDS = {
  de: { administration: 'Administration', more: 'Mehr', settings: 'Einstellungen' },
  en: { administration: 'Administration', more: 'More', settings: 'Settings' },
} as const;

/** The administrator of a tenant of their own, at the settings. */
export class Administrator {
  readonly page: Page;
  private readonly words: (typeof WORDS)[Look['language']];

  private constructor(
    readonly world: World,
    readonly visitor: Visitor,
    private readonly look: Look,
  ) {
    this.page = visitor.page;
    this.words = WORDS[look.language];
  }

  static async come(browser: Browser, look: Look): Promise<Administrator> {
    const world = await makeWorld();
    await world.admin.patch('/auth/me').send({ language: look.language }).expect(200);
    const visitor = await Visitor.come(browser, look);
    await visitor.logIn(world.tenant.slug, world.tenant.adminEmail, '', 'staff');
    const administrator = new Administrator(world, visitor, look);
    await administrator.enter();
    return administrator;
  }

  /** What leads to the administration: on phones its pages are behind "more". */
  entry(count?: number): Locator {
    const [role, name] = this.isPhone
      ? (['button', this.words.more] as const)
      : (['link', this.words.administration] as const);
    return this.page.getByRole(role, {
      name: new RegExp(`^${name}${count === undefined ? '' : ` ?${count}`}`),
    });
  }

  /** Loads a page of the workplace. */
  async open(path: string): Promise<void> {
    await this.page.goto(`/staff/${this.world.tenant.slug}${path}`);
  }

  /** To a page of the administration, by its navigation. */
  async go(place: string): Promise<void> {
    if (this.isPhone) await this.button(this.words.more).click();
    await this.page
      .getByRole('navigation', { name: this.isPhone ? this.words.more : this.words.administration })
      .getByRole('link', { name: place })
      .click();
    await this.page.getByRole('heading', { name: place, level: 1 }).waitFor();
  }

  /** The page has told them so. */
  async hears(text: string): Promise<void> {
    await this.page.getByRole('status').getByText(text).first().waitFor();
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async dialogCloses(): Promise<void> {
    await this.dialog().waitFor({ state: 'detached' });
  }

  /** @throws where the browser complained of more than of refusals that the suite provoked */
  async leave(): Promise<void> {
    await this.visitor.leave();
    const others = this.visitor.complaints.filter((text) => !/ (?:409|41[25]|422) /.test(text));
    if (others.length > 0) throw new Error(`The browser complained: ${others.join('; ')}`);
  }

  private async enter(): Promise<void> {
    if (this.isPhone) await this.go(this.words.settings);
    else await this.entry().click();
    await this.page.getByRole('heading', { name: this.words.settings, level: 1 }).waitFor();
  }

  private get isPhone(): boolean {
    return this.look.width < 640;
  }
}
