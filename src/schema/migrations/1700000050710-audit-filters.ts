import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILTERS = ['object_type', 'action', 'actor_id'] as const;

/** The audit log by each of its filters, newest first: what happens seldom is not looked for among everything else. */
export class AuditFilters1700000050710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of FILTERS)
      await runner.query(
        `CREATE INDEX ${nameOf(column)} ON audit_entries (tenant_id, ${column}, occurred_at, id)`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of FILTERS) await runner.query(`DROP INDEX ${nameOf(column)}`);
  }
}

function nameOf(column: (typeof FILTERS)[number]): string {
  return `audit_entries_${column.replace('_id', '')}`;
}
