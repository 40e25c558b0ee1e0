import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what people recognise their sessions: when, from where and with what each was last renewed. */
export class SessionClients1700000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN renewed_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN address text, ADD COLUMN user_agent text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE sessions DROP COLUMN renewed_at, DROP COLUMN address, DROP COLUMN user_agent',
    );
  }
}
