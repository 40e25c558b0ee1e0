import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that have not left, to be listed and counted whatever has. */
export class UndeliveredMails1700000046200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outgoing_mails_undelivered ON outgoing_mails (tenant_id, created_at, id)
        WHERE state IN ('QUEUED', 'FAILED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outgoing_mails_undelivered');
  }
}
