import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { makeWorkerUtils, parseCronItems, type Task as WorkerTask, type WorkerUtils } from 'graphile-worker';
import { Pool } from 'pg';
import { CONFIG } from '../../config/config.module';
import type { Config } from '../../config/config';
import { runInContext } from '../context/context';
import { ignoreHandledError, TransactionService, whenReachable } from '../database';
import { newId } from '../ids';
import { HandlerRegistry, type JobPayload, type Task } from './event-handlers';
import { JobRelay } from './job-relay';
import { JobRunner } from './job-runner';
import { LiveWorkers } from './live-workers';

const POLL_EVERY_MS = 2_000;
const REPLACE_AFTER_MS = 1_000;
/** Besides one for each worker: for listening, showing that they live, the relay, and how jobs ended. */
const OTHER_CONNECTIONS = 4;

/** Runs event handlers and jobs, with a pool of its own so that neither starves the other. */
@Injectable()
export class WorkerService implements BeforeApplicationShutdown {
  private readonly log = new Logger(WorkerService.name);
  private pool?: Pool;
  private utils?: WorkerUtils;
  private live?: LiveWorkers;
  private runner?: JobRunner;
  private replacement?: NodeJS.Timeout;
  private replacing?: Promise<void>;
  private started?: Promise<void>;
  private stopped?: Promise<void>;
  private readonly underWay = new Set<{ readonly name: string }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly handlers: HandlerRegistry,
    private readonly transactions: TransactionService,
    private readonly relay: JobRelay,
  ) {}

  /** Not where the program has been told to stop meanwhile. */
  start(): Promise<void> {
    return (this.started ??= this.stopped ? Promise.resolve() : this.begin());
  }

  private async begin(): Promise<void> {
    const { url, directUrl, workerConcurrency } = this.config.database;
    this.pool = createWorkerPool(directUrl ?? url, workerConcurrency + OTHER_CONNECTIONS);
    const { pool } = this;
    await whenReachable(
      () => pool.query('SELECT 1'),
      (text) => this.log.warn(text),
    );
    this.utils = await makeWorkerUtils({ pgPool: pool });
    this.live = new LiveWorkers(pool, this.utils, (err) =>
      this.log.warn({ msg: 'Cannot look for the jobs of terminated workers.', err }),
    );
    await this.startRunner(pool);
    if (this.runner?.isUnreliable) this.replaceSoon();
    await this.live.watch();
    this.relay.start(pool);
  }

  /** The names of the jobs that are being worked on. */
  get jobsUnderWay(): string[] {
    return [...this.underWay].map(({ name }) => name);
  }

  /** Takes no further job and waits for those under way. */
  stop(): Promise<void> {
    return (this.stopped ??= this.shutDown());
  }

  /** Before the connections that the jobs use are closed. */
  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async shutDown(): Promise<void> {
    await this.started;
    clearTimeout(this.replacement);
    await this.replacing;
    await this.runner?.stop();
    // Jobs that the last ones have brought about may wait for the next start, or are found by other processes.
    await this.relay.stop();
    await this.live?.stop();
    await this.utils?.release();
    await this.pool?.end();
  }

  private async startRunner(pool: Pool): Promise<void> {
    const { schedule } = this.handlers;
    const runner = await JobRunner.start(
      {
        pool,
        concurrency: this.config.database.workerConcurrency,
        pollIntervalMs: POLL_EVERY_MS,
        taskList: this.tasks(),
        parsedCronItems: parseCronItems(
          schedule.map(({ name, pattern }) => ({ task: name, match: pattern })),
        ),
      },
      (unreliable) => unreliable === this.runner && this.replaceSoon(),
    );
    await this.live?.add(runner.id);
    this.runner = runner;
  }

  /** One at a time: of runners started concurrently, not all would be stopped. */
  private replaceSoon(): void {
    if (this.stopped) return;
    this.replacement ??= setTimeout(() => {
      this.replacing = this.replace();
    }, REPLACE_AFTER_MS);
  }

  /** New workers begin at once; the old ones finish what they have begun, and then what they left locked is given back. */
  private async replace(): Promise<void> {
    const old = this.runner;
    if (!this.pool || !old || this.stopped) return;
    // It fails while the database is away.
    await this.startRunner(this.pool).catch(ignoreHandledError);
    this.replacement = undefined;
    if (this.runner?.isUnreliable) this.replaceSoon();
    if (this.runner === old) return;
    await old.stop();
    await this.live?.remove(old.id).catch(ignoreHandledError);
  }

  private tasks(): Record<string, WorkerTask> {
    const tasks: Record<string, WorkerTask> = {};
    for (const [name, task] of this.handlers.jobHandlers) tasks[name] = this.restored(name, task);
    for (const { name, task } of this.handlers.schedule) tasks[name] = this.restored(name, task);
    for (const [name, task] of this.handlers.eventHandlers) {
      tasks[name] = this.restored(name, (payload: JobPayload) =>
        this.transactions.runFor(payload.tenantId, () => task(payload as never)),
      );
    }
    return tasks;
  }

  /** The one place where a job gets its context back. */
  private restored(name: string, task: Task): WorkerTask {
    return async (raw) => {
      const payload = raw as JobPayload;
      const job = { name };
      this.underWay.add(job);
      try {
        await runInContext({ correlationId: payload.correlationId ?? newId(), language: 'de' }, () =>
          task(payload as never),
        );
      } finally {
        this.underWay.delete(job);
      }
    };
  }
}

function createWorkerPool(connectionString: string | undefined, max: number): Pool {
  const pool = new Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'kundenportal-worker',
  });
  // A broken connection rejects its statements; the job library asks for a listener on each besides.
  pool.on('error', ignoreHandledError);
  return pool.on('connect', (client) => client.on('error', ignoreHandledError));
}
