import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { JobsInHand } from './jobs-in-hand';

/** Namespace of the advisory locks by which workers show that they live. */
const LIVING_WORKER = 7_206_102;
const EVERY_MS = 5_000;

const HOLD = `SELECT pg_advisory_lock(${LIVING_WORKER}, hashtext(worker)) FROM unnest($1::text[]) worker`;

// Whoever's lock can be had is dead. One's own could be had as well, because a session may take a lock twice; and
// somebody who has just begun may not hold theirs yet.
const TAKE_LOCKS_OF_DEAD = `
  WITH holders AS MATERIALIZED (
    SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs
    WHERE locked_by <> ALL($1::text[]) AND locked_at < now() - interval '5 seconds'
  )
  SELECT worker FROM holders WHERE pg_try_advisory_lock(${LIVING_WORKER}, hashtext(worker))`;

const GIVE_JOBS_BACK = `SELECT graphile_worker.force_unlock_workers($1::text[])`;
const LET_GO = `SELECT pg_advisory_unlock(${LIVING_WORKER}, hashtext(worker)) FROM unnest($1::text[]) worker`;

// Whose connection broke when they were handed out: locked in the name of somebody living who has never seen them.
const GIVE_UNSEEN_BACK = `
  UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL, attempts = greatest(0, attempts - 1)
  WHERE locked_by = ANY($1::text[]) AND id <> ALL($2::bigint[]) AND locked_at < now() - interval '10 seconds'`;

/**
 * Gives jobs back that nobody works on, within seconds. The job library would wait four hours, because it cannot know that
 * a worker is dead; PostgreSQL can: the locks of a session end with it.
 */
export class AbandonedJobs {
  readonly events: WorkerEvents = new EventEmitter();
  private readonly own: string[] = [];
  private readonly inHand = new JobsInHand(this.events);
  private session?: PoolClient;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly pool: Pool,
    private readonly onError: (error: unknown) => void,
  ) {
    // Jobs are locked in the name of the whole pool.
    this.events.on('pool:create', ({ workerPool }) => this.own.push(workerPool.id));
  }

  /** Looks now and then every few seconds. */
  async watch(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.session?.release(true);
    this.session = undefined;
  }

  private async look(): Promise<void> {
    try {
      const session = this.session ?? (await this.begin());
      await session.query(GIVE_UNSEEN_BACK, [this.own, this.inHand.ids]);
      const { rows } = await session.query<{ worker: string }>(TAKE_LOCKS_OF_DEAD, [this.own]);
      if (rows.length === 0) return;
      const dead = rows.map(({ worker }) => worker);
      await session.query(GIVE_JOBS_BACK, [dead]);
      await session.query(LET_GO, [dead]);
    } catch (error) {
      // The database is away: the next look begins a new session.
      this.session?.release(true);
      this.session = undefined;
      this.onError(error);
    }
  }

  private async begin(): Promise<PoolClient> {
    const session = await this.pool.connect();
    this.session = session;
    await session.query(HOLD, [this.own]);
    return session;
  }
}
