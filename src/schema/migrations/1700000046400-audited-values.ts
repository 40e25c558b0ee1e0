import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was so before a change, beside what has been so since. */
export class AuditedValues1700000046400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit_entries ADD COLUMN before jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE audit_entries DROP COLUMN before');
  }
}
