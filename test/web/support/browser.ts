import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { e2eEnvironment } from '../../support/environment';
import { PASSWORD } from '../../support/world';

/** How somebody looks at the portal. */
export interface Look {
  readonly language: 'de' | 'en';
  readonly width: number;
}

export const LOOKS: readonly Look[] = [
  { language: 'de', width: 1280 },
  { language: 'en', width: 360 },
];

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Of what axe looks at, only colours are other ones in the dark. */
const AXE = {
  // axe leaves out the rule about cells without a heading unless it is named.
  light: { resultTypes: ['violations'], rules: { 'td-has-header': { enabled: true } } },
  dark: { resultTypes: ['violations'], runOnly: ['color-contrast'] },
};
const LOCALES = { de: 'de-DE', en: 'en-GB' };
const WIDE_DIALOG = `[...document.querySelectorAll('dialog[open]')].some((each) => each.scrollWidth > each.clientWidth)`;
const STREAMS = '**/api/v1/{portal,staff}/events*';
const TIMEOUT_MS = 15_000;

export { openBrowser, openWholeBrowser } from '../../support/chromium';

/** Somebody at a browser of their own, from an address of their own, so that limits do not meet. */
export class Visitor {
  /** What the browser complained about; the app gives it no reason to. */
  readonly complaints: string[] = [];

  /** What the pages have asked the API for and not been answered yet; the stream of events does not end. */
  private readonly underWay = new Set<Request>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    this.watch(page);
    context.on('request', (request) => {
      if (request.url().includes('/api/') && !request.url().includes('/events')) this.underWay.add(request);
    });
    context.on('requestfinished', (request) => this.underWay.delete(request));
    context.on('requestfailed', (request) => this.underWay.delete(request));
  }

  static async come(browser: Browser, { language, width }: Look): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: e2eEnvironment().baseUrl,
      locale: LOCALES[language],
      viewport: { width, height: width < 640 ? 780 : 860 },
      extraHTTPHeaders: {
        'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
      },
    });
    context.setDefaultTimeout(TIMEOUT_MS);
    return new Visitor(context, await context.newPage());
  }

  /** @throws where a page wrote an error or a warning, or broke its content security policy; requests may fail. */
  async leave(): Promise<void> {
    await this.context.close();
    const own = this.complaints.filter((text) => !text.startsWith('Failed to load resource'));
    if (own.length > 0) throw new Error(`The browser complained: ${own.join('; ')}`);
  }

  /**
   * From the next page on nothing is told live, as where a proxy holds the stream back. @returns how to end that
   */
  async hearNothing(): Promise<() => Promise<void>> {
    const silent = { contentType: 'text/event-stream', body: ': nothing\n\n' };
    await this.context.route(STREAMS, (route) => route.fulfill(silent));
    return () => this.context.unroute(STREAMS);
  }

  /** The session ends as if by the server, once the pages have all that they asked for: the next request is refused. */
  async endSession(): Promise<void> {
    await this.answered();
    await this.context.clearCookies();
  }

  /** Once the pages have all that they asked for. */
  async answered(): Promise<void> {
    while (this.underWay.size > 0) await sleep(20);
  }

  /** A further tab of the same browser. */
  async anotherTab(): Promise<Page> {
    const page = await this.context.newPage();
    this.watch(page);
    return page;
  }

  /** Through the form, in either language. */
  async logIn(slug: string, email: string, to = '', area: 'p' | 'staff' = 'p'): Promise<void> {
    await this.page.goto(`/${area}/${slug}${to}`);
    await this.page.getByLabel(/^E-[Mm]ail/).fill(email);
    await this.page.getByLabel(/^Passwor[dt]\s*$/).fill(PASSWORD);
    await this.page.getByRole('button', { name: /^(Anmelden|Log in)$/ }).click();
    await this.page.getByRole('navigation', { name: /^(Hauptnavigation|Main navigation)$/ }).waitFor();
  }

  /** What axe finds wrong on what is shown now, light and dark, and whether it is wider than the window or its dialog. */
  async findings(page = this.page): Promise<string[]> {
    const found: string[] = [];
    // To load it takes as long as to look.
    if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours have changed once they are painted.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const { violations } = await page.evaluate<AxeResult>(`axe.run(${JSON.stringify(AXE[colorScheme])})`);
      for (const { id, nodes } of violations) {
        found.push(`${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      }
    }
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
      found.push('wider than the window');
    if (await page.evaluate(WIDE_DIALOG)) found.push('wider than its dialog');
    return found;
  }

  private watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { html: string }[] }[];
}
