import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { currentContext } from '../context/context';
import { PipelinedConnections } from './pipelined-connections';
import { ReadReplica } from './read-replica';
import { inTransaction, type Transaction } from './transaction';

const transactions = new AsyncLocalStorage<Transaction>();

/**
 * The one way to the tenant's tables. Inside `run` the database itself knows the tenant and shows nothing else;
 * outside of it every access throws here, and would find no row there.
 */
@Injectable()
export class TransactionService {
  constructor(
    private readonly pool: Pool,
    private readonly connections: PipelinedConnections,
    private readonly replica: ReadReplica,
  ) {}

  /** The tenant of the transaction under way, else of the acting principal. @throws where there is neither */
  get tenantId(): string {
    return transactions.getStore()?.tenantId ?? actingTenant();
  }

  /** The transaction under way. @throws outside of one: what must not exist without its cause never starts its own */
  get current(): Transaction {
    const transaction = transactions.getStore();
    if (!transaction)
      throw new Error("The tenant's tables are changed inside TransactionService.run() only.");
    return transaction;
  }

  /** Joins the transaction under way or starts one for the acting principal's tenant. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.runFor(this.tenantId, work);
  }

  /** As `run`, for a tenant that is known otherwise: from a login form, a link or a job. */
  async runFor<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    if (transactionOf(tenantId)) return work();
    return inTransaction(this.pool, tenantId, async (transaction) => {
      const result = await transactions.run(transaction, work);
      const { mark } = this.replica;
      if (mark) transaction.enqueue(mark.text, mark.values);
      await transaction.commit();
      return result;
    });
  }

  /**
   * One statement on the tenant's tables: in the transaction under way, else in one of its own that costs a single round
   * trip, from the replica where there is one that will do. Rows as PostgreSQL names them.
   */
  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { tenantId } = this;
    const answer = transactions.getStore()
      ? undefined
      : await this.replica.query<Row>(tenantId, sql, parameters);
    return answer ?? this.queryFor<Row>(tenantId, sql, parameters);
  }

  /** As `query`, for a tenant that is known otherwise, and never from a replica. */
  queryFor<Row extends object>(
    tenantId: string,
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    const transaction = transactionOf(tenantId);
    return transaction
      ? transaction.query<Row>(sql, parameters)
      : this.connections.queryFor<Row>(tenantId, { text: sql, values: parameters });
  }
}

/** The transaction under way, if any. @throws where it is another tenant's */
function transactionOf(tenantId: string): Transaction | undefined {
  const transaction = transactions.getStore();
  if (transaction && transaction.tenantId !== tenantId)
    throw new Error('A transaction belongs to one tenant.');
  return transaction;
}

function actingTenant(): string {
  const tenantId = currentContext()?.actor?.tenantId;
  if (!tenantId) throw new Error('No tenant: use runFor() where nobody has logged in.');
  return tenantId;
}
