import { EventEmitter } from 'node:events';
import { Logger as NestLogger } from '@nestjs/common';
import {
  type Logger,
  Logger as WorkerLogger,
  type ParsedCronItem,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';

export interface JobRunnerOptions {
  readonly pool: Pool;
  readonly concurrency: number;
  /** How often workers look for jobs that they were not told of. */
  readonly pollIntervalMs: number;
  readonly taskList: TaskList;
  readonly parsedCronItems?: ParsedCronItem[];
}

/** The job library's workers, from their start to their end. */
export class JobRunner {
  /** In whose name jobs are locked. */
  id = '';
  private runner?: Runner;
  private isStopping = false;

  /**
   * @param onUnreliable called when the answer that handed out a job may have got lost, or how a job ended could not be
   *   written down: such jobs stay locked until these workers have ended, so others should take their place
   * @throws where the database is away
   */
  static async start(options: JobRunnerOptions, onUnreliable: () => void): Promise<JobRunner> {
    const started = new JobRunner();
    const report = (): void => {
      if (!started.isStopping) onUnreliable();
    };
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => (started.id = workerPool.id));
    events.on('worker:getJob:error', report);
    started.runner = await run({
      events,
      pgPool: options.pool,
      concurrency: options.concurrency,
      pollInterval: options.pollIntervalMs,
      noHandleSignals: true,
      logger: workerLogger(),
      taskList: options.taskList,
      parsedCronItems: options.parsedCronItems ?? [],
      // Written by itself, how a job ended would be a promise that nobody awaits, whose failure ends the program.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    started.runner.promise.then(report, report);
    return started;
  }

  /** Takes no further job; waits for those under way, and until it is written down how they ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    // It refuses where it is ending by itself already.
    await this.runner?.stop().catch(() => undefined);
    await this.runner?.promise.catch(() => undefined);
  }
}

function workerLogger(): Logger {
  const log = new NestLogger('Jobs');
  return new WorkerLogger(() => (level, message, meta) => {
    // The library's text repeats the error's message, which may quote personal data; our logger takes what it may.
    const [text] = message.split(' with error ');
    if ((level as string) === 'error') log.error({ msg: text, err: meta?.error });
  });
}
