import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/** People who are forgotten: their name leaves what others keep of them, and nothing else there can be changed. */
export class ErasedContacts1700000045900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contacts ADD COLUMN erased_at timestamptz, ADD COLUMN kept_name text, ADD COLUMN kept_until date,
        ADD CONSTRAINT contacts_kept CHECK ((kept_name IS NULL) = (kept_until IS NULL));
      CREATE INDEX contacts_kept_until ON contacts (tenant_id, kept_until) WHERE kept_until IS NOT NULL;

      GRANT UPDATE (author_name) ON ticket_comments TO ${APP_ROLE};
      GRANT UPDATE (actor_name, old_value, new_value) ON ticket_history TO ${APP_ROLE};
      GRANT UPDATE (uploaded_by_name) ON ticket_attachments TO ${APP_ROLE};
      CREATE INDEX ticket_comments_of_contact ON ticket_comments (tenant_id, author_id) WHERE author_kind = 'CONTACT';
      CREATE INDEX ticket_history_of_contact ON ticket_history (tenant_id, actor_id) WHERE actor_kind = 'CONTACT';
      CREATE INDEX ticket_attachments_of_contact ON ticket_attachments (tenant_id, uploaded_by_id)
        WHERE uploaded_by_kind = 'CONTACT';
      CREATE INDEX registrations_of_contact ON registrations (tenant_id, contact_id) WHERE contact_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX registrations_of_contact, ticket_attachments_of_contact, ticket_history_of_contact,
        ticket_comments_of_contact;
      REVOKE UPDATE (uploaded_by_name) ON ticket_attachments FROM ${APP_ROLE};
      REVOKE UPDATE (actor_name, old_value, new_value) ON ticket_history FROM ${APP_ROLE};
      REVOKE UPDATE (author_name) ON ticket_comments FROM ${APP_ROLE};
      ALTER TABLE contacts DROP COLUMN kept_until, DROP COLUMN kept_name, DROP COLUMN erased_at`);
  }
}
