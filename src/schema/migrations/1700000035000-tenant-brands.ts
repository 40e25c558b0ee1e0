import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** What a tenant's portal looks like: its accent colour and its logo. */
export class TenantBrands1700000035000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is known of the logo stands with the settings, which are read much more often than the picture.
    await runner.query(`
      ALTER TABLE tenant_settings ADD COLUMN logo jsonb, ADD COLUMN accent_color text
        CONSTRAINT tenant_settings_accent_color CHECK (accent_color ~ '^#[0-9a-f]{6}$');
      CREATE TABLE tenant_logos (
        tenant_id uuid NOT NULL CONSTRAINT tenant_logos_tenant REFERENCES tenants (id),
        content_type text NOT NULL
          CONSTRAINT tenant_logos_content_type CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp')),
        size integer NOT NULL CONSTRAINT tenant_logos_size CHECK (size BETWEEN 1 AND 262144),
        sha256 text NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT tenant_logos_pkey PRIMARY KEY (tenant_id)
      );
      ALTER TABLE tenant_logos ALTER COLUMN bytes SET STORAGE EXTERNAL;
      ${tenantTable('tenant_logos')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE tenant_logos;
      ALTER TABLE tenant_settings DROP COLUMN logo, DROP COLUMN accent_color`);
  }
}
