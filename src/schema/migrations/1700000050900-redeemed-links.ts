import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever opens a link again is told that it has done its work; of links from before that is not known. */
export class RedeemedLinks1700000050900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE one_time_tokens ADD COLUMN redeemed boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE one_time_tokens DROP COLUMN redeemed');
  }
}
