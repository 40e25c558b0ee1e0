import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = {
  tickets_recent_of_assignee: 'assignee_id, updated_at',
  tickets_recent_of_customer: 'customer_id, updated_at',
  tickets_recent_of_contact: 'contact_id, updated_at',
  tickets_newest_of_customer: 'customer_id, created_at',
};

/** Lists of one colleague, customer or contact, done tickets included: where they had few, all of the tenant were scanned. */
export class TicketListIndexes1700000050800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(INDEXES))
      await runner.query(`CREATE INDEX ${name} ON tickets (tenant_id, ${columns}, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX ${name}`);
  }
}
