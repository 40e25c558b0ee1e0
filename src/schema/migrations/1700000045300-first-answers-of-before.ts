import type { MigrationInterface, QueryRunner } from 'typeorm';

const AT_A_TIME = 1_000;
const LOWEST = '00000000-0000-0000-0000-000000000000';

/**
 * When tickets of before were first answered, some at a time, each time in a transaction of its own: nobody who works meanwhile waits
 * for more than one of them. Interrupted, it begins anew.
 */
export class FirstAnswersOfBefore1700000045300 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    const tenants = (await runner.query('SELECT id FROM tenants ORDER BY id')) as { id: string }[];
    for (const { id: tenant } of tenants) {
      for (let at: string | undefined = LOWEST; at;) at = await this.batch(runner, tenant, at);
    }
  }

  async down(): Promise<void> {
    // The column goes with the migration before.
  }

  /** Row-level security binds the owner, too: it sees the rows of the tenant that the transaction names. */
  private async batch(runner: QueryRunner, tenant: string, at: string): Promise<string | undefined> {
    await runner.startTransaction();
    await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
    const [last] = (await runner.query(
      `SELECT max(id::text) AS id FROM (
         SELECT t.id FROM tickets t WHERE t.tenant_id = $1 AND t.id > $2 ORDER BY t.id LIMIT ${AT_A_TIME}) batch`,
      [tenant, at],
    )) as { id: string | null }[];
    if (last?.id) {
      await runner.query(
        `UPDATE tickets t SET first_answered_at = c.at
         FROM (SELECT c.ticket_id, min(c.created_at) AS at FROM ticket_comments c
           WHERE c.tenant_id = $1 AND c.ticket_id > $2 AND c.ticket_id <= $3 AND c.author_kind = 'STAFF' AND c.visibility = 'PUBLIC'
           GROUP BY c.ticket_id) c
         WHERE t.tenant_id = $1 AND t.id = c.ticket_id AND t.created_by_kind = 'CONTACT' AND t.first_answered_at IS NULL`,
        [tenant, at, last.id],
      );
    }
    await runner.commitTransaction();
    return last?.id ?? undefined;
  }
}
