import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../app-role';

/** An item of the Postkorb comes back when the customer declines what was decided. */
export class ReopenedItems1700000027000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE inbox_items ADD COLUMN reopened_at timestamptz;
      GRANT UPDATE (reopened_at) ON inbox_items TO ${APP_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE inbox_items DROP COLUMN reopened_at');
  }
}
