import { Injectable } from '@nestjs/common';
import { PipelinedConnections, TransactionService } from '../database';
import { currentContext } from '../context/context';
import type { JobPayload } from './event-handlers';
import { JobRelay } from './job-relay';

export interface JobOptions {
  /** Not before this moment. */
  readonly runAt?: Date;
  /** Tries before the job is given up; waits grow exponentially from seconds to days. */
  readonly maxAttempts?: number;
  /** A queued job with the same key is replaced. */
  readonly key?: string;
  /** Of those that are due, the smaller is done earlier; 0 where nothing is said. */
  readonly priority?: number;
}

export interface JobSpec {
  readonly identifier: string;
  readonly payload: object;
  readonly options?: JobOptions;
}

const MAX_ATTEMPTS = 20;

const WRITE = `
  INSERT INTO job_outbox (identifier, payload, run_at, max_attempts, job_key, priority)
  SELECT identifier, payload, run_at, max_attempts, job_key, priority
  FROM json_to_recordset($1::json)
    AS job (identifier text, payload json, run_at timestamptz, max_attempts smallint, job_key text, priority smallint)`;

const FORGET = `
  SELECT graphile_worker.complete_jobs(ARRAY(
    SELECT id FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < now() - make_interval(days => $1)))`;

/** Queues work in the business transaction: it exists exactly if the change does. */
@Injectable()
export class JobQueue {
  constructor(
    private readonly transactions: TransactionService,
    private readonly connections: PipelinedConnections,
    private readonly relay: JobRelay,
  ) {}

  add(name: string, payload: object, options?: JobOptions): void {
    const envelope: JobPayload = {
      tenantId: this.transactions.tenantId,
      correlationId: currentContext()?.correlationId,
    };
    this.addAll([{ identifier: name, payload: { ...envelope, ...payload }, options }]);
  }

  /** What was tried as often as it may be, with the last error: that may quote what it was about. */
  async forgetGivenUp(olderThanDays: number): Promise<void> {
    await this.connections.query({ text: FORGET, values: [olderThanDays] });
  }

  addAll(jobs: readonly JobSpec[]): void {
    if (jobs.length === 0) return;
    const specs = jobs.map(({ identifier, payload, options }) => ({
      identifier,
      payload,
      run_at: options?.runAt,
      max_attempts: options?.maxAttempts ?? MAX_ATTEMPTS,
      job_key: options?.key,
      priority: options?.priority ?? 0,
    }));
    // The answer is not needed before the end of the transaction.
    const { current } = this.transactions;
    current.enqueue(WRITE, [JSON.stringify(specs)]);
    current.afterCommit(() => this.relay.wake());
  }
}
