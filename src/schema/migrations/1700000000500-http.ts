import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';

/** Answers to be repeated, and the counters of the limits. */
export class Http1700000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        principal_id uuid NOT NULL,
        key text NOT NULL,
        fingerprint text NOT NULL,
        answer text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT idempotency_keys_key UNIQUE (tenant_id, principal_id, key)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
      ${tenantTable('idempotency_keys', ['SELECT', 'INSERT', 'DELETE'])}

      -- Columns and names as the library of the limits expects them. Keys are hashes: no address, no name.
      CREATE TABLE rate_limits (
        key varchar(255) CONSTRAINT rate_limits_pkey PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO ${APP_ROLE};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits, idempotency_keys');
  }
}
