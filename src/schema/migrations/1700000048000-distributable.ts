import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a distributed database asks for and no other minds: functions whose statements each are about one tenant by a value, not by a
 * join with what a trigger has seen; no foreign key to a table that stays in one place.
 */
export class Distributable1700000048000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_logos DROP CONSTRAINT tenant_logos_tenant;

      -- The rows in the order in which they are taken when a file is stored: people's by their ids, the tenant's last.
      CREATE OR REPLACE FUNCTION release_storage() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE freed record;
      BEGIN
        FOR freed IN
          SELECT tenant_id, owner_id, bytes FROM (
            SELECT tenant_id, uploaded_by_id AS owner_id, sum(size) AS bytes, 1 AS turn FROM gone GROUP BY 1, 2
            UNION ALL
            SELECT tenant_id, tenant_id, sum(size), 2 FROM gone GROUP BY 1
          ) released ORDER BY turn, owner_id
        LOOP
          UPDATE storage_usage u SET bytes = greatest(0, u.bytes - freed.bytes)
          WHERE u.tenant_id = freed.tenant_id AND u.owner_id = freed.owner_id;
        END LOOP;
        RETURN NULL;
      END $$;

      CREATE OR REPLACE FUNCTION tenant_time(tenant uuid, moment timestamptz) RETURNS timestamp LANGUAGE plpgsql STABLE
      SET search_path = public, pg_temp AS $$
      DECLARE zone text := (SELECT s.time_zone FROM tenant_settings s WHERE s.tenant_id = tenant AND s.id = tenant);
      BEGIN
        RETURN moment AT TIME ZONE coalesce(zone, 'Europe/Berlin');
      END $$;

      CREATE OR REPLACE FUNCTION forget_old_audit_entries() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = pg_catalog, public AS $$
      DECLARE tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
      BEGIN
        DELETE FROM public.audit_entries WHERE tenant_id = tenant AND occurred_at < now() - interval '3 years';
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_logos ADD CONSTRAINT tenant_logos_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id);
      CREATE OR REPLACE FUNCTION release_storage() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM storage_usage u
        WHERE (u.tenant_id, u.owner_id) IN (SELECT tenant_id, uploaded_by_id FROM gone)
        ORDER BY u.owner_id FOR UPDATE;
        UPDATE storage_usage u SET bytes = greatest(0, u.bytes - freed.bytes)
        FROM (SELECT tenant_id, uploaded_by_id, sum(size) AS bytes FROM gone GROUP BY 1, 2) freed
        WHERE u.tenant_id = freed.tenant_id AND u.owner_id = freed.uploaded_by_id;
        UPDATE storage_usage u SET bytes = greatest(0, u.bytes - freed.bytes)
        FROM (SELECT tenant_id, sum(size) AS bytes FROM gone GROUP BY 1) freed
        WHERE u.tenant_id = freed.tenant_id AND u.owner_id = freed.tenant_id;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE FUNCTION tenant_time(tenant uuid, moment timestamptz) RETURNS timestamp LANGUAGE sql STABLE AS $$
        SELECT moment AT TIME ZONE coalesce(
          (SELECT s.time_zone FROM tenant_settings s WHERE s.tenant_id = tenant AND s.id = tenant), 'Europe/Berlin')
      $$;
      CREATE OR REPLACE FUNCTION forget_old_audit_entries() RETURNS void LANGUAGE sql SECURITY DEFINER
        SET search_path = pg_catalog, public AS $$
          DELETE FROM public.audit_entries
          WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
            AND occurred_at < now() - interval '3 years'
        $$`);
  }
}
