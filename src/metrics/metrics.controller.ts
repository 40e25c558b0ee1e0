import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { Audienced } from '../platform/http/access';
import { notFound } from '../platform/errors';
import { isLocalCaller } from '../platform/http/local-callers.guard';
import { Metrics } from './metrics';

/** For Prometheus. Whoever may not read it learns nothing of its existence. */
@ApiExcludeController()
@Audienced('PUBLIC')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  @Get()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.allows(request)) throw notFound();
    const text = await this.metrics.text();
    await reply.header('Content-Type', this.metrics.contentType).send(text);
  }

  private allows(request: FastifyRequest): boolean {
    const { metricsToken, environment } = this.config;
    if (metricsToken) return sameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`);
    return environment !== 'production' && isLocalCaller(request);
  }
}

/** Takes the same time wherever the texts differ, and whatever their lengths. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
