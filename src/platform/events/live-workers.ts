import type { WorkerUtils } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

/** Namespace of the advisory locks that workers hold while they run. */
const WORKER_LOCK_NAMESPACE = 7_206_102;
const CHECK_EVERY_MS = 5_000;

const HOLD = `SELECT pg_advisory_lock(${WORKER_LOCK_NAMESPACE}, hashtext(worker)) FROM unnest($1::text[]) worker`;
const RELEASE = `SELECT pg_advisory_unlock(${WORKER_LOCK_NAMESPACE}, hashtext(worker)) FROM unnest($1::text[]) worker`;

// A worker whose lock can be taken has terminated. Own workers are excluded, because a session may take a lock twice; and a
// worker that has just started may not hold its lock yet.
const CLAIM_ABANDONED_LOCKS = `
  WITH holders AS MATERIALIZED (
    SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs
    WHERE locked_by <> ALL($1::text[]) AND locked_at < now() - interval '5 seconds'
  )
  SELECT worker FROM holders WHERE pg_try_advisory_lock(${WORKER_LOCK_NAMESPACE}, hashtext(worker))`;

/**
 * Releases the jobs of terminated workers within seconds. The job library would wait four hours, because it cannot detect that a
 * worker has terminated; PostgreSQL can: the advisory locks of a session end with it.
 */
export class LiveWorkers {
  private readonly own = new Set<string>();
  private session?: PoolClient;
  private timer?: NodeJS.Timeout;
  private checking?: Promise<void>;

  constructor(
    private readonly pool: Pool,
    private readonly utils: WorkerUtils,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Checks now and then every few seconds. */
  async watch(): Promise<void> {
    await this.check();
    this.timer = setInterval(() => void this.check(), CHECK_EVERY_MS);
    this.timer.unref();
  }

  /** From now on this worker counts as live, for as long as the program runs. */
  async add(worker: string): Promise<void> {
    this.own.add(worker);
    try {
      await this.session?.query(HOLD, [[worker]]);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The worker has ended: the jobs that it still held are released with the next check. */
  async remove(worker: string): Promise<void> {
    this.own.delete(worker);
    await this.session?.query(RELEASE, [[worker]]);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
    this.endSession();
  }

  /** One at a time: two concurrent checks would leak one of their sessions. */
  private check(): Promise<void> {
    this.checking ??= this.releaseAbandoned().finally(() => {
      this.checking = undefined;
    });
    return this.checking;
  }

  private async releaseAbandoned(): Promise<void> {
    try {
      const session = this.session ?? (await this.beginSession());
      const { rows } = await session.query<{ worker: string }>(CLAIM_ABANDONED_LOCKS, [[...this.own]]);
      if (rows.length === 0) return;
      const terminated = rows.map(({ worker }) => worker);
      await this.utils.forceUnlockWorkers(terminated);
      await session.query(RELEASE, [terminated]);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The database is away: the next check begins a new session, which holds the locks of all. */
  private fail(error: unknown): void {
    this.endSession();
    this.onError(error);
  }

  private async beginSession(): Promise<PoolClient> {
    this.session = await this.pool.connect();
    await this.session.query(HOLD, [[...this.own]]);
    return this.session;
  }

  private endSession(): void {
    this.session?.release(true);
    this.session = undefined;
  }
}
