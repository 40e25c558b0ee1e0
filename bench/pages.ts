import type { BrowserContext, CDPSession, Locator, Page } from 'playwright-core';
import { type PortalInBrowser, type Role, SLUG } from './browser';

/** What a page costs somebody who sees it for the first time; medians of the rounds. */
export interface PageResult {
  readonly name: string;
  /** Milliseconds until the largest thing that is seen has been painted. */
  readonly lcp: number;
  /** Milliseconds from a key or click to the next picture, of the slowest one. */
  readonly inp: number;
  /** Milliseconds of processor time that scripts took. */
  readonly scriptMs: number;
  /** How much moved while it was loading. */
  readonly cls: number;
  readonly kilobytes: number;
}

type Visit = Omit<PageResult, 'name'>;

interface PageUnderTest {
  readonly name: string;
  readonly path: string;
  /** Who is logged in; nobody where it is left out. */
  readonly as?: Role;
  /** What people came for. */
  shows(page: Page): Locator;
  /** Something that they do there. */
  use(page: Page): Promise<void>;
}

/** A slow phone line, and a processor four times slower than this one. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const SLOWDOWN = 4;
const ROUNDS = 3;
const SETTLE_MS = 2_000;
const PAGES: readonly PageUnderTest[] = [
  {
    name: 'login',
    path: `/p/${SLUG}/login`,
    shows: (page) => page.getByRole('button', { name: 'Anmelden' }),
    use: (page) => page.getByLabel('E-Mail-Adresse').pressSequentially('petra'),
  },
  {
    name: 'tickets',
    path: `/p/${SLUG}/tickets`,
    as: 'contact',
    shows: (page) => page.getByRole('link', { name: 'Drucker im Einkauf zieht kein Papier ein' }),
    use: (page) => page.getByRole('searchbox').pressSequentially('druck'),
  },
  {
    name: 'new ticket',
    path: `/p/${SLUG}/tickets/new`,
    as: 'contact',
    shows: (page) => page.getByRole('button', { name: 'Anfrage senden' }),
    use: (page) => page.getByLabel('Worum geht es?').pressSequentially('Drucker'),
  },
  {
    name: 'OnlineShop',
    path: `/p/${SLUG}/online-shop`,
    as: 'contact',
    shows: (page) => page.locator('.picture').first(),
    use: (page) => page.getByRole('searchbox').pressSequentially('maus'),
  },
  {
    name: 'Postkorb',
    path: `/staff/${SLUG}/inbox`,
    as: 'staff',
    shows: (page) => page.locator('.inbox-items a').first(),
    use: (page) => page.keyboard.press('j'),
  },
  {
    name: 'tickets of staff',
    path: `/staff/${SLUG}/tickets?view=all`,
    as: 'staff',
    shows: (page) => page.getByRole('link', { name: 'Drucker im Einkauf zieht kein Papier ein' }),
    use: (page) => page.getByRole('searchbox').first().pressSequentially('druck'),
  },
  {
    name: 'Swagger UI',
    path: '/docs',
    shows: (page) => page.locator('.opblock-tag').first(),
    use: async (page) => {
      await page.getByRole('button', { name: 'Authorize' }).click();
      await page.getByRole('button', { name: 'Close' }).first().click();
    },
  },
];

/** Each page with an empty cache, on the demo data, in turns. */
export async function measurePages(portal: PortalInBrowser): Promise<PageResult[]> {
  const visits = new Map<string, Visit[]>(PAGES.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of PAGES) {
      const context = await portal.open(page.as);
      visits.get(page.name)?.push(await visit(context, page));
      await context.close();
    }
  }
  return [...visits].map(([name, rounds]) => ({ name, ...medianOf(rounds) }));
}

/** What the browser tells of itself, kept in the page: `lcp`, `cls` and the slowest reaction. */
const OBSERVER = `
  window.seen = { lcp: 0, cls: 0, inp: 0 };
  const observe = (type, note, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options });
  observe('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  observe('event', (entry) => { if (entry.interactionId) seen.inp = Math.max(seen.inp, entry.duration); },
    { durationThreshold: 16 });`;

async function visit(context: BrowserContext, { path, shows, use }: PageUnderTest): Promise<Visit> {
  const page = await context.newPage();
  await page.addInitScript(OBSERVER);
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(path);
  await shows(page).waitFor();
  // What comes after it, such as pictures.
  await page.waitForTimeout(SETTLE_MS);
  const scriptMs = await scriptTime(devtools);
  const kilobytes = bytes / 1000;
  await use(page);
  await page.waitForTimeout(SETTLE_MS);
  const seen = await page.evaluate<Record<'lcp' | 'cls' | 'inp', number>>('window.seen');
  return { ...seen, scriptMs, kilobytes };
}

async function scriptTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000;
}

function medianOf(visits: readonly Visit[]): Visit {
  const of = (figure: keyof Visit): number =>
    visits.map((one) => one[figure]).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? NaN;
  return {
    lcp: Math.round(of('lcp')),
    inp: Math.round(of('inp')),
    scriptMs: Math.round(of('scriptMs')),
    cls: Math.round(of('cls') * 1000) / 1000,
    kilobytes: Math.round(of('kilobytes')),
  };
}
