import { Injectable } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import { within } from '../platform/within';
import { metricsOfAllProcesses, shareMetrics } from './process-metrics';

const JOBS_WITHIN_MS = 1_000;

const COUNT_JOBS = `
  SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now())::int AS waiting,
         count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
         count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS failed,
         (SELECT count(*)::int FROM job_outbox) AS outbox
  FROM graphile_worker.jobs`;

/** What the program tells about itself, in the format of Prometheus. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  constructor(
    private readonly pool: Pool,
    host: HttpAdapterHost,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.measurePool();
    this.measureJobs();
    shareMetrics(this.registry);
    // The command line has no server.
    const adapter = host.httpAdapter as AbstractHttpAdapter | undefined;
    if (adapter) this.measureRequests(adapter.getInstance<FastifyInstance>());
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return metricsOfAllProcesses(this.registry);
  }

  private measureRequests(fastify: FastifyInstance): void {
    const duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the arrival of a request to the end of its answer, by route pattern.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.registry],
    });
    fastify.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      duration.observe(
        { method, route: routeOptions.url ?? 'none', status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }

  private measurePool(): void {
    const { pool } = this;
    new Gauge({
      name: 'database_pool_connections',
      help: 'Connections of the pool, and requests that wait for one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'total' }, pool.totalCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }

  private measureJobs(): void {
    const { pool } = this;
    new Gauge({
      name: 'jobs',
      help: 'Jobs that are due, being done, given up, and not handed to the workers yet; absent while the database is away.',
      labelNames: ['state'],
      registers: [this.registry],
      // Every process sees the same jobs.
      aggregator: 'first',
      async collect() {
        this.reset();
        const counts = await within(JOBS_WITHIN_MS, pool.query<Record<string, number>>(COUNT_JOBS));
        for (const [state, count] of Object.entries(counts?.rows[0] ?? {})) this.set({ state }, count);
      },
    });
  }
}
