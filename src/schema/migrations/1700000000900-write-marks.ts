import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table';

/** How many changes each principal has made, as far as a replica needs to know; see read-replica.ts. */
export class WriteMarks1700000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE write_marks (
        tenant_id uuid NOT NULL,
        principal_id uuid NOT NULL,
        writes bigint NOT NULL,
        CONSTRAINT write_marks_pkey PRIMARY KEY (tenant_id, principal_id)
      ) WITH (fillfactor = 50);
      ${tenantTable('write_marks', ['SELECT', 'INSERT', 'UPDATE'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE write_marks');
  }
}
