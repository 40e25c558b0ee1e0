import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable, Logger as NestLogger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger, parseCronItems, run, type Runner, type Task as WorkerTask } from 'graphile-worker';
import type { Pool } from 'pg';
import { CONFIG } from '../../config/config.module';
import type { Config } from '../../config/config';
import { runInContext } from '../context/context';
import { whenReachable } from '../database/availability';
import { TransactionService } from '../database/transaction.service';
import { newId } from '../ids';
import { AbandonedJobs } from './abandoned-jobs';
import { HandlerRegistry, type JobPayload, type Task } from './event-handlers';
import { FetchingAhead } from './fetching-ahead';
import { patientPool } from './patient-pool';

/** Runs event handlers and jobs, with a pool of its own so that neither starves the other. */
@Injectable()
export class WorkerService implements BeforeApplicationShutdown {
  private readonly log = new NestLogger(WorkerService.name);
  private runner?: Runner;
  private pool?: Pool;
  private abandonedJobs?: AbandonedJobs;
  private fetchingAhead?: FetchingAhead;
  private started?: Promise<void>;
  private stopped?: Promise<void>;
  private readonly underWay = new Set<{ readonly name: string }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly handlers: HandlerRegistry,
    private readonly transactions: TransactionService,
  ) {}

  /** Not where the program has been told to stop meanwhile. */
  start(): Promise<void> {
    return (this.started ??= this.stopped ? Promise.resolve() : this.begin());
  }

  private async begin(): Promise<void> {
    const { url, workerConcurrency } = this.config.database;
    this.pool = patientPool({
      connectionString: url,
      max: workerConcurrency + 3,
      connectionTimeoutMillis: 10_000,
      application_name: 'kundenportal-worker',
    });
    const { pool } = this;
    await whenReachable(
      () => pool.query('SELECT 1'),
      (text) => this.log.warn(text),
    );
    this.abandonedJobs = new AbandonedJobs(this.pool, (err) =>
      this.log.warn({ msg: 'Cannot look for abandoned jobs.', err }),
    );
    this.fetchingAhead = new FetchingAhead(this.abandonedJobs.events, workerConcurrency);
    this.runner = await run({
      events: this.abandonedJobs.events,
      pgPool: this.pool,
      concurrency: workerConcurrency,
      preset: this.fetchingAhead.preset,
      pollInterval: 2_000,
      noHandleSignals: true,
      logger: new Logger(() => (level, message, meta) => {
        // The library's text repeats the error's message, which may quote personal data; the logger takes what it may.
        const [text] = message.split(' with error ');
        if ((level as string) === 'error') this.log.error({ msg: text, err: meta?.error });
      }),
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(
        this.handlers.schedule.map(({ name, pattern }) => ({ task: name, match: pattern })),
      ),
    });
    await this.abandonedJobs.watch();
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
    this.fetchingAhead?.letGo();
    await this.runner?.stop();
    // How the last job ended is being written, which the library does not wait for. The pool will, once it has been asked
    // for a connection.
    await setImmediate();
    this.abandonedJobs?.stop();
    await this.pool?.end();
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
