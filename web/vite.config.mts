import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUT = resolve(import.meta.dirname, '../dist-web');
/** Where the API answers while the development server serves the app. */
const API = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

/** The signs that the login shows. */
const LOGIN_SIGNS =
  '(?:circle-check|(?:circle|triangle)-exclamation-point|info|eye|eye-off|wifi-off|mail-check)\\.';
const ICONS = 'lucide-react/dist/esm/icons/';
/** And those that only staff see. */
const STAFF_SIGNS =
  '(?:badge-question-mark|building-complex|chevrons-up|circle-dashed|boxes|hand|image|image-plus|keyboard|mail-plus|pencil|receipt|send|sticky-note|text-quote|upload|user-round|user-round-check|user-round-plus|users-round|wrench)\\.';
/** Of use once somebody is logged in, whoever it is; the login does without. */
const INSIDE = new RegExp(
  `@tanstack/.*query|${ICONS}(?!${LOGIN_SIGNS}|${STAFF_SIGNS})|src/(?:tickets/timeline|api/(?:queries|live|attempts)|` +
    'session/(?:frame|me\\.|drafts|ask|back-link)|' +
    'i18n/address-parts|ui/(?:dialog|facts|load-more|time|search-(?:box|input)|day-filter|lazy-part|with-links))',
);
/** Of use where tickets are written. */
const WRITING = /src\/(?:ui\/file-drop|tickets\/(?!timeline|add-watcher))/;
/** Where one of many is chosen. */
const CHOOSING = /src\/ui\/(?:narrowing|found-select)/;
/** Shared by pages of one of the two areas. */
const PORTAL = /src\/(?:portal\/(?!.*\/search)|api\/portal-constraints)/;
/** Besides the checkout only what the account opens has fields for an address. */
const ADDRESSES = /src\/(?:i18n\/(?:checkout-texts|(?:de|en)\/checkout)|portal\/addresses\/address-inputs)/;
/** Where an address is entered, by contacts or staff. */
const COUNTRIES = /src\/i18n\/countries/;
const SHOPS = /src\/portal\/shops\/(?!search|totals|cart-paths)/;
const ORDERS = /src\/portal\/orders\/(?!search)/;
/** Where prices are offered: in the Postkorb and at an order. */
const OFFERS = /src\/staff\/inbox\/(?:offer|sent-lines)/;
/** Where customers, devices and articles are changed. */
const RECORDS = /src\/staff\/(?:devices\/(?!search)|customers\/(?:edit-record|record-fields))/;
const STAFF = new RegExp(`src/(?:staff/|api/staff-constraints)|${ICONS}${STAFF_SIGNS}`);
const ACCOUNT = /src\/(?:session\/account|i18n\/(?:account-texts|(?:de|en)\/account))/;
/** Where somebody asks for access, or sets a password. */
const ACCESS = /src\/i18n\/(?:access-texts|(?:de|en)\/access)/;
/** What is said of a cart or an order of which something has changed. */
const CHANGES = /src\/i18n\/(?:changes-texts|(?:de|en)\/changes)/;
/** What the login needs, and every other page. */
const BASE = new RegExp(
  `src/(?!i18n/(?:de|en)|portal|api/portal|tickets|staff/|session/entry-done)|lucide-react/dist/esm/(?!icons)|${ICONS}${LOGIN_SIGNS}`,
);

/** Writes `.br` and `.gz` beside each text file, so that serving it costs no computing. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    // Not where building has failed: what is wrong would be hidden behind files that are not there.
    writeBundle() {
      const folder = join(OUT, 'assets');
      for (const name of readdirSync(folder).filter((file) => /\.(?:js|css|svg)$/.test(file))) {
        const bytes = readFileSync(join(folder, name));
        const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, best));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [precompress()],
  resolve: {
    // The source is written against React's types; what ships is Preact.
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // Small as it is, in one piece.
    cssCodeSplit: false,
    // Everything that is inlined would have to be allowed by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Every page lists all files that others need: their names are as short as so many allow.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        // Few files, which compress better than many: what every page needs, and what those of an area need.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'app',
              test: /node_modules\/(?:preact|@tanstack\/(?!.*query)|openapi-fetch|use-sync)|vite\/preload/,
            },
            { name: 'inside', test: INSIDE, minShareCount: 2 },
            { name: 'account', test: ACCOUNT },
            { name: 'access', test: ACCESS },
            { name: 'changes', test: CHANGES },
            { name: 'addresses', test: ADDRESSES },
            { name: 'countries', test: COUNTRIES },
            { name: 'writing', test: WRITING },
            { name: 'choosing', test: CHOOSING },
            { name: 'shops', test: SHOPS, minShareCount: 2 },
            { name: 'orders', test: ORDERS, minShareCount: 2 },
            { name: 'portal', test: PORTAL, minShareCount: 2 },
            { name: 'offers', test: OFFERS, minShareCount: 2 },
            { name: 'records', test: RECORDS, minShareCount: 2 },
            { name: 'staff', test: STAFF, minShareCount: 2 },
            { name: 'base', test: BASE, minShareCount: 2 },
          ],
        },
      },
      onwarn(warning, warn) {
        // Words to servers that render React, which this one does not.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(['/api', '/docs', '/mailbox', '/openapi.json'].map((path) => [path, API])),
  },
});
