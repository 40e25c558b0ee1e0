import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Mails that leave after the transaction that caused them, and what became of them. */
export class Mails1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_mails (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        template text NOT NULL,
        about uuid NOT NULL,
        payload jsonb NOT NULL,
        dedupe_key text,
        state text NOT NULL DEFAULT 'QUEUED'
          CONSTRAINT outgoing_mails_state CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'SUPPRESSED')),
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        CONSTRAINT outgoing_mails_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT outgoing_mails_dedupe_key UNIQUE (tenant_id, dedupe_key)
      );
      CREATE INDEX outgoing_mails_about ON outgoing_mails (tenant_id, about, template, id);
      ${tenantTable('outgoing_mails', ['SELECT', 'INSERT', 'UPDATE'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mails');
  }
}
