import type { Pool, QueryResult } from 'pg';
import { heardElsewhere } from './heard-elsewhere';
import { inOnePiece } from './one-piece';
import { statementName } from './statement-name';

/** The connection of a transaction that knows its tenant. */
export interface TenantTransaction {
  /** Each text is prepared once on each connection. */
  query(sql: string, parameters: unknown[]): Promise<QueryResult>;
  /** As `query`, without waiting for the answer: where it fails, whatever comes next does. */
  ahead(sql: string, parameters: unknown[]): void;
  /** @param before SQL that belongs to the end */
  commit(before: string): Promise<void>;
}

/**
 * Runs `work` on a connection of its own in a transaction that is rolled back unless `work` commits it. It begins together
 * with its first statement, which is sent ahead: no round trip goes by for it.
 */
export async function inTransaction<T>(
  pool: Pool,
  tenantId: string,
  work: (transaction: TenantTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', heardElsewhere);
  const sentAhead: Promise<unknown>[] = [];
  const send = (text: string, values: unknown[]): Promise<QueryResult> => {
    inOnePiece(client);
    return client.query({ name: statementName(text), text, values });
  };
  const ahead = (answer: Promise<unknown>): void => {
    answer.catch(heardElsewhere);
    sentAhead.push(answer);
  };
  let broken: Error | undefined;
  try {
    inOnePiece(client);
    // The id is a UUID, so nothing can be injected.
    ahead(client.query(`BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true)`));
    return await work({
      query: (sql, parameters) => send(sql, parameters).catch((error: unknown) => causeOf(sentAhead, error)),
      ahead: (sql, parameters) => ahead(send(sql, parameters)),
      commit: async (before) => {
        inOnePiece(client);
        const end = client.query(`${before}COMMIT`) as Promise<QueryResult | QueryResult[]>;
        ahead(end);
        for (const answer of sentAhead) await answer;
        // PostgreSQL answers COMMIT with ROLLBACK, and no error, where a failure before was taken for none.
        if ([await end].flat().at(-1)?.command !== 'COMMIT')
          throw new Error('The transaction was rolled back.');
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

/** A statement fails where one before it has failed that nobody waited for: that is the error to report. */
async function causeOf(sentAhead: readonly Promise<unknown>[], error: unknown): Promise<never> {
  for (const answer of sentAhead) await answer;
  throw error;
}
