import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The running tickets of a tenant in the order in which staff work them off: the most urgent first, and of those the oldest. */
export class MostUrgentTickets1700000050700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX tickets_most_urgent ON tickets (
        tenant_id,
        (CASE priority WHEN 'URGENT' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'NORMAL' THEN 2 ELSE 3 END),
        id
      ) WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX tickets_most_urgent');
  }
}
