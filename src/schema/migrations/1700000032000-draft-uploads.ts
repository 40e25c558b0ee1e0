import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/** Files that are uploaded before the ticket or the comment that they belong to is written: attachments of no ticket yet. */
export class DraftUploads1700000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ticket_attachments ALTER COLUMN ticket_id DROP NOT NULL;
      CREATE INDEX ticket_attachments_drafts ON ticket_attachments (tenant_id, created_at) WHERE ticket_id IS NULL;
      GRANT UPDATE (ticket_id, comment_id) ON ticket_attachments TO ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM ticket_attachments WHERE ticket_id IS NULL;
      REVOKE UPDATE (ticket_id, comment_id) ON ticket_attachments FROM ${APP_ROLE};
      DROP INDEX ticket_attachments_drafts;
      ALTER TABLE ticket_attachments ALTER COLUMN ticket_id SET NOT NULL`);
  }
}
