import { parse } from 'node:querystring';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../../config/config';
import { CONFIG } from '../../../config/config.module';
import { audienceOf } from '../access';
import { unsupportedMediaType } from '../../errors';
import { jsonBody } from './json-body';
import { readBody } from './read-body';
import { type BodyForm, bodyFormOf } from './takes';

interface BodyLimits {
  readonly most: number;
  readonly withinMs: number;
}

/** For public operations: more than any public form needs. */
const UNAUTHENTICATED_LIMITS: BodyLimits = { most: 16 * 1024, withinMs: 10_000 };
/** For authenticated callers: enough for the largest body over a slow line. */
const AUTHENTICATED_WITHIN_MS = 60_000;

const MEDIA_TYPES: Readonly<Record<BodyForm, string>> = {
  json: 'application/json',
  urlencoded: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
};

/**
 * Reads the body, after the guard that knows the caller and before those that look at what was sent. The parsers of the
 * server leave it unread, see `leaveBodiesUnread`; forms with files stay so for the interceptor that spools them.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!hasBody(request)) return true;
    const form = bodyFormOf(context.getHandler());
    if (request.mediaType !== MEDIA_TYPES[form]) throw unsupportedMediaType();
    if (form === 'multipart') return true;
    const { most, withinMs } = this.limitsFor(context);
    const bytes = await readBody(request.raw, most, withinMs);
    if (bytes.length > 0) request.body = form === 'json' ? jsonBody(bytes) : { ...parse(bytes.toString()) };
    return true;
  }

  private limitsFor(context: ExecutionContext): BodyLimits {
    const { body } = this.config.limits;
    const isPublic = audienceOf(context.getHandler(), context.getClass()) === 'PUBLIC';
    if (isPublic) return { ...UNAUTHENTICATED_LIMITS, most: Math.min(UNAUTHENTICATED_LIMITS.most, body) };
    return { most: body, withinMs: AUTHENTICATED_WITHIN_MS };
  }
}

/** Bodies of requests that only read are ignored. */
function hasBody({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
