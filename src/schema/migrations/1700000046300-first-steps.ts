import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** What of the first steps a tenant does not want to take; whether one has been taken is seen from what there is. */
export class FirstSteps1700000046300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE skipped_first_steps (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        step text NOT NULL,
        CONSTRAINT skipped_first_steps_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT skipped_first_steps_once UNIQUE (tenant_id, step)
      );
      CREATE INDEX outgoing_mails_tests ON outgoing_mails (tenant_id) WHERE template = 'test' AND state = 'SENT';
      ${tenantTable('skipped_first_steps', ['SELECT', 'INSERT', 'DELETE'])}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outgoing_mails_tests; DROP TABLE skipped_first_steps');
  }
}
