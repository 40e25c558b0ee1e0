import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { currentContext } from '../context/context';
import { ReadReplica } from './read-replica';
import { queryInScope, queryUnscoped } from './scoped-query';
import { inTransaction, type TenantTransaction } from './tenant-transaction';

interface Scope {
  readonly tenantId: string;
  readonly transaction: TenantTransaction;
  readonly afterCommit: (() => void)[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_TRANSACTION = "The tenant's tables are reached inside TransactionService.run() only.";
const scopes = new AsyncLocalStorage<Scope>();

/**
 * The one way to the tenant's tables. Inside `run` the database itself knows the tenant and shows nothing else;
 * outside of it every access throws here, and would find no row there.
 */
@Injectable()
export class TransactionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly replica: ReadReplica,
  ) {}

  /** Joins the transaction under way or starts one for the acting principal's tenant. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.runFor(this.tenantId, work);
  }

  /** As `run`, for a tenant that is known otherwise: from a login form, a link or a job. */
  async runFor<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    const joined = scopes.getStore();
    if (joined) {
      if (joined.tenantId !== tenantId) throw new Error('A transaction belongs to one tenant.');
      return work();
    }
    if (!UUID.test(tenantId)) throw new Error('A tenant id must be a UUID.');
    return inTransaction(this.pool, tenantId, async (transaction) => {
      const afterCommit: (() => void)[] = [];
      const result = await scopes.run({ tenantId, transaction, afterCommit }, work);
      await transaction.commit(this.replica.mark);
      for (const act of afterCommit) act();
      return result;
    });
  }

  /** Only in the transaction under way: what must not exist without its cause never starts one of its own. */
  joined<T>(work: () => Promise<T>): Promise<T> {
    return this.runFor(this.scope.tenantId, work);
  }

  /**
   * One statement on the tenant's tables: in the transaction under way, else in one of its own that costs a single round
   * trip. Rows as PostgreSQL names them.
   */
  query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { tenantId } = this;
    return this.replica.exists && !scopes.getStore()
      ? this.fromReplica(tenantId, sql, parameters)
      : this.queryFor(tenantId, sql, parameters);
  }

  /** As `query`, with the tenant as `$1` and the ids, without repeats, as `$2`; asks nothing where there are none. */
  async queryByIds<Row extends object>(sql: string, ids: readonly string[]): Promise<Row[]> {
    return ids.length > 0 ? this.query<Row>(sql, [this.tenantId, [...new Set(ids)]]) : [];
  }

  /** As `query`, for a tenant that is known otherwise, and never from a replica. */
  queryFor<Row extends object>(
    tenantId: string,
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Row[]> {
    const scope = scopes.getStore();
    if (scope)
      return this.runFor(
        tenantId,
        async () => (await scope.transaction.query(sql, parameters)).rows as Row[],
      );
    if (!UUID.test(tenantId)) throw new Error('A tenant id must be a UUID.');
    return queryInScope<Row>(this.pool, tenantId, sql, parameters);
  }

  /** One statement on tables that belong to no tenant, outside of any transaction under way. */
  queryUnscoped<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return queryUnscoped<Row>(this.pool, sql, parameters);
  }

  /** From the replica, where the request may be answered from there. */
  private async fromReplica<Row extends object>(
    tenantId: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const answer = await this.replica.query<Row>(tenantId, sql, parameters);
    return answer ?? this.queryFor<Row>(tenantId, sql, parameters);
  }

  /** The tenant of the transaction under way, else of the acting principal. */
  get tenantId(): string {
    return scopes.getStore()?.tenantId ?? actingTenant();
  }

  /** A statement of the transaction under way; how many rows it changed. */
  async execute(sql: string, parameters: readonly unknown[]): Promise<number> {
    const { command } = await this.scope.transaction.query(sql, parameters);
    return Number(/\d+$/.exec(command)?.[0] ?? 0);
  }

  /**
   * A statement of the transaction under way that is sent together with the next one, or with its end; where it fails, that
   * does. For what nothing follows from.
   */
  ahead(sql: string, parameters: readonly unknown[]): void {
    this.scope.transaction.ahead(sql, parameters);
  }

  /**
   * What to do once the transaction under way has been committed: not where it is rolled back, nor where the program ends
   * in between. It must not throw.
   */
  afterCommit(act: () => void): void {
    this.scope.afterCommit.push(act);
  }

  /** @throws outside of a transaction */
  assertOpen(): void {
    if (!scopes.getStore()) throw new Error(NO_TRANSACTION);
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  private get scope(): Scope {
    const scope = scopes.getStore();
    if (!scope) throw new Error(NO_TRANSACTION);
    return scope;
  }
}

function actingTenant(): string {
  const tenantId = currentContext()?.actor?.tenantId;
  if (!tenantId) throw new Error('No tenant: use runFor() where nobody has logged in.');
  return tenantId;
}
