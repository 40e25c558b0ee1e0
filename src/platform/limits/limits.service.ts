import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { PipelinedConnections } from '../database';
import { KeyRing } from '../secrets/key-ring';
import { LeasedLimiter } from './leased-limiter';
import { hashedKey, Limiter } from './limiter';

interface StoreStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Makes limits whose counters are in PostgreSQL, shared by all instances and kept over restarts. */
@Injectable()
export class LimitsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly connections: PipelinedConnections,
    private readonly keys: KeyRing,
  ) {}

  /** A strict limit: every use is counted in the database. */
  limiter(name: string, points: number, seconds: number): Limiter {
    return new Limiter(this.store(name, points, seconds), this.keys);
  }

  /** The limit on requests as such. */
  perMinute(name: string): LeasedLimiter {
    return this.leased(name, this.config.limits.requestsPerMinute, 60);
  }

  /** A limit that is counted in the database by the dozen, for what many do often. */
  leased(name: string, points: number, seconds: number): LeasedLimiter {
    const store = this.store(name, points, seconds);
    // The database gets only a hash of the key: it may be an e-mail or network address.
    const consume = (key: string, taken: number) => store.consume(hashedKey(this.keys, key), taken);
    return new LeasedLimiter({ consume }, points);
  }

  private store(name: string, points: number, seconds: number): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: { query: (statement: StoreStatement) => this.query(statement) },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  }

  /** As the library expects a client of the database to answer. */
  private async query({ text, values }: StoreStatement): Promise<{ rows: object[]; rowCount: number }> {
    const rows = await this.connections.query({ text, values });
    return { rows, rowCount: rows.length };
  }
}
