import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Where a company often has things delivered. */
export class DeliveryAddresses1700000038500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delivery_addresses (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        customer_id uuid NOT NULL,
        label text NOT NULL,
        address jsonb NOT NULL,
        is_default boolean NOT NULL,
        CONSTRAINT delivery_addresses_pkey PRIMARY KEY (tenant_id, id),
        CONSTRAINT delivery_addresses_customer FOREIGN KEY (tenant_id, customer_id)
          REFERENCES customers (tenant_id, id) ON DELETE CASCADE
      );
      CREATE INDEX delivery_addresses_of_customer ON delivery_addresses (tenant_id, customer_id);
      CREATE UNIQUE INDEX delivery_addresses_default ON delivery_addresses (tenant_id, customer_id) WHERE is_default;
      ${tenantTable('delivery_addresses')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_addresses');
  }
}
