import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When staff first answered a ticket: the statistics would look through all comments for it. */
export class FirstAnswers1700000045200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN first_answered_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP COLUMN first_answered_at');
  }
}
