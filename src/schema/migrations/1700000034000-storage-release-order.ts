import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever stores a file takes the contact's row and then the tenant's. Released row by row, a sweep of many files took them
 * in another order, and each could wait for the other.
 */
export class StorageReleaseOrder1700000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER release_storage ON ticket_attachments;
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
      CREATE TRIGGER release_storage AFTER DELETE ON ticket_attachments
        REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION release_storage();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER release_storage ON ticket_attachments;
      CREATE OR REPLACE FUNCTION release_storage() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE storage_usage u SET bytes = greatest(0, u.bytes - OLD.size)
        WHERE u.tenant_id = OLD.tenant_id AND u.owner_id IN (OLD.uploaded_by_id, OLD.tenant_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER release_storage AFTER DELETE ON ticket_attachments
        FOR EACH ROW EXECUTE FUNCTION release_storage()`);
  }
}
