import { Injectable } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service';
import { currentContext } from '../context/context';
import type { JobPayload } from './event-handlers';
import { JobAnnouncer } from './job-announcer';

export interface JobOptions {
  /** Not before this moment. */
  readonly runAt?: Date;
  /** Tries before the job is given up; waits grow exponentially from seconds to days. */
  readonly maxAttempts?: number;
  /** A queued job with the same key is replaced. */
  readonly key?: string;
}

interface JobSpec {
  readonly identifier: string;
  readonly payload: object;
  readonly options?: JobOptions;
}

const MAX_ATTEMPTS = 20;

/** Queues work in the business transaction: it exists exactly if the change does. */
@Injectable()
export class JobQueue {
  constructor(
    private readonly transactions: TransactionService,
    private readonly announcer: JobAnnouncer,
  ) {}

  add(name: string, payload: object, options?: JobOptions): Promise<void> {
    const envelope: JobPayload = {
      tenantId: this.transactions.tenantId,
      correlationId: currentContext()?.correlationId,
    };
    return this.addAll([{ identifier: name, payload: { ...envelope, ...payload }, options }]);
  }

  /** What was tried as often as it may be, with the last error: that may quote what it was about. */
  async forgetGivenUp(olderThanDays: number): Promise<void> {
    await this.transactions.queryUnscoped(
      `SELECT graphile_worker.complete_jobs(ARRAY(
         SELECT id FROM graphile_worker.jobs
         WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < now() - make_interval(days => $1)))`,
      [olderThanDays],
    );
  }

  async addAll(jobs: readonly JobSpec[]): Promise<void> {
    if (jobs.length === 0) return;
    const specs = jobs.map(({ identifier, payload, options }) => ({
      identifier,
      payload,
      run_at: options?.runAt,
      max_attempts: options?.maxAttempts ?? MAX_ATTEMPTS,
      job_key: options?.key,
    }));
    // Nobody waits for it before the end of the transaction.
    this.transactions.ahead(`SELECT queue_jobs($1::json)`, [JSON.stringify(specs)]);
    this.transactions.afterCommit(() => this.announcer.announce(jobs.length));
  }
}
