import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Filters that staff have given a name follow them to every browser. */
export class SavedTicketFilters1700000049000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_ticket_filters (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        filters jsonb NOT NULL,
        CONSTRAINT saved_ticket_filters_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT saved_ticket_filters_staff_user FOREIGN KEY (tenant_id, id)
          REFERENCES staff_users (tenant_id, id) ON DELETE CASCADE
      );
      ${tenantTable('saved_ticket_filters')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_ticket_filters');
  }
}
