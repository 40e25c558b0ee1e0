import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import type { Config } from '../../config/config';
import { type RouteKind, routeKindOf } from './matched-route';

/** For answers to programs: nothing in them may ever be run or framed. */
export const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const EXPOSED_HEADERS = [
  'ETag',
  'Retry-After',
  'X-Correlation-Id',
  'RateLimit',
  'RateLimit-Policy',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
];

/** What browsers are told on every answer. A handler may replace a header by setting it itself. */
export async function setUpSecurityHeaders(app: NestFastifyApplication, config: Config): Promise<void> {
  const https = config.publicUrl.startsWith('https:');
  const protect = helmet({
    // Set below, because it depends on the route.
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.header('Content-Security-Policy', contentSecurityPolicy(routeKindOf(request), https));
      void reply.header('Cache-Control', 'no-store');
      protect(request.raw, reply.raw, done as (error?: unknown) => void);
    });
  if (config.corsOrigins.length === 0) return;
  await app.register(cors, {
    // An array is compared exactly; nothing the caller sends is ever reflected.
    origin: [...config.corsOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'If-Match',
      'Idempotency-Key',
      'Accept-Language',
      'Audit-Reason',
    ],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 600,
    strictPreflight: false,
  });
}

function contentSecurityPolicy(kind: RouteKind, https: boolean): string {
  if (kind !== 'page' && kind !== 'documentation') return CLOSED_POLICY;
  // Swagger UI brings its styles in the page; its scripts are files.
  const styles = kind === 'documentation' ? "; style-src 'self' 'unsafe-inline'" : '';
  return `${PAGE_POLICY}${styles}${https ? '; upgrade-insecure-requests' : ''}`;
}
