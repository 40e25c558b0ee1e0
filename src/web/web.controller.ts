import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Audienced } from '../platform/http/access';
import { DIST_WEB, webNotBuilt } from './dist-web';
import { WEB_POLICY } from './web-policy';

/**
 * The one page of the web app, at every address that the app has; it looks at the address itself. The addresses without
 * a tenant are those of links that mails held before a tenant's name was part of them.
 */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller()
export class WebController {
  private html?: string;

  /** @throws webNotBuilt */
  @Get([
    '',
    'p/:slug',
    'p/:slug/*',
    'staff/:slug',
    'staff/:slug/*',
    'password',
    'registration',
    'tickets/:id',
    'orders/:id',
  ])
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', WEB_POLICY)
  @Header('Cache-Control', 'no-cache')
  show(): string {
    this.html ??= page();
    return this.html;
  }
}

function page(): string {
  const file = join(DIST_WEB, 'index.html');
  if (!existsSync(file)) throw webNotBuilt();
  return readFileSync(file, 'utf8');
}
