import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { crossSite } from '../../errors';
import { SessionCookie } from './session-cookie';

const OWN_PAGES_ONLY = 'kundenportal:own-pages-only';
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Marks a route that gives or takes the session cookie: it is closed to other sites' pages even without a cookie. */
export function OwnPagesOnly(): MethodDecorator {
  return SetMetadata(OWN_PAGES_ONLY, true);
}

/**
 * Browsers send the cookie with requests of every page, so whatever changes something by it must come from a page of
 * this portal. The browser says where the page is from: `Sec-Fetch-Site`, and where it sends none, `Origin`.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  private readonly origin: string;
  /** A development server or a proxy in front of it may have another name than the public one. */
  private readonly takesOwnHost: boolean;

  constructor(
    private readonly cookie: SessionCookie,
    @Inject(CONFIG) { publicUrl, environment }: Config,
  ) {
    this.origin = new URL(publicUrl).origin;
    this.takesOwnHost = environment !== 'production';
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (READING.includes(request.method)) return true;
    const ownPagesOnly = Reflect.getMetadata(OWN_PAGES_ONLY, context.getHandler()) === true;
    if (!ownPagesOnly && this.cookie.of(request) === undefined) return true;
    if (!this.isFromOwnPage(request)) throw crossSite();
    return true;
  }

  private isFromOwnPage({ headers, protocol, host }: FastifyRequest): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin';
    const { origin } = headers;
    return origin === this.origin || (this.takesOwnHost && origin === `${protocol}://${host}`);
  }
}
