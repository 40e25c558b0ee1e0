import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/** What staff upload before they write is seen by whoever sees the comment that it then belongs to. */
export class StaffUploads1700000044100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE (visibility) ON ticket_attachments TO ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (visibility) ON ticket_attachments FROM ${APP_ROLE}`);
  }
}
