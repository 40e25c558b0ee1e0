import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DIST_WEB } from './dist-web';

/** The files of the web app. Their names hold a hash of their content, so that browsers keep them for good. */
export function setUpWebAssets(app: NestFastifyApplication): void {
  const root = join(DIST_WEB, 'assets');
  if (!existsSync(root)) return;
  app.useStaticAssets({
    root,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  });
}
