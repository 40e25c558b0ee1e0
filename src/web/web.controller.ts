import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audienced } from '../platform/http/access';
import { SessionCookie } from '../platform/http/browser/session-cookie';
import { languageOf } from '../platform/http/language';
import { DIST_WEB, webNotBuilt } from './dist-web';
import { PagePreloads } from './page-preloads';
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
  private preloads?: PagePreloads;

  constructor(private readonly cookie: SessionCookie) {}

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
  @Header('Vary', 'Accept-Language, Cookie')
  show(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    this.html ??= page();
    this.preloads ??= new PagePreloads();
    const link = this.preloads.of({
      path: request.url.split('?', 1)[0] ?? '',
      language: languageOf(request.headers['accept-language']),
      hasSession: this.cookie.of(request) !== undefined,
    });
    if (link) void reply.header('Link', link);
    return this.html;
  }
}

function page(): string {
  const file = join(DIST_WEB, 'index.html');
  if (!existsSync(file)) throw webNotBuilt();
  return readFileSync(file, 'utf8');
}
