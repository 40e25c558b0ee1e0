import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of browsers: one secret for the whole session, in a cookie, in place of tokens that are renewed. */
export class BrowserSessions1700000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN secret_hash text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN secret_hash');
  }
}
