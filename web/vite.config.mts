import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUT = resolve(import.meta.dirname, '../dist-web');
/** Where the API answers while the development server serves the app. */
const API = process.env.PORTAL_API ?? 'http://127.0.0.1:3000';

/** Shared by pages of the portal, of no use before the login. */
const PORTAL =
  /src\/(?:portal\/(?!.*\/search)|api\/(?:queries|live|attempts)|ui\/(?:dialog|load-more|file-drop|time|search-box))/;

/** Writes `.br` and `.gz` beside each text file, so that serving it costs no computing. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
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
        // Few files, which compress better than many: what every page needs, and what every page of the portal needs.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'app',
              test: /node_modules\/(?:preact|@tanstack\/(?!.*query)|openapi-fetch|use-sync)|vite\/preload/,
            },
            { name: 'query', test: /node_modules\/@tanstack\/.*query/ },
            { name: 'portal', test: PORTAL, minShareCount: 2 },
            { name: 'base', test: /src\/(?!i18n\/(?:de|en)|portal)|node_modules\/lucide/, minShareCount: 2 },
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
