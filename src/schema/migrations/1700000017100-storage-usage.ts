import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** How many bytes a contact, and a tenant as a whole, has stored: counted, so that no upload has to add them up. */
export class StorageUsage1700000017100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Even the owner sees no rows of tenants while row-level security is forced.
    await runner.query(`
      -- owner_id is a contact's, or the tenant's own for all that it has.
      CREATE TABLE storage_usage (
        tenant_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        bytes bigint NOT NULL CONSTRAINT storage_usage_bytes CHECK (bytes >= 0),
        CONSTRAINT storage_usage_pkey PRIMARY KEY (tenant_id, owner_id)
      );
      ALTER TABLE ticket_attachments NO FORCE ROW LEVEL SECURITY;
      INSERT INTO storage_usage (tenant_id, owner_id, bytes)
        SELECT tenant_id, tenant_id, sum(size) FROM ticket_attachments GROUP BY tenant_id
        UNION ALL
        SELECT tenant_id, uploaded_by_id, sum(size) FROM ticket_attachments
        WHERE uploaded_by_kind = 'CONTACT' GROUP BY tenant_id, uploaded_by_id;
      ALTER TABLE ticket_attachments FORCE ROW LEVEL SECURITY;
      ${tenantTable('storage_usage', ['SELECT', 'INSERT', 'UPDATE'])}

      CREATE FUNCTION release_storage() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE storage_usage u SET bytes = greatest(0, u.bytes - OLD.size)
        WHERE u.tenant_id = OLD.tenant_id AND u.owner_id IN (OLD.uploaded_by_id, OLD.tenant_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER release_storage AFTER DELETE ON ticket_attachments
        FOR EACH ROW EXECUTE FUNCTION release_storage();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER release_storage ON ticket_attachments;
      DROP FUNCTION release_storage();
      DROP TABLE storage_usage`);
  }
}
