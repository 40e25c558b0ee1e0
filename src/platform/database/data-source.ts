import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { APP_ROLE } from './app-role';

export interface ConnectionOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Take the unprivileged role on every connection; off for the owner, who migrates. */
  readonly asAppRole: boolean;
}

interface ConnectionSettings {
  readonly connectionString: string;
  readonly max: number;
  readonly options?: string;
  readonly application_name: string;
  readonly pipeline: boolean;
  readonly connectionTimeoutMillis: number;
  readonly idleTimeoutMillis: number;
  readonly maxLifetimeSeconds: number;
  readonly statement_timeout: number;
  readonly lock_timeout: number;
  readonly idle_in_transaction_session_timeout: number;
}

/**
 * Each statement is planned once on a connection. Left alone, PostgreSQL takes a plan for any list of ids for dearer than
 * one for the single id in it and plans anew each time, which costs more than running it. Searches, where the words matter,
 * are planned anew in their functions; statuses, for which there are indexes, are written out (`oneOf`).
 */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan';

/** What holds for every connection that serves requests: nothing waits for long. */
export function connectionSettings({ url, poolSize, asAppRole }: ConnectionOptions): ConnectionSettings {
  return {
    connectionString: url,
    max: poolSize,
    options: asAppRole ? `-c role=${APP_ROLE} ${ONE_PLAN}` : undefined,
    application_name: 'kundenportal',
    // Statements are sent without waiting for the answers to those before; see shared-connections.ts.
    pipeline: true,
    connectionTimeoutMillis: 2_000,
    // Who comes after a quiet hour finds connections whose statements are prepared; renewed, they do not grow for ever.
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: 3_600,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
  };
}

/** The options of the one data source; entities and migrations are found by their file names. */
export function dataSourceOptions(options: ConnectionOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    entities: [join(__dirname, '../../**/*.entity.{js,ts}')],
    migrations: [join(__dirname, 'migrations/*.{js,ts}')],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: connectionSettings(options),
    // A driver that reports an idle connection's death keeps the program alive when the database restarts.
    poolErrorHandler: () => undefined,
  };
}

export function createDataSource(options: ConnectionOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}
