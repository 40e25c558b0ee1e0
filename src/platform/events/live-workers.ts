import type { WorkerUtils } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';

/** Namespace of the advisory locks by which workers show that they live. */
const LIVING_WORKER = 7_206_102;
const CHECK_EVERY_MS = 5_000;

const HOLD = `SELECT pg_advisory_lock(${LIVING_WORKER}, hashtext(worker)) FROM unnest($1::text[]) worker`;
const RELEASE = `SELECT pg_advisory_unlock(${LIVING_WORKER}, hashtext(worker)) FROM unnest($1::text[]) worker`;

// Whose lock can be taken is dead. One's own could be taken as well, because a session may take a lock twice; and somebody
// who has just started may not hold theirs yet.
const TAKE_LOCKS_OF_DEAD = `
  WITH holders AS MATERIALIZED (
    SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs
    WHERE locked_by <> ALL($1::text[]) AND locked_at < now() - interval '5 seconds'
  )
  SELECT worker FROM holders WHERE pg_try_advisory_lock(${LIVING_WORKER}, hashtext(worker))`;

/**
 * Gives back the jobs of workers that are dead, within seconds. The job library would wait four hours, because it cannot know
 * that a worker is dead; PostgreSQL can: the advisory locks of a session end with it.
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

  /** From now on this worker counts as living, for as long as the program does. */
  async add(worker: string): Promise<void> {
    this.own.add(worker);
    try {
      await this.session?.query(HOLD, [[worker]]);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The worker has ended: what it has left behind is given back with the next check. */
  async remove(worker: string): Promise<void> {
    this.own.delete(worker);
    await this.session?.query(RELEASE, [[worker]]);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
    this.endSession();
  }

  /** One at a time: two that begin a session would leave one of them behind. */
  private check(): Promise<void> {
    this.checking ??= this.giveBack().finally(() => {
      this.checking = undefined;
    });
    return this.checking;
  }

  private async giveBack(): Promise<void> {
    try {
      const session = this.session ?? (await this.beginSession());
      const { rows } = await session.query<{ worker: string }>(TAKE_LOCKS_OF_DEAD, [[...this.own]]);
      if (rows.length === 0) return;
      const dead = rows.map(({ worker }) => worker);
      await this.utils.forceUnlockWorkers(dead);
      await session.query(RELEASE, [dead]);
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
