import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { unavailable } from '../errors';
import { ShutdownState } from './shutdown-state';

/**
 * While the program ends, requests under way are finished and new ones refused, on a listener that stays open for as
 * long: a proxy then reads 503 from the readiness probe instead of guessing from refused connections.
 */
export function setUpDraining(app: NestFastifyApplication): void {
  const state = app.get(ShutdownState);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    const { url = '' } = request.routeOptions;
    state.requestStarted();
    if (!url.startsWith('/health/')) state.arrived();
    // Not in onResponse: that is never called for a client who went away before the end.
    reply.raw.once('close', () => state.requestFinished());
    done(state.isStopping && url !== '/health/live' ? unavailable() : undefined);
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    // Otherwise the connection stays open for the next request and the server waits for it.
    if (state.isStopping) void reply.header('Connection', 'close');
    done();
  });
}
