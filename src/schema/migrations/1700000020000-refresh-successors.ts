import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each refresh token was exchanged for, so that the same client can be given the same once more. */
export class RefreshSuccessors1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refresh_tokens ADD COLUMN successor_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refresh_tokens DROP COLUMN successor_id');
  }
}
