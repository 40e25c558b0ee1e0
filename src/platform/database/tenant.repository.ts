import { Inject, type Provider, type Type } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { newId } from '../ids';
import { preconditionFailed } from '../errors';
import { EntityStatements, type Selection, type Statement } from './entity-statements';
import { type TenantOwned, Versioned } from './tenant-owned.entity';
import { TransactionService } from './transaction.service';

type Values<Entity> = Partial<Omit<Entity, 'tenantId'>>;

/** Reads and writes rows of the current tenant only; writes in the transaction under way, and throws without one. */
export class TenantRepository<Entity extends TenantOwned> {
  private readonly statements: EntityStatements<Entity>;

  constructor(
    entity: Type<Entity>,
    dataSource: DataSource,
    private readonly transactions: TransactionService,
  ) {
    this.statements = new EntityStatements(entity, dataSource);
  }

  find(where: FindOptionsWhere<Entity> = {}, selection: Selection<Entity> = {}): Promise<Entity[]> {
    return this.entities(this.statements.select(this.transactions.tenantId, where, selection));
  }

  /** By a condition in SQL, for what the index is on: the table is `t`, the parameters start with `$2`. */
  findBy(condition: string, parameters: readonly unknown[]): Promise<Entity[]> {
    return this.entities(this.statements.selectBy(this.transactions.tenantId, condition, parameters));
  }

  async findOne(where: FindOptionsWhere<Entity>): Promise<Entity | null> {
    const [entity] = await this.find(where, { take: 1 });
    return entity ?? null;
  }

  /** As `findOne`, with a lock on the row until the transaction ends. */
  async lock(where: FindOptionsWhere<Entity>): Promise<Entity | null> {
    const statement = this.statements.select(this.transactions.tenantId, where, { take: 1, lock: true });
    // Without a transaction there would be nothing that keeps the lock.
    const [entity] = await this.entities(statement, this.transactions.current);
    return entity ?? null;
  }

  async exists(where: FindOptionsWhere<Entity>): Promise<boolean> {
    const { sql, parameters } = this.statements.exists(this.transactions.tenantId, where);
    const [row] = await this.transactions.query<{ found: boolean }>(sql, parameters);
    return row?.found === true;
  }

  /** Inserts a new row of the current tenant and returns it as it is stored. Never an upsert. */
  async insert(values: Values<Entity>): Promise<Entity> {
    const row = this.instantiate(values);
    const statement = this.statements.insert(this.transactions.tenantId, [row], { returning: true });
    const [stored = row] = await this.entities(statement, this.transactions.current);
    return stored;
  }

  /**
   * As `insert`, without waiting for the answer: the transaction fails where this does. Not where a failure is to be told
   * apart, nor where somebody needs what the table makes up.
   */
  insertDeferred(values: Values<Entity>): Entity {
    const row = this.instantiate(values);
    this.send([row]);
    return row;
  }

  /** As `insertDeferred`, for many rows in one statement. */
  insertAllDeferred(rows: readonly Values<Entity>[]): Entity[] {
    const entities = rows.map((row) => this.instantiate(row));
    this.send(entities);
    return entities;
  }

  /**
   * Writes a loaded and changed entity back.
   * @throws preconditionFailed where a versioned row has been changed since it was loaded
   */
  async update(entity: Entity): Promise<Entity> {
    const { id, tenantId: _tenantId, ...rest } = entity;
    const { version: _version, createdAt: _createdAt, ...values } = rest as Record<string, unknown>;
    const version = entity instanceof Versioned ? { version: entity.version } : {};
    const affected = await this.updateWhere(
      { id, ...version } as FindOptionsWhere<Entity>,
      values as QueryDeepPartialEntity<Entity>,
    );
    if (affected !== 1) throw preconditionFailed();
    if (entity instanceof Versioned) entity.version += 1;
    return entity;
  }

  /** Changes every row that matches; tells how many. For set-wise changes such as "end all sessions". */
  updateWhere(where: FindOptionsWhere<Entity>, values: QueryDeepPartialEntity<Entity>): Promise<number> {
    const { sql, parameters } = this.statements.update(this.transactions.tenantId, where, values);
    return this.transactions.current.execute(sql, parameters);
  }

  delete(where: FindOptionsWhere<Entity>): Promise<number> {
    const { sql, parameters } = this.statements.delete(this.transactions.tenantId, where);
    return this.transactions.current.execute(sql, parameters);
  }

  private send(rows: readonly Entity[]): void {
    const { sql, parameters } = this.statements.insert(this.transactions.tenantId, rows);
    this.transactions.current.enqueue(sql, parameters);
  }

  private async entities(
    { sql, parameters }: Statement,
    through: Pick<TransactionService, 'query'> = this.transactions,
  ): Promise<Entity[]> {
    const rows = await through.query(sql, parameters);
    return rows.map((row) => this.statements.entityOf(row));
  }

  private instantiate(values: Values<Entity>): Entity {
    const { tenantId } = this.transactions;
    return this.statements.instantiate({ id: newId(), ...values, tenantId } as Partial<Entity>);
  }
}

const tokenOf = (entity: Type<TenantOwned>): string => `TenantRepository(${entity.name})`;

export function InjectTenantRepository(entity: Type<TenantOwned>): ParameterDecorator {
  return Inject(tokenOf(entity));
}

/** The repositories of a module's own entities, to be listed in its providers. */
export function tenantRepositories(...entities: Type<TenantOwned>[]): Provider[] {
  return entities.map((entity) => ({
    provide: tokenOf(entity),
    inject: [DataSource, TransactionService],
    useFactory: (dataSource: DataSource, transactions: TransactionService) =>
      new TenantRepository(entity, dataSource, transactions),
  }));
}
