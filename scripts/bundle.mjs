// What a browser has to load of the built web app, against its budgets. Sizes as they are sent: brotli.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../dist-web/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));
const KB = 1000;
const ENTRY = 'index.html';
const AREAS = ['portal', 'staff'];
const BUDGETS = {
  login: 50 * KB,
  // The others before a login, which say more than it does.
  entry: 51 * KB,
  portal: 75 * KB,
  staff: 100 * KB,
  css: 12 * KB,
  font: 27 * KB,
  requests: 15,
};

/** By their names; all that a session begins with is a page. */
const PAGES = /^src\/(?:.+[-/]page|session\/(?!login-again).+)\.tsx$/;
const pages = Object.keys(manifest).filter((key) => PAGES.test(key) && manifest[key].isDynamicEntry);
const rows = [];
for (const page of pages) {
  for (const language of ['de', 'en']) {
    const area = AREAS.find((name) => page.startsWith(`src/${name}/`));
    const js = loadedBy([
      ENTRY,
      `src/i18n/${language}.ts`,
      ...(area ? [`src/${area}/layout.tsx`, `src/i18n/${language}-${area}.ts`] : []),
      ...(area === 'staff' ? ['src/staff/routes.ts'] : []),
      page,
    ]);
    const budget = BUDGETS[area ?? (page.endsWith('/login.tsx') ? 'login' : 'entry')];
    rows.push([`${page} JS, ${language}`, total(js), budget]);
    // And the page, its icon, a font and the style.
    rows.push([`${page} files`, js.size + 4, BUDGETS.requests]);
  }
}
const styles = Object.values(manifest).filter(({ file }) => file.endsWith('.css'));
rows.push(['CSS', total(new Set(styles.map(({ file }) => file))), BUDGETS.css]);
const fonts = Object.values(manifest).filter(({ file }) => file.includes('public-sans-latin-wght'));
rows.push(['font', total(new Set(fonts.map(({ file }) => file))), BUDGETS.font]);

const over = rows.filter(([, value, budget]) => value > budget);
for (const [what, value, budget] of process.argv.includes('--all') ? rows : over) {
  console.log(`${value > budget ? 'OVER ' : '     '}${what}: ${value} of ${budget}`);
}
process.exitCode = over.length > 0 || pages.length === 0 || fonts.length === 0 ? 1 : 0;

/** Files of some entries with everything that they import at once. */
function loadedBy(entries) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    (manifest[key].imports ?? []).forEach(visit);
  };
  entries.forEach(visit);
  return new Set([...seen].map((key) => manifest[key].file));
}

function total(files) {
  return [...files].reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(file) {
  const name = /\.(?:js|css)$/.test(file) ? `${file}.br` : file;
  return statSync(fileURLToPath(new URL(name, DIST))).size;
}
