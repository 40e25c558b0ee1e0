import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAgain } from '../word-search';
import { WORD_SEARCHES } from '../word-searches';

const AT_A_TIME = 1_000;
const LOWEST = '00000000-0000-0000-0000-000000000000';

/**
 * Indexes everything again, some rows at a time, each in a transaction of its own: nobody who works meanwhile waits for more
 * than one of them. Interrupted, it begins anew. What changes meanwhile is indexed by the triggers as always.
 */
export class SearchAgain1700000024000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const tenants = (await runner.query('SELECT id FROM tenants ORDER BY id')) as { id: string }[];
    for (const { id: tenant } of tenants) {
      for (const index of WORD_SEARCHES) {
        await this.each(index.table, tenant, runner, (rows) => indexAgain(index, `${rows} AS NEW`));
      }
      await this.each(
        'tickets',
        tenant,
        runner,
        (rows) => `SELECT refresh_ticket_search(tenant_id, id) FROM ${rows}`,
      );
    }
  }

  async down(): Promise<void> {
    // What is indexed can stay.
  }

  /** Row-level security binds the owner, too: it sees the rows of the tenant that the transaction names. */
  private async each(
    table: string,
    tenant: string,
    runner: QueryRunner,
    statement: (rows: string) => string,
  ): Promise<void> {
    const rows = `(SELECT t.* FROM ${table} t WHERE t.tenant_id = $1 AND t.id > $2 ORDER BY t.id LIMIT ${AT_A_TIME})`;
    const last = `SELECT id FROM ${rows} AS batch WHERE batch.tenant_id = $1 ORDER BY id DESC LIMIT 1`;
    for (let at: string | undefined = LOWEST; at;) {
      await runner.startTransaction();
      await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
      const [next] = (await runner.query(last, [tenant, at])) as { id: string }[];
      if (next) await runner.query(statement(rows), [tenant, at]);
      await runner.commitTransaction();
      at = next?.id;
    }
  }
}
