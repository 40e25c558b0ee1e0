import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Some jobs wait for all others that are due; instances from before write none, which is 0. */
export class JobPriority1700000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE job_outbox ADD COLUMN priority smallint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE job_outbox DROP COLUMN priority');
  }
}
