import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mails with a comment that have not left, to be shown beside it; a mail that leaves at once is never in this index. */
export class UndeliveredMailsOfComments1700000049700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outgoing_mails_of_comment ON outgoing_mails (tenant_id, (payload->>'commentId'))
        WHERE state IN ('QUEUED', 'FAILED') AND last_error IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outgoing_mails_of_comment');
  }
}
