import type { ClientBase, Pool, QueryResult, QueryResultRow } from 'pg';
import { ignoreHandledError } from './ignore-handled-error';
import { isUnusable, prepareAnew, prepared, type Statement } from './statement';
import { beginFor } from './tenant-scope';

/**
 * A transaction in a tenant's name. Statements leave at once and are answered in their order (the driver's pipeline mode), so
 * BEGIN and the scope cost no round trip, nor does a statement that is not awaited.
 */
export class Transaction {
  private readonly callbacks: (() => void)[] = [];
  private failure?: Error;

  constructor(
    private readonly client: ClientBase,
    readonly tenantId: string,
  ) {
    for (const message of beginFor(tenantId)) this.submit(this.client.query(message));
  }

  /** @throws what PostgreSQL says of this statement, or of the first one that failed before it */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.send<Row>({ text, values })).rows;
  }

  /** As `query`; how many rows it has changed. */
  async execute(text: string, values: readonly unknown[]): Promise<number> {
    return (await this.send({ text, values })).rowCount ?? 0;
  }

  /** Sends a statement without awaiting its answer. Where it fails, the next awaited statement fails with its error. */
  enqueue(text: string, values: readonly unknown[]): void {
    this.submit(this.client.query(prepared({ text, values })));
  }

  /** What to do after the commit: not where it is rolled back, nor where the program ends in between. It must not throw. */
  afterCommit(callback: () => void): void {
    this.callbacks.push(callback);
  }

  async commit(): Promise<void> {
    const { command } = await this.client.query('COMMIT');
    // PostgreSQL answers ROLLBACK, and no error, where a statement failed that was not awaited.
    if (command !== 'COMMIT') throw this.failure ?? new Error('The transaction was rolled back.');
    for (const callback of this.callbacks) callback();
  }

  private async send<Row extends QueryResultRow>(statement: Statement): Promise<QueryResult<Row>> {
    const answer = this.client.query<Row>(prepared(statement));
    this.submit(answer);
    try {
      return await answer;
    } catch (error) {
      throw this.failure ?? error;
    }
  }

  /** Remembers the first failure: PostgreSQL refuses everything after it with an error that says nothing. */
  private submit(answer: Promise<unknown>): void {
    answer.catch((error: unknown) => {
      this.failure ??= error as Error;
      // This transaction has failed; the next one prepares its statements anew.
      if (isUnusable(error)) prepareAnew();
    });
  }
}

/** Runs `work` in a transaction on a connection of its own; it is rolled back unless `work` commits it. */
export async function inTransaction<T>(
  pool: Pool,
  tenantId: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  client.on('error', ignoreHandledError);
  let broken: Error | undefined;
  try {
    return await work(new Transaction(client, tenantId));
  } catch (error) {
    // A connection that cannot roll back is given up; the first error is the one to report.
    await client.query('ROLLBACK').catch((failure: unknown) => (broken = failure as Error));
    throw error;
  } finally {
    client.off('error', ignoreHandledError);
    client.release(broken);
  }
}
