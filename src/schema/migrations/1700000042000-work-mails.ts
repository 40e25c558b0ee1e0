import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** What staff hear of by mail, and when; whoever is there already hears from now on, at once. */
export class WorkMails1700000042000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_mail_choices (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_user_id uuid NOT NULL,
        topic text NOT NULL CONSTRAINT work_mail_choices_topic
          CHECK (topic IN ('UNASSIGNED_TICKETS', 'MY_TICKETS', 'INBOX')),
        timing text NOT NULL CONSTRAINT work_mail_choices_timing CHECK (timing IN ('AT_ONCE', 'DAILY', 'NEVER')),
        told_until timestamptz NOT NULL,
        CONSTRAINT work_mail_choices_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT work_mail_choices_of_staff_user UNIQUE (tenant_id, staff_user_id, topic),
        CONSTRAINT work_mail_choices_staff_user FOREIGN KEY (tenant_id, staff_user_id)
          REFERENCES staff_users (tenant_id, id) ON DELETE CASCADE
      );
      INSERT INTO work_mail_choices (tenant_id, id, staff_user_id, topic, timing, told_until)
        SELECT u.tenant_id, gen_random_uuid(), u.id, topic, 'AT_ONCE', now()
        FROM staff_users u, unnest(ARRAY['UNASSIGNED_TICKETS', 'MY_TICKETS', 'INBOX']) topic;
      ${tenantTable('work_mail_choices')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE work_mail_choices');
  }
}
