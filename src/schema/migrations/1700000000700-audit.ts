import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** The audit log: the program may add to it and read it, nothing else. */
export class Audit1700000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        actor_name text,
        action text NOT NULL,
        object_type text NOT NULL,
        object_id uuid NOT NULL,
        changes jsonb NOT NULL,
        reason text,
        correlation_id text,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (tenant_id, id)
      );
      CREATE INDEX audit_entries_newest ON audit_entries (tenant_id, occurred_at, id);
      CREATE INDEX audit_entries_object ON audit_entries (tenant_id, object_id, occurred_at);
      ${tenantTable('audit_entries', ['SELECT', 'INSERT'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries');
  }
}
