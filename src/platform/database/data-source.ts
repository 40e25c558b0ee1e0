import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { APP_ROLE } from './app-role';

export interface ConnectionOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Take the unprivileged role on every connection; off for the owner, who migrates. */
  readonly asAppRole: boolean;
}

/** The options of the one data source; entities and migrations are found by their file names. */
export function dataSourceOptions({ url, poolSize, asAppRole }: ConnectionOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'kundenportal',
    entities: [join(__dirname, '../../**/*.entity.{js,ts}')],
    migrations: [join(__dirname, 'migrations/*.{js,ts}')],
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    connectTimeoutMS: 2_000,
    extra: {
      options: asAppRole ? `-c role=${APP_ROLE}` : undefined,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    // A driver that reports an idle connection's death keeps the program alive when the database restarts.
    poolErrorHandler: () => undefined,
  };
}

export function createDataSource(options: ConnectionOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}
