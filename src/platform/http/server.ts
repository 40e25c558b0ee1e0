import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config';
import { setUpDraining } from './draining';
import { setUpPageLimit } from './page-limit';
import { setUpRequestLog } from './request-log';
import { asDomainError } from './failures';
import { setUpCompression } from './compression';
import { leaveBodiesUnread } from './bodies/unread-bodies';
import { malformed, requestTimedOut } from '../errors';
import { problemOf, sendProblem } from './problem.writer';
import { correlationIdOf, setUpRequestContext } from './request-context';
import { CLOSED_POLICY, setUpSecurityHeaders } from './security-headers';

const MINIMAL_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CLOSED_POLICY,
  'X-Content-Type-Options': 'nosniff',
} as const;

/** A slow line may take as long for the largest file; see `BodyGuard` for other bodies. */
const REQUEST_WITHIN_MS = 300_000;
const HEADERS_WITHIN_MS = 15_000;
/** Without a byte in either direction; longer than the slowest request and than the pause between heartbeats of event streams. */
const SOCKET_IDLE_TIMEOUT_MS = 300_000;
/** Longer than proxies keep theirs, so that none sends a request on a connection that is being closed. */
const KEPT_ALIVE_MS = 72_000;
/** How often Node looks for requests that are late. */
const CHECKED_EVERY_MS = 5_000;

/** Fastify, set up so that every failure is answered with problem details, even before there is a request. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    requestTimeout: REQUEST_WITHIN_MS,
    connectionTimeout: SOCKET_IDLE_TIMEOUT_MS,
    keepAliveTimeout: KEPT_ALIVE_MS,
    http: { headersTimeout: HEADERS_WITHIN_MS, connectionsCheckingInterval: CHECKED_EVERY_MS },
    // A person who types one slash more gets the same page. Whatever decides by path goes by the matched route.
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: (_address, hop) => hop < config.trustedProxyHops,
    genReqId: correlationIdOf,
    // Our own answer while shutting down is a problem document; see draining.ts.
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerUnreadable,
  });
}

/** The hooks of every request, in their order. */
export async function setUpHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.server.maxConnections = config.limits.connections;
  leaveBodiesUnread(fastify);
  setUpRequestContext(fastify);
  setUpRequestLog(app);
  await setUpSecurityHeaders(app, config);
  setUpDraining(app);
  setUpPageLimit(app, config);
  setUpCompression(fastify);
}

/** The router could not read the path; no hook has run. */
function answerUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  // So no hook checks for an unread body either.
  void reply.headers({ ...MINIMAL_HEADERS, 'X-Correlation-Id': request.id, Connection: 'close' });
  sendProblem(request, reply, asDomainError(error));
}

/** Node could not read the request; there is nothing but the connection. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ''] ?? 400;
  const correlationId = correlationIdOf({ headers: {} });
  const problem = problemOf(status === 408 ? requestTimedOut() : malformed(), {
    language: 'de',
    instance: '/',
    correlationId,
  });
  const body = JSON.stringify(Object.assign(problem, { status }));
  const headers = {
    ...MINIMAL_HEADERS,
    'X-Correlation-Id': correlationId,
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
