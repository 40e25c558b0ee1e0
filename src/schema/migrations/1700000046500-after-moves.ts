import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What erasing somebody needs who has been at other customers before, and when a mail was last tried. */
export class AfterMoves1700000046500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contacts ADD COLUMN former_customer_ids uuid[] NOT NULL DEFAULT '{}';
      CREATE INDEX contacts_erased ON contacts (tenant_id, erased_at) WHERE erased_at IS NOT NULL;
      ALTER TABLE outgoing_mails ADD COLUMN last_attempt_at timestamptz;
      CREATE INDEX orders_answered ON orders (tenant_id, answered_by_id) WHERE answered_by_id IS NOT NULL;
      CREATE INDEX ticket_history_watchers_added ON ticket_history (tenant_id, new_value) WHERE event = 'WATCHER_ADDED';
      CREATE INDEX ticket_history_watchers_removed ON ticket_history (tenant_id, old_value)
        WHERE event = 'WATCHER_REMOVED';

      -- Nobody finds those who are forgotten.
      CREATE FUNCTION remove_erased_contact_from_search() RETURNS trigger LANGUAGE plpgsql
      SET search_path = public, pg_temp AS $$
      BEGIN
        DELETE FROM contact_search s WHERE s.tenant_id = NEW.tenant_id AND s.contact_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER remove_erased_from_search AFTER UPDATE OF erased_at ON contacts
        FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION remove_erased_contact_from_search()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER remove_erased_from_search ON contacts;
      DROP FUNCTION remove_erased_contact_from_search();
      DROP INDEX ticket_history_watchers_removed, ticket_history_watchers_added, orders_answered, contacts_erased;
      ALTER TABLE outgoing_mails DROP COLUMN last_attempt_at;
      ALTER TABLE contacts DROP COLUMN former_customer_ids`);
  }
}
