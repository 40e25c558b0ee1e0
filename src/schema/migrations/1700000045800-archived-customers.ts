import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers that are none any more, and the accesses of their people that rest with them. */
export class ArchivedCustomers1700000045800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE customers ADD COLUMN archived_at timestamptz');
    await runner.query(
      'CREATE INDEX customers_archived ON customers (tenant_id, sort_name, id) WHERE archived_at IS NOT NULL',
    );
    await runner.query('ALTER TABLE accounts ADD COLUMN suspended_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts DROP COLUMN suspended_at');
    await runner.query('ALTER TABLE customers DROP COLUMN archived_at');
  }
}
