import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The device of the company that a ticket is about. */
export class TicketDevices1700000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets ADD COLUMN device_id uuid,
        ADD CONSTRAINT tickets_device FOREIGN KEY (tenant_id, device_id) REFERENCES devices (tenant_id, id);
      CREATE INDEX tickets_of_device ON tickets (tenant_id, device_id) WHERE device_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP COLUMN device_id');
  }
}
