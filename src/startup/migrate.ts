import { runMigrations as runJobMigrations } from 'graphile-worker';
import { ConfigError } from '../config/config';
import { APP_ROLE } from '../schema/app-role';
import { createDataSource } from '../platform/database';
import { distribute } from './distribute';
import { grantApplicationRole, type ProgramLogin } from './program-login';

/** One migration at a time, however many instances start together. */
const MIGRATION_LOCK = 7_206_101;

const NOT_PERMITTED = '42501';

export interface Migration extends ProgramLogin {
  /** Whether tables of tenants that are not spread over the workers of Citus yet are spread now. */
  readonly distributed?: boolean;
}

/**
 * Brings the schema up to date as its owner. Safe to call from several instances at once.
 * @param ownerUrl login that owns the schema and may create roles
 * @param migration the login of the program is let into its unprivileged role
 * @returns what the program logs in with
 * @throws ConfigError where the owner may not do it
 */
export async function migrate(
  ownerUrl: string,
  { distributed = false, ...program }: Migration = {},
): Promise<string> {
  const dataSource = createDataSource({ url: ownerUrl, poolSize: 2, serves: false, distributed });
  await dataSource.initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query(
      'SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0',
    );
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runJobMigrations({ connectionString: ownerUrl });
    await dataSource.runMigrations({ transaction: 'each' });
    await guard.query(grantJobs);
    if (distributed) await distribute(guard);
    await guard.startTransaction();
    const url = await grantApplicationRole(guard, ownerUrl, program);
    await guard.commitTransaction();
    return url;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code !== NOT_PERMITTED) throw error;
    throw new ConfigError(
      `The owner's database login may not do what bringing the schema up to date takes: ${message}. It must own the ` +
        'database and be allowed to create roles (ALTER ROLE ... CREATEROLE); see docs/operations.md.',
    );
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release().catch(() => undefined);
    await dataSource.destroy();
  }
}

/** The job library protects its tables by row-level security without policies; the program's role gets one for each. */
const grantJobs = `
DO $$
DECLARE t text;
BEGIN
  GRANT USAGE ON SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT ALL ON ALL TABLES IN SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT ALL ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${APP_ROLE};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${APP_ROLE};
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'graphile_worker' AND rowsecurity
  LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = 'graphile_worker' AND tablename = t) THEN
      EXECUTE format('CREATE POLICY portal ON graphile_worker.%I TO ${APP_ROLE} USING (true) WITH CHECK (true)', t);
    END IF;
  END LOOP;
END $$`;
