import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';
import { tenantTable } from '../tenant-table';

/** The directory of tenants and their settings. */
export class Tenants1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenants (
        id uuid CONSTRAINT tenants_pkey PRIMARY KEY,
        slug text NOT NULL CONSTRAINT tenants_slug UNIQUE,
        name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON tenants TO ${APP_ROLE};

      CREATE TABLE tenant_settings (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        portal_name text NOT NULL,
        portal_url text,
        sender_name text,
        sender_address text,
        reply_to text,
        default_language text NOT NULL DEFAULT 'de'
          CONSTRAINT tenant_settings_language CHECK (default_language IN ('de', 'en')),
        imprint_url text,
        privacy_url text,
        terms_url text,
        terms_version text,
        registration_open boolean NOT NULL DEFAULT true,
        contacts_may_close_tickets boolean NOT NULL DEFAULT true,
        credentials_mail text NOT NULL DEFAULT 'LINK'
          CONSTRAINT tenant_settings_credentials_mail CHECK (credentials_mail IN ('LINK', 'INITIAL_PASSWORD')),
        online_shop_enabled boolean NOT NULL DEFAULT false,
        online_shop_show_prices boolean NOT NULL DEFAULT false,
        printer_shop_enabled boolean NOT NULL DEFAULT false,
        printer_shop_show_prices boolean NOT NULL DEFAULT false,
        CONSTRAINT tenant_settings_pkey PRIMARY KEY (tenant_id, id)
      );
      ${tenantTable('tenant_settings', ['SELECT', 'INSERT', 'UPDATE'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tenant_settings, tenants');
  }
}
