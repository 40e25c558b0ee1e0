import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** First steps whose traces are thrown away in time, and that stay done. */
export class DoneFirstSteps1700000047300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE done_first_steps (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        step text NOT NULL,
        CONSTRAINT done_first_steps_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT done_first_steps_once UNIQUE (tenant_id, step)
      );
      ${tenantTable('done_first_steps', ['SELECT', 'INSERT'])}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE done_first_steps');
  }
}
