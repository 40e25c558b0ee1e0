import type { Pool } from 'pg';
import { heardElsewhere } from './heard-elsewhere';
import { tenantScope } from './scoped-query';
import { type Answer, sendTogether, type Statement } from './statement-group';

/** The connection of a transaction that knows its tenant. */
export interface TenantTransaction {
  query(text: string, values: readonly unknown[]): Promise<Answer>;
  /** Sends it together with whatever comes next, which fails where this does. */
  ahead(text: string, values: readonly unknown[]): void;
  /** @param last what belongs to the end */
  commit(last?: Statement): Promise<void>;
}

const BEGIN: Statement = { text: 'BEGIN', values: [] };
const COMMIT: Statement = { text: 'COMMIT', values: [] };

/**
 * Runs `work` on a connection of its own in a transaction that is rolled back unless `work` commits it. It begins together
 * with its first statement: no round trip goes by for it.
 */
export async function inTransaction<T>(
  pool: Pool,
  tenantId: string,
  work: (transaction: TenantTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', heardElsewhere);
  let waiting = [BEGIN, tenantScope(tenantId)];
  const send = async (statement: Statement): Promise<Answer> => {
    const statements = [...waiting, statement];
    waiting = [];
    const answers = await sendTogether(client, statements);
    return answers.at(-1) ?? { command: '', rows: [] };
  };
  let broken: Error | undefined;
  try {
    return await work({
      query: (text, values) => send({ text, values }),
      ahead: (text, values) => void waiting.push({ text, values }),
      commit: async (last) => {
        if (last) waiting.push(last);
        const { command } = await send(COMMIT);
        // PostgreSQL answers ROLLBACK, and no error, where a failure before was taken for none.
        if (command !== 'COMMIT') throw new Error('The transaction was rolled back.');
      },
    });
  } catch (error) {
    // A connection that cannot roll back is given up; the first error is the one to report.
    await client.query('ROLLBACK').catch((failure: unknown) => (broken = failure as Error));
    throw error;
  } finally {
    client.off('error', heardElsewhere);
    client.release(broken);
  }
}
