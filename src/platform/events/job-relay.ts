import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Pool } from 'pg';

/** Jobs that a program left in the outbox when it was killed are found by the others within so long. */
const POLL_EVERY_MS = 2_000;
const BATCH = 1_000;
/** What is committed within so long after a hand-over goes with the next: each costs a transaction, and wakes workers. */
const BATCH_MS = 50;

const ANY_LEFT = 'SELECT EXISTS (SELECT FROM job_outbox) AS found';

// Only the last of several with the same key counts: the job library replaces what it has, but not within one call. Another
// hand-over may have taken what was seen waiting; the library would announce no jobs at all to every worker.
const RELAY = `
  WITH taken AS (
    DELETE FROM job_outbox WHERE id IN (SELECT id FROM job_outbox ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id, identifier, payload, run_at, max_attempts, job_key, priority
  ), jobs AS (
    SELECT DISTINCT ON (coalesce(job_key, id::text)) * FROM taken ORDER BY coalesce(job_key, id::text), id DESC
  )
  SELECT taken, CASE WHEN taken > 0 THEN (
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT json_populate_record(NULL::graphile_worker.job_spec, to_json(jobs)) FROM jobs ORDER BY id))
  ) END AS added
  FROM (SELECT count(*)::int AS taken FROM taken) AS outbox`;

/**
 * Hands jobs from the outbox, where they were written in a business transaction, to the job library. The library tells its
 * workers of new jobs with NOTIFY, and transactions with one commit one after the other, in the whole server: so it is done
 * here, for many jobs at once, and no business transaction waits for it (see docs/adr/0010).
 */
@Injectable()
export class JobRelay implements BeforeApplicationShutdown {
  private readonly log = new Logger(JobRelay.name);
  private pool?: Pool;
  private timer?: NodeJS.Timeout;
  private relaying: Promise<void> = Promise.resolve();
  private isRelaying = false;
  private isAskedAgain = false;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /** For a program with workers: it hands jobs over on their connections, and those that others have left behind. */
  start(pool: Pool): void {
    this.pool = pool;
    this.timer = setInterval(() => void this.poll(), POLL_EVERY_MS);
    this.timer.unref();
    this.wake();
  }

  /** To be called after the commit. Calls during a handover are served with the next batch. */
  wake(): void {
    this.isAskedAgain = true;
    if (!this.isRelaying) this.relaying = this.relay();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.relaying;
    this.pool = undefined;
  }

  /** A command that ends at once has handed its jobs over before. */
  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  private async relay(): Promise<void> {
    this.isRelaying = true;
    try {
      while (this.pool && this.isAskedAgain) {
        this.isAskedAgain = false;
        const { rows } = await this.pool.query<{ taken: number }>(RELAY);
        if (rows[0]?.taken === BATCH) this.isAskedAgain = true;
        else await sleep(BATCH_MS);
      }
    } catch (err) {
      this.log.warn({ msg: 'Jobs stay in the outbox until the next attempt.', err });
    } finally {
      this.isRelaying = false;
    }
  }

  private async poll(): Promise<void> {
    const left = await this.pool?.query<{ found: boolean }>(ANY_LEFT).catch(() => undefined);
    if (left?.rows[0]?.found) this.wake();
  }
}
