import type { MigrationInterface, QueryRunner } from 'typeorm';

const AT_A_TIME = 1_000;
const LOWEST = '00000000-0000-0000-0000-000000000000';

/** Whose and which model the devices of before are, some at a time, each in a transaction of its own. */
export class DevicesEverywhereAgain1700000047150 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const tenants = (await runner.query('SELECT id FROM tenants ORDER BY id')) as { id: string }[];
    for (const { id: tenant } of tenants) {
      for (let after: string | undefined = LOWEST; after;) after = await this.some(runner, tenant, after);
    }
  }

  async down(): Promise<void> {
    // The column goes with the migration before.
  }

  /** Answers with the last device of them. Row-level security binds the owner, too: the transaction names the tenant. */
  private async some(runner: QueryRunner, tenant: string, after: string): Promise<string | undefined> {
    await runner.startTransaction();
    await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
    const [last] = (await runner.query(
      `WITH batch AS (
         SELECT d.* FROM devices d WHERE d.tenant_id = $1 AND d.id > $2 ORDER BY d.id LIMIT ${AT_A_TIME}
       ), indexed AS (
         UPDATE device_search s SET around = device_around(d.tenant_id, d.customer_id, d.printer_model_id)
         FROM batch d WHERE s.tenant_id = $1 AND s.device_id = d.id
       )
       SELECT id FROM batch ORDER BY id DESC LIMIT 1`,
      [tenant, after],
    )) as { id: string }[];
    await runner.commitTransaction();
    return last?.id;
  }
}
