import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAgain } from '../word-search';
import { WORD_SEARCHES } from '../word-searches';

const AT_A_TIME = 1_000;

/**
 * Indexes everything again, some rows at a time, each in a transaction of its own: nobody who works meanwhile waits for more
 * than one of them. Interrupted, it begins anew. What changes meanwhile is indexed by the triggers as always.
 */
export class SearchAgain1700000024000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const tables = [...WORD_SEARCHES.flatMap(({ table, name }) => [table, `${name}_search`])];
    await this.ownerSees([...tables, 'tickets', 'ticket_comments', 'ticket_search'], runner, async () => {
      for (const index of WORD_SEARCHES) {
        await this.each(index.table, runner, (rows) => indexAgain(index, `${rows} AS NEW`));
      }
      await this.each(
        'tickets',
        runner,
        (rows) => `SELECT refresh_ticket_search(tenant_id, id) FROM ${rows}`,
      );
    });
  }

  async down(): Promise<void> {
    // What is indexed can stay.
  }

  /** Even the owner sees no rows of tenants while row-level security is forced; the program's role is bound all the time. */
  private async ownerSees(
    tables: readonly string[],
    runner: QueryRunner,
    work: () => Promise<void>,
  ): Promise<void> {
    for (const table of tables) await runner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await work();
    for (const table of tables) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  }

  private async each(table: string, runner: QueryRunner, statement: (rows: string) => string): Promise<void> {
    const place = `(SELECT * FROM ${table} WHERE (tenant_id, id) > ($1::uuid, $2::uuid) ORDER BY tenant_id, id LIMIT ${AT_A_TIME})`;
    const last = `SELECT tenant_id, id FROM ${place} t ORDER BY tenant_id DESC, id DESC LIMIT 1`;
    const lowest = '00000000-0000-0000-0000-000000000000';
    let at: { tenant_id: string; id: string } | undefined = { tenant_id: lowest, id: lowest };
    while (at) {
      const { tenant_id, id }: { tenant_id: string; id: string } = at;
      const [next] = (await runner.query(last, [tenant_id, id])) as { tenant_id: string; id: string }[];
      if (next) await runner.query(statement(place), [tenant_id, id]);
      at = next;
    }
  }
}
