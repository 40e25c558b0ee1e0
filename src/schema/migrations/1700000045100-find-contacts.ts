import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAgain } from '../word-search';
import { CONTACT_SEARCH } from '../word-searches';

const AT_A_TIME = 1_000;
const LOWEST = '00000000-0000-0000-0000-000000000000';
const BATCH = `(SELECT t.* FROM contacts t WHERE t.tenant_id = $1 AND t.id > $2 ORDER BY t.id LIMIT ${AT_A_TIME})`;

/**
 * Indexes the contacts there are, some at a time, each time in a transaction of its own: nobody who works meanwhile waits for more
 * than one of them. Interrupted, it begins anew.
 */
export class FindContacts1700000045100 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const tenants = (await runner.query('SELECT id FROM tenants ORDER BY id')) as { id: string }[];
    for (const { id: tenant } of tenants) {
      for (let at: string | undefined = LOWEST; at;) at = await this.batch(runner, tenant, at);
    }
  }

  async down(): Promise<void> {
    // What is indexed can stay.
  }

  /** Row-level security binds the owner, too: it sees the rows of the tenant that the transaction names. */
  private async batch(runner: QueryRunner, tenant: string, at: string): Promise<string | undefined> {
    await runner.startTransaction();
    await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
    const [last] = (await runner.query(
      `SELECT id FROM ${BATCH} AS batch WHERE batch.tenant_id = $1 ORDER BY id DESC LIMIT 1`,
      [tenant, at],
    )) as { id: string }[];
    if (last) await runner.query(indexAgain(CONTACT_SEARCH, `${BATCH} AS NEW`), [tenant, at]);
    await runner.commitTransaction();
    return last?.id;
  }
}
