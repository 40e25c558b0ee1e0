import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Audienced } from '../platform/http/access';
import { languageOf } from '../platform/http/language';
import { pathOf } from '../platform/http/matched-route';
import { DIST_WEB, webNotBuilt } from './dist-web';
import { PagePreloads } from './page-preloads';
import { Visitors } from './visitors';
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

  constructor(private readonly visitors: Visitors) {}

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
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.html ??= page();
    this.preloads ??= new PagePreloads();
    const link = this.preloads.of({
      path: pathOf(request.url),
      hasQuery: request.url.includes('?'),
      language: languageOf(request.headers['accept-language']),
      visitor: await this.visitors.of(request),
    });
    if (link) void reply.header('Link', link);
    return this.html;
  }

  /** Whoever left out the short name is asked for it. */
  @Get(['p', 'staff'])
  @Redirect('/')
  redirectToStart(): void {
    // The decorator answers.
  }
}

function page(): string {
  const file = join(DIST_WEB, 'index.html');
  if (!existsSync(file)) throw webNotBuilt();
  return readFileSync(file, 'utf8');
}
