// Takes the pictures of the README from the demo data, in a browser: `npm run pictures`, after `npm run build`.
// They are WebP, which Chromium itself writes: a picture must not weigh more than LARGEST.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = new URL('../docs/pictures/', import.meta.url);
const LARGEST = 150_000;
const QUALITY = 0.85;
const READY_WITHIN_MS = 120_000;
const TENANT = 'musterhaus';
const PASSWORD = 'Kundenportal-Demo-2026';

/** Of a contact. Each goes there from where the one before has ended. */
const PORTAL = [
  { name: 'overview', show: (page) => page.getByRole('row').nth(3).waitFor() },
  {
    name: 'ticket',
    show: async (page) => {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /^Tickets/ })
        .click();
      await page.getByRole('link', { name: 'Angebot für Virenschutz läuft aus', exact: true }).click();
      await page.getByRole('article').first().waitFor();
    },
  },
  {
    name: 'printer-shop',
    show: async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'DruckerShop' }).click();
      await page.getByRole('link', { name: /^Drucker Geschäftsführung/ }).click();
      const add = page.getByRole('button', { name: /in den Warenkorb$/ });
      await add.first().click();
      await page.getByRole('button', { name: /im Warenkorb, noch einmal/ }).waitFor();
      await add.first().click();
      await page.getByRole('link', { name: 'Warenkorb (2)' }).waitFor();
      // Without what the page has just said.
      await page.reload();
      await add.first().waitFor();
    },
  },
  {
    name: 'checkout',
    show: async (page) => {
      await page.getByRole('link', { name: 'Warenkorb (2)' }).click();
      await page.getByRole('heading', { name: 'Warenkorb' }).waitFor();
      await page.reload();
      await page.getByLabel(/^Ihr Bestellzeichen/).fill('EK-2026-118');
      await page.getByLabel(/^Kostenstelle/).fill('4711 Verwaltung');
    },
  },
  {
    name: 'phone',
    size: { width: 390, height: 844 },
    show: async (page) => {
      await page.getByRole('navigation').getByRole('link', { name: 'Übersicht' }).click();
      await page.getByRole('heading', { name: /^Guten Tag/ }).waitFor();
      await page.reload();
      await page.getByRole('row').nth(3).waitFor();
    },
  },
];

/** So high that no field shows a day: Debian's Chromium writes it in English. */
const DESK = { width: 1280, height: 740 };
/** Of the staff. */
const WORKPLACE = [
  {
    name: 'staff-inbox',
    size: DESK,
    show: async (page) => {
      await page.getByRole('link', { name: /A-2026-000001/ }).click();
      await page
        .getByLabel(/^Einzelpreis netto: Lenovo/)
        .first()
        .fill('1.249,00');
      await page.locator('.offer-totals dd.total', { hasText: '€' }).waitFor();
    },
  },
  {
    name: 'staff-ticket',
    size: DESK,
    show: async (page) => {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /^Tickets/ })
        .click();
      await page.getByRole('link', { name: 'Angebot für Virenschutz läuft aus', exact: true }).click();
      await page.getByRole('article').first().waitFor();
      await page.getByRole('region', { name: 'Müller & Söhne GmbH' }).waitFor();
      await page.getByRole('button', { name: 'Interne Notiz' }).click();
    },
  },
];

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const data = await mkdtemp(join(tmpdir(), 'kundenportal-pictures-'));
const program = spawn(process.execPath, ['dist/src/main.js'], {
  cwd: ROOT,
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: data, DEMO_DATA: 'on' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const ended = new Promise((resolve) => program.once('exit', resolve));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  await isReady();
  await mkdir(FOLDER, { recursive: true });
  const contact = await logIn('p', 'petra.mueller@mueller-soehne.example');
  for (const picture of PORTAL) await take(contact, picture);
  const staff = await logIn('staff', 'admin@musterhaus.example');
  for (const picture of WORKPLACE) await take(staff, picture);
} finally {
  await browser.close();
  program.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true });
}

async function logIn(area, email) {
  const context = await browser.newContext({
    locale: 'de-DE',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${address}/${area}/${TENANT}`);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel(/^Passwort\s*$/).fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
  return page;
}

async function take(page, { name, size = { width: 1280, height: 860 }, show }) {
  await page.setViewportSize(size);
  await show(page);
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  const bytes = await asWebp(await page.screenshot());
  if (bytes.length > LARGEST) throw new Error(`${name}.webp has ${bytes.length} bytes.`);
  await writeFile(new URL(`${name}.webp`, FOLDER), bytes);
  console.log(`${name}.webp, ${Math.round(bytes.length / 1000)} kB`);
}

async function asWebp(png) {
  const page = await browser.newPage();
  const url = await page.evaluate(
    async ([source, quality]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    [`data:image/png;base64,${png.toString('base64')}`, QUALITY],
  );
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function isReady() {
  for (const until = Date.now() + READY_WITHIN_MS; ;) {
    const { ok } = await fetch(`${address}/api/v1/public/tenants/${TENANT}`).catch(() => ({
      ok: false,
    }));
    if (ok) return;
    if (Date.now() > until || program.exitCode !== null) throw new Error('The program does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
