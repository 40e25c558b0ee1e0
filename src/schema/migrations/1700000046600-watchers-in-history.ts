import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAME_PERSONS = `
  UPDATE ticket_history h SET person_id = c.id
  FROM tickets t, contacts c
  WHERE h.tenant_id = $1 AND h.event IN ('WATCHER_ADDED', 'WATCHER_REMOVED')
    AND t.tenant_id = $1 AND t.id = h.ticket_id
    AND c.tenant_id = $1 AND (c.customer_id = t.customer_id OR t.customer_id = ANY(c.former_customer_ids))
    AND concat_ws(' ', c.first_name, c.last_name) = coalesce(h.new_value, h.old_value)`;

/** Entries about watchers say whose name they hold, so that one who is erased is not taken for a namesake, whatever the name was then. */
export class WatchersInHistory1700000046600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_history ADD COLUMN person_id uuid');
    const tenants = (await runner.query('SELECT id FROM tenants ORDER BY id')) as { id: string }[];
    for (const { id } of tenants) {
      // Row-level security binds the owner, too.
      await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [id]);
      await runner.query(NAME_PERSONS, [id]);
    }
    await runner.query('DROP INDEX ticket_history_watchers_removed, ticket_history_watchers_added');
    await runner.query(
      'CREATE INDEX ticket_history_about_person ON ticket_history (tenant_id, person_id) WHERE person_id IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ticket_history_about_person;
      CREATE INDEX ticket_history_watchers_added ON ticket_history (tenant_id, new_value) WHERE event = 'WATCHER_ADDED';
      CREATE INDEX ticket_history_watchers_removed ON ticket_history (tenant_id, old_value)
        WHERE event = 'WATCHER_REMOVED';
      ALTER TABLE ticket_history DROP COLUMN person_id`);
  }
}
