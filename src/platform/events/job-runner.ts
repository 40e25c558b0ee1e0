import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as NestLogger } from '@nestjs/common';
import {
  type Logger,
  Logger as WorkerLogger,
  type ParsedCronItem,
  run,
  type Runner,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';

/**
 * The library may take so long, after the last task, to record how jobs ended. Where it could not do so for two jobs or more, it
 * waits for ever (0.17.3: its batches then count wrongly), although its workers have ended.
 */
const WRITTEN_WITHIN_MS = 5_000;

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
  /** The worker pool's id, by which jobs are locked. */
  id = '';
  private runner?: Runner;
  private isStopping = false;
  private readonly underWay = new Set<Promise<unknown>>();
  private hasFailed = false;

  /**
   * @param onUnreliable called when the answer that handed out a job may have got lost, or how a job ended could not be
   *   written down: such jobs stay locked until these workers have ended, so others should take their place
   * @throws where the database is away
   */
  static async start(
    options: JobRunnerOptions,
    onUnreliable: (runner: JobRunner) => void,
  ): Promise<JobRunner> {
    const started = new JobRunner();
    const report = (): void => {
      if (started.isStopping) return;
      started.hasFailed = true;
      onUnreliable(started);
    };
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => (started.id = workerPool.id));
    events.on('worker:getJob:error', report);
    // Also where it could not be written down how jobs ended: its workers end then, and its promise may never say so.
    events.on('pool:gracefulShutdown', report);
    started.runner = await run({
      events,
      pgPool: options.pool,
      concurrency: options.concurrency,
      pollInterval: options.pollIntervalMs,
      noHandleSignals: true,
      logger: workerLogger(),
      taskList: started.tracked(options.taskList),
      parsedCronItems: options.parsedCronItems ?? [],
      // With a delay, the end of a job is recorded by a promise that is not awaited, whose rejection ends the program.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    started.runner.promise.then(report, report);
    return started;
  }

  /** Whether `onUnreliable` has been called, perhaps before `start` was through. */
  get isUnreliable(): boolean {
    return this.hasFailed;
  }

  /** Takes no further job; waits for those under way, and until it is written down how they ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.race([this.ended(), this.waitUntilIdle()]);
  }

  private async ended(): Promise<void> {
    // It refuses where it is ending by itself already.
    await this.runner?.stop().catch(() => undefined);
    await this.runner?.promise.catch(() => undefined);
  }

  private async waitUntilIdle(): Promise<void> {
    do {
      await Promise.allSettled(this.underWay);
      await sleep(WRITTEN_WITHIN_MS, undefined, { ref: false });
    } while (this.underWay.size > 0);
  }

  private tracked(tasks: TaskList): TaskList {
    const track =
      (task: Task): Task =>
      async (...args) => {
        const work = Promise.resolve(task(...args));
        this.underWay.add(work);
        try {
          await work;
        } finally {
          this.underWay.delete(work);
        }
      };
    return Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, task && track(task)]));
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
