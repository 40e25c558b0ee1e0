import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Pool } from 'pg';
import { type Config, ConfigError } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import type { Actor } from '../context/actor';
import { currentContext } from '../context/context';
import { PipelinedConnections } from './pipelined-connections';
import { servingPool } from './serving-pool';
import type { Statement } from './statement';
import { tenantCondition } from './tenant-scope';
import { assertUnprivileged } from './unprivileged-login';

const CHECK_EVERY_MS = 1_000;
const MAX_TRIES = 5;
/** A replica that is further behind is not asked. */
const MAX_LAG_MS = 5_000;
const MAX_REMEMBERED = 50_000;

const WRITES_SEEN = `SELECT writes FROM write_marks t WHERE ${tenantCondition('t')} AND principal_id = $2`;

// A transaction that has changed nothing has no id.
const COUNT_UP = `INSERT INTO write_marks (tenant_id, principal_id, writes)
  SELECT $1::uuid, $2::uuid, 1 WHERE pg_current_xact_id_if_assigned() IS NOT NULL
  ON CONFLICT (tenant_id, principal_id) DO UPDATE SET writes = write_marks.writes + 1`;

/**
 * A streaming replica that answers the single reads of requests that only read. Everybody sees what they have written
 * themselves: each transaction that changes something counts up a mark of its principal, a transaction becomes visible as
 * a whole, so a replica that shows the mark shows the change. Who has written more than the replica has is answered by the
 * primary. Sessions are always checked there.
 */
@Injectable()
export class ReadReplica implements OnModuleInit, OnApplicationShutdown {
  private readonly pool?: Pool;
  private readonly connections?: PipelinedConnections;
  /** Positions of the primary's log, the oldest first. */
  private readonly samples: { readonly at: number; readonly position: string }[] = [];
  /** Marks that the replica has shown; it never goes back. */
  private readonly seen = new Map<string, number>();
  private usable = false;
  /** Its login has been looked at; the server may have been away until now. */
  private trusted = false;
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(CONFIG) { database }: Config,
    private readonly primary: Pool,
  ) {
    if (!database.replicaUrl) return;
    const { replicaUrl: url, directUrl, poolSize } = database;
    const pooled = directUrl !== undefined;
    this.pool = servingPool({ url, poolSize, serves: true, pooled });
    this.connections = new PipelinedConnections(this.pool);
  }

  async onModuleInit(): Promise<void> {
    if (!this.pool) return;
    for (let tries = 1; !this.trusted; tries++) {
      try {
        await this.trust(this.pool);
      } catch (error) {
        if (!(error instanceof ConfigError)) break;
        // What the login was granted just now on the primary may not have come over yet.
        if (tries === MAX_TRIES) throw error;
        await sleep(CHECK_EVERY_MS);
      }
    }
    await this.watch(this.pool);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.pool?.end();
  }

  /** What a transaction of the acting principal runs at its end, where there is a replica. */
  get mark(): Statement | undefined {
    const actor = currentContext()?.actor;
    return this.pool && actor ? { text: COUNT_UP, values: [actor.tenantId, actor.id] } : undefined;
  }

  /** Answers from the replica where it may; nothing where the primary has to. */
  async query<Row extends object>(
    tenantId: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[] | undefined> {
    const { readsOnly, actor } = currentContext() ?? {};
    if (!this.connections || !this.usable || !readsOnly || !actor) return undefined;
    try {
      if (!(await this.shows(this.connections, actor))) return undefined;
      return await this.connections.queryFor<Row>(tenantId, { text: sql, values: parameters });
    } catch {
      // Away, or the statement collided with the replay: the primary is asked, and reports what is wrong with it, if so.
      this.usable = false;
      return undefined;
    }
  }

  private async shows(connections: PipelinedConnections, { tenantId, id, writes }: Actor): Promise<boolean> {
    if (writes <= (this.seen.get(id) ?? 0)) return true;
    const [mark] = await connections.queryFor<{ writes: string }>(tenantId, {
      text: WRITES_SEEN,
      values: [tenantId, id],
    });
    if (this.seen.size >= MAX_REMEMBERED) this.seen.clear();
    this.seen.set(id, Number(mark?.writes ?? 0));
    return writes <= Number(mark?.writes ?? 0);
  }

  /** @throws ConfigError where its login has rights that the program must not have */
  private async trust(pool: Pool): Promise<void> {
    await assertUnprivileged(async (sql) => (await pool.query(sql)).rows as []);
    this.trusted = true;
  }

  /** The replica is good for as long as it has replayed what the primary had written some seconds ago. */
  private async watch(pool: Pool): Promise<void> {
    try {
      const { rows: positions } = await this.primary.query<{ position: string }>(
        'SELECT pg_current_wal_lsn()::text AS position',
      );
      for (const { position } of positions) this.samples.push({ at: Date.now(), position });
      while ((this.samples[1]?.at ?? Infinity) < Date.now() - MAX_LAG_MS) this.samples.shift();
      if (!this.trusted) await this.trust(pool);
      const { rows } = await pool.query<{ good: boolean }>(
        'SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::pg_lsn AS good',
        [this.samples[0]?.position ?? null],
      );
      this.usable = rows[0]?.good === true;
    } catch (error) {
      if (error instanceof ConfigError) new Logger(ReadReplica.name).error(error.message);
      this.usable = false;
    }
    this.timer = setTimeout(() => void this.watch(pool), CHECK_EVERY_MS).unref();
  }
}
