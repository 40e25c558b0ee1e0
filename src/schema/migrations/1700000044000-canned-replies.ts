import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** Texts that staff send often. */
export class CannedReplies1700000044000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE canned_replies (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        version integer NOT NULL,
        name text NOT NULL,
        name_key text NOT NULL,
        body text NOT NULL,
        CONSTRAINT canned_replies_pkey PRIMARY KEY (tenant_id, id)
      );
      CREATE UNIQUE INDEX canned_replies_name ON canned_replies (tenant_id, name_key);
      ${tenantTable('canned_replies')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE canned_replies');
  }
}
