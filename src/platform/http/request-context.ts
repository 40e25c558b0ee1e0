import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Context, runInContext } from '../context/context';
import { clientNetwork } from './client-network';
import { languageOf } from './language';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const contexts = new WeakMap<FastifyRequest, Context>();

/** The id of a request: a proxy may bring its own, but only in the form of ours, so that nothing else gets into logs. */
export function correlationIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const brought = headers['x-request-id'];
  return typeof brought === 'string' && UUID.test(brought) ? brought.toLowerCase() : randomUUID();
}

/** Lets every handler run in the context of its request. */
export function setUpRequestContext(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Correlation-Id', request.id);
    done();
  });
  // Not in onRequest: reading the body leaves the asynchronous context that was entered before it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const { headers, method } = request;
    const context: Context = {
      correlationId: request.id,
      language: languageOf(headers['accept-language']),
      readsOnly: method === 'GET' || method === 'HEAD',
      address: clientNetwork(request.ip),
      userAgent: headers['user-agent'],
    };
    contexts.set(request, context);
    runInContext(context, done);
  });
}

/** The context a request was handled in, for hooks that run outside of it; absent if it never got that far. */
export function contextOf(request: FastifyRequest): Context | undefined {
  return contexts.get(request);
}
