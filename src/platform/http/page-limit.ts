import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../../config/config';
import { clientNetwork } from './client-network';
import { routeKindOf } from './matched-route';
import { announce } from '../limits/allowance';

const WINDOW_SECONDS = 60;

/**
 * Counts by address what no guard counts: pages, their files, the documentation, probes, and paths that lead nowhere. In
 * memory, by each process for itself, because probes are answered while the database is away.
 */
export function setUpPageLimit(app: NestFastifyApplication, { limits }: Config): void {
  const limit = limits.requestsPerMinute;
  const limiter = new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    if (routeKindOf(request) === 'interface') return;
    // In memory nothing fails but for want of points, which is told in the same form.
    const state = await limiter
      .consume(clientNetwork(request.ip))
      .catch((refused: unknown) => refused as RateLimiterRes);
    announce(
      {
        allowed: state.consumedPoints <= limit,
        limit,
        remaining: state.remainingPoints,
        resetAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
      },
      reply,
    );
  });
}
