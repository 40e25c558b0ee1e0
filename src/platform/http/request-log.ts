import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contextOf } from './request-context';

/** One line for each finished request. It has the route's pattern instead of the path: ids and queries are not logged. */
export function setUpRequestLog(app: NestFastifyApplication): void {
  const log = new Logger('Request');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const actor = contextOf(request)?.actor;
      log.log({
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        correlationId: request.id,
        tenantId: actor?.tenantId,
        actorId: actor?.id,
      });
      done();
    });
}
