import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each tenant has a time zone, by whose clocks numbers and days go. */
export class TenantTime1700000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_settings ADD COLUMN time_zone text NOT NULL DEFAULT 'Europe/Berlin'
        CONSTRAINT tenant_settings_time_zone CHECK ((timestamptz '2026-01-01' AT TIME ZONE time_zone) IS NOT NULL);
      -- What the clocks of the tenant showed then.
      CREATE FUNCTION tenant_time(tenant uuid, moment timestamptz) RETURNS timestamp LANGUAGE sql STABLE AS $$
        SELECT moment AT TIME ZONE coalesce(
          (SELECT s.time_zone FROM tenant_settings s WHERE s.tenant_id = tenant AND s.id = tenant), 'Europe/Berlin')
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION tenant_time(uuid, timestamptz);
      ALTER TABLE tenant_settings DROP COLUMN time_zone`);
  }
}
