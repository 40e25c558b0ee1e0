import { resolve } from 'node:path';
import { defineError } from '../platform/errors';

/** What `vite build` has made of web/; this file runs from dist/src/web. */
export const DIST_WEB = resolve(__dirname, '../../../dist-web');

export const webNotBuilt = defineError('notFound', 'web.not-built', {
  de: 'Die Web-App ist nicht gebaut. „npm run build“ baut sie.',
  en: 'The web app has not been built. "npm run build" builds it.',
});
