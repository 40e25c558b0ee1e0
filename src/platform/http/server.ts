import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config';
import { setUpDraining } from '../health/draining';
import { setUpRequestLog } from '../logging/request-log';
import { asDomainError } from './failures';
import { setUpUploads } from './files/multipart';
import { malformed } from './http.errors';
import { problemOf, sendProblem } from './problem.writer';
import { correlationIdOf, setUpRequestContext } from './request-context';
import { CLOSED_POLICY, setUpSecurityHeaders } from './security-headers';

const MINIMAL_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CLOSED_POLICY,
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Fastify, set up so that every failure is answered with problem details, even before there is a request. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: config.limits.body,
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
  setUpRequestContext(fastify);
  setUpRequestLog(app);
  await setUpSecurityHeaders(app, config);
  setUpDraining(app);
  await setUpUploads(app, config);
}

/** The router could not read the path; no hook has run. */
function answerUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({ ...MINIMAL_HEADERS, 'X-Correlation-Id': request.id });
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
  const problem = problemOf(malformed(), { language: 'de', instance: '/', correlationId });
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
