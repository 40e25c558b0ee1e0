import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { currentContext } from '../context/context';

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
  constructor(private readonly dataSource: DataSource) {}

  /** Joins the transaction under way or starts one for the acting principal's tenant. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const tenantId = scopes.getStore()?.tenantId ?? currentContext()?.actor?.tenantId;
    if (!tenantId) throw new Error('No tenant: use runFor() where nobody has logged in.');
    return this.runFor(tenantId, work);
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
      await runner.query('COMMIT');
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

  /** One statement on the tenant's tables, in the transaction under way or in one of its own. Rows as PostgreSQL names them. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.run(() => this.manager.query<Row[]>(sql, [...parameters]));
  }

  get tenantId(): string {
    return this.scope.tenantId;
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
