import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** What contacts have not seen yet of their tickets: few rows, so that counting them costs the same at any size. */
export class UnreadTickets1700000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unread_tickets (
        tenant_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        activity_at timestamptz NOT NULL,
        CONSTRAINT unread_tickets_pkey PRIMARY KEY (tenant_id, contact_id, ticket_id),
        CONSTRAINT unread_tickets_contact FOREIGN KEY (tenant_id, contact_id)
          REFERENCES contacts (tenant_id, id) ON DELETE CASCADE,
        CONSTRAINT unread_tickets_ticket FOREIGN KEY (tenant_id, ticket_id)
          REFERENCES tickets (tenant_id, id) ON DELETE CASCADE
      );
      CREATE INDEX unread_tickets_of_ticket ON unread_tickets (tenant_id, ticket_id);
      ${tenantTable('unread_tickets')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unread_tickets');
  }
}
