import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails of which many are wanted at once leave one after the other. */
export class PacedMails1700000045500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outgoing_mails ADD COLUMN not_before timestamptz;
      CREATE INDEX outgoing_mails_paced ON outgoing_mails (tenant_id, not_before) WHERE not_before IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX outgoing_mails_paced;
      ALTER TABLE outgoing_mails DROP COLUMN not_before`);
  }
}
