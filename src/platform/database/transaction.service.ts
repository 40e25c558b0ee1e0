import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager, QueryResult, type QueryRunner } from 'typeorm';
import { currentContext } from '../context/context';
import { ReadReplica } from './read-replica';
import { queryInScope } from './scoped-query';

interface Scope {
  readonly tenantId: string;
  readonly manager: EntityManager;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
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
    const runner = this.dataSource.createQueryRunner();
    try {
      // One message instead of two; the id was checked above, so nothing can be injected.
      await runner.query(`BEGIN; SELECT set_config('app.tenant_id', '${tenantId}', true)`);
      mark(runner, true);
      const result = await scopes.run({ tenantId, manager: runner.manager }, work);
      await runner.query(`${this.replica.markSql}COMMIT`);
      return result;
    } catch (error) {
      // A broken connection cannot roll back any more; the first error is the one to report.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      mark(runner, false);
      await runner.release();
    }
  }

  /** Only in the transaction under way: what must not exist without its cause never starts one of its own. */
  joined<T>(work: () => Promise<T>): Promise<T> {
    return this.runFor(this.scope.tenantId, work);
  }

  /**
   * Reads with one statement through the entity manager: in the transaction under way, else in one of its own that costs
   * a single round trip.
   */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const scope = scopes.getStore();
    if (scope) return work(scope.manager);
    const tenantId = this.tenantId;
    const runner = this.dataSource.createQueryRunner();
    // All that a reading manager asks of its runner. It never connects, so there is nothing to release.
    runner.query = async <Result>(
      sql: string,
      parameters: unknown[] = [],
      structured = false,
    ): Promise<Result> => {
      const rows = await this.anywhere(tenantId, sql, parameters);
      return (structured ? Object.assign(new QueryResult(), { raw: rows, records: rows }) : rows) as Result;
    };
    return work(runner.manager);
  }

  /**
   * One statement on the tenant's tables: in the transaction under way, else in one of its own that costs a single round
   * trip. Rows as PostgreSQL names them.
   */
  query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.anywhere(this.tenantId, sql, parameters);
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
    if (scopes.getStore())
      return this.runFor(tenantId, () => this.manager.query<Row[]>(sql, [...parameters]));
    if (!UUID.test(tenantId)) throw new Error('A tenant id must be a UUID.');
    const { master } = this.dataSource.driver as unknown as { master: Pool };
    return queryInScope<Row>(master, tenantId, sql, parameters);
  }

  /** From the replica, where there is one and the request may be answered from there. */
  private async anywhere<Row extends object>(
    tenantId: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const answer = scopes.getStore() ? undefined : await this.replica.query<Row>(tenantId, sql, parameters);
    return answer ?? this.queryFor<Row>(tenantId, sql, parameters);
  }

  /** The tenant of the transaction under way, else of the acting principal. */
  get tenantId(): string {
    return scopes.getStore()?.tenantId ?? actingTenant();
  }

  get manager(): EntityManager {
    return this.scope.manager;
  }

  private get scope(): Scope {
    const scope = scopes.getStore();
    if (!scope) throw new Error("The tenant's tables are reached inside TransactionService.run() only.");
    return scope;
  }
}

/** TypeORM did not begin this transaction itself: without a word it would refuse row locks and begin others inside. */
function mark(runner: QueryRunner, active: boolean): void {
  Object.assign(runner, { isTransactionActive: active });
}

function actingTenant(): string {
  const tenantId = currentContext()?.actor?.tenantId;
  if (!tenantId) throw new Error('No tenant: use runFor() where nobody has logged in.');
  return tenantId;
}
