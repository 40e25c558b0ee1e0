import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { startPortal } from './servers';

export const SLUG = 'musterhaus';
export const PASSWORD = 'Kundenportal-Demo-2026';
/** Contacts are at a phone, staff at a desk. */
export const PEOPLE = {
  contact: { area: 'p', email: 'petra.mueller@mueller-soehne.example', width: 390 },
  staff: { area: 'staff', email: 'agent@musterhaus.example', width: 1280 },
} as const;
export type Role = keyof typeof PEOPLE;

/** The program with the demo data, and a browser in front of it. */
export interface PortalInBrowser {
  readonly baseUrl: string;
  /** A browser of somebody's own with nothing in its cache; nobody is logged in where the role is left out. */
  open(role?: Role): Promise<BrowserContext>;
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Starts both, does the work and ends them, however the work ends. */
export async function withPortalInBrowser<T>(work: (portal: PortalInBrowser) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kundenportal-bench-'));
  const server = await startPortal('', folder, { NODE_ENV: 'development', DEMO_DATA: 'on' });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const { baseUrl } = server;
  const open = (width: number, storageState?: Session): Promise<BrowserContext> =>
    browser.newContext({
      baseURL: baseUrl,
      locale: 'de-DE',
      viewport: { width, height: 844 },
      ...(storageState && { storageState }),
    });
  const logIn = async (role: Role): Promise<Session> => {
    const context = await open(PEOPLE[role].width);
    const page = await context.newPage();
    await page.goto(`/${PEOPLE[role].area}/${SLUG}/login`);
    await page.getByLabel('E-Mail-Adresse').fill(PEOPLE[role].email);
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
    const session = await context.storageState();
    await context.close();
    return session;
  };
  try {
    const sessions = { contact: await logIn('contact'), staff: await logIn('staff') };
    return await work({
      baseUrl,
      open: (role) => open(PEOPLE[role ?? 'contact'].width, role && sessions[role]),
    });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
