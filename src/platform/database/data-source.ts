import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';

export interface ConnectionOptions {
  readonly url: string;
  readonly poolSize: number;
  /** For requests; else for the owner, who migrates and can wait. */
  readonly serves: boolean;
  /** Whether a pooler answers, which takes no settings at the start of a connection: the login has them (`grantApplicationRole`). */
  readonly pooled?: boolean;
  /** Whether Citus answers. */
  readonly distributed?: boolean;
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
  readonly statement_timeout?: number;
  readonly lock_timeout?: number;
  readonly idle_in_transaction_session_timeout?: number;
}

/** Nothing waits for long, in milliseconds. */
const TIMEOUTS = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 30_000,
};

/**
 * Each statement is planned once on a connection. Left alone, PostgreSQL takes a plan for any list of ids for dearer than
 * one for the single id in it and plans anew each time, which costs more than running it. Searches, where the words matter,
 * are planned anew in their functions; statuses, for which there are indexes, are written out (`oneOf`).
 */
const ONE_PLAN = { plan_cache_mode: 'force_generic_plan' };

/** Citus looks for the shard by the value of the tenant, and passes the tenant of the transaction on to its workers. */
const ROUTED = { 'citus.propagate_set_commands': 'local' };

type Settings = Readonly<Record<string, string | number>>;

/** What holds for the program's login where a connection cannot bring it along, nor pass it on to workers. */
export function loginSettings(distributed: boolean): Settings {
  return { ...TIMEOUTS, ...(distributed ? ROUTED : ONE_PLAN) };
}

/** What holds for every connection that serves requests: nothing waits for long. The login itself has no more rights than the program. */
export function connectionSettings({
  url,
  poolSize,
  serves,
  pooled = false,
  distributed = false,
}: ConnectionOptions): ConnectionSettings {
  const settings: Settings = { ...(distributed && ROUTED), ...(serves && !distributed && ONE_PLAN) };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return {
    connectionString: url,
    max: poolSize,
    application_name: serves ? 'kundenportal' : 'kundenportal-owner',
    // Statements are sent without waiting for the answers to those before; see docs/adr/0007.
    pipeline: true,
    connectionTimeoutMillis: serves ? 2_000 : 20_000,
    // Requests after an idle hour find connections whose statements are prepared; renewal keeps them from growing for ever.
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: 3_600,
    ...(!pooled && { ...TIMEOUTS, options: options.join(' ') || undefined }),
  };
}

/** The options of the one data source; entities and migrations are found by their file names. */
export function dataSourceOptions(options: ConnectionOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url: options.url,
    entities: [join(__dirname, '../../**/*.entity.{js,ts}')],
    migrations: [join(__dirname, '../../schema/migrations/*.{js,ts}')],
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
