import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets that go on in another one. What was written stays where it was written. */
export class MergedTickets1700000046100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets ADD COLUMN merged_into_id uuid,
        ADD CONSTRAINT tickets_merged_into FOREIGN KEY (tenant_id, merged_into_id) REFERENCES tickets (tenant_id, id);
      CREATE INDEX tickets_merged ON tickets (tenant_id, merged_into_id) WHERE merged_into_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP COLUMN merged_into_id');
  }
}
