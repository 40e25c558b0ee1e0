import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** The people who work for a tenant. */
export class Staff1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_users (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        language text CONSTRAINT staff_users_language CHECK (language IN ('de', 'en')),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT staff_users_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT staff_users_account FOREIGN KEY (tenant_id, id) REFERENCES accounts (tenant_id, id)
      );
      ${tenantTable('staff_users', ['SELECT', 'INSERT', 'UPDATE'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_users');
  }
}
