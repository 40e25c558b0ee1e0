import { Inject, type Provider, type Type } from '@nestjs/common';
import type { FindManyOptions, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { newId } from '../ids';
import { preconditionFailed } from '../http/http.errors';
import { type TenantOwned, Versioned } from './tenant-owned.entity';
import { tenantScope } from './tenant-scope';
import { TransactionService } from './transaction.service';

/** Reads and writes rows of the current tenant only; throws outside a transaction. */
export class TenantRepository<Entity extends TenantOwned> {
  constructor(
    private readonly entity: Type<Entity>,
    private readonly transactions: TransactionService,
  ) {}

  find(
    where: FindOptionsWhere<Entity> = {},
    options: Omit<FindManyOptions<Entity>, 'where'> = {},
  ): Promise<Entity[]> {
    return this.transactions.read((manager) =>
      manager.find(this.entity, { ...options, where: this.scoped(where) }),
    );
  }

  findOne(where: FindOptionsWhere<Entity>): Promise<Entity | null> {
    return this.transactions.read((manager) => manager.findOne(this.entity, { where: this.scoped(where) }));
  }

  /** As `findOne`, but nobody else can change the row until the transaction ends. */
  lock(where: FindOptionsWhere<Entity>): Promise<Entity | null> {
    return this.transactions.manager.findOne(this.entity, {
      where: this.scoped(where),
      lock: { mode: 'pessimistic_write' },
    });
  }

  exists(where: FindOptionsWhere<Entity>): Promise<boolean> {
    return this.transactions.read((manager) => manager.existsBy(this.entity, this.scoped(where)));
  }

  /** Inserts a new row of the current tenant and returns it as an entity. Never an upsert. */
  async insert(values: Partial<Omit<Entity, 'tenantId'>>): Promise<Entity> {
    const row = this.transactions.manager.create(this.entity, {
      id: newId(),
      ...values,
      tenantId: this.transactions.tenantId,
    } as never);
    await this.transactions.manager.insert(this.entity, row as QueryDeepPartialEntity<Entity>);
    return row;
  }

  /** As `insert`, for many rows in one statement. */
  async insertAll(rows: readonly Partial<Omit<Entity, 'tenantId'>>[]): Promise<void> {
    const { tenantId, manager } = this.transactions;
    const values = rows.map((row) => ({ id: newId(), ...row, tenantId }));
    await manager.insert(this.entity, values as unknown as QueryDeepPartialEntity<Entity>[]);
  }

  /**
   * Writes a loaded and changed entity back.
   * @throws preconditionFailed where somebody else changed a versioned row since it was loaded
   */
  async update(entity: Entity): Promise<Entity> {
    const { id, ...values } = entity;
    const version = entity instanceof Versioned ? { version: entity.version } : {};
    const result = await this.transactions.manager.update(
      this.entity,
      this.scoped({ id, ...version } as FindOptionsWhere<Entity>),
      changes(values) as QueryDeepPartialEntity<Entity>,
    );
    if (result.affected !== 1) throw preconditionFailed();
    if (entity instanceof Versioned) entity.version += 1;
    return entity;
  }

  /** Changes every row that matches; tells how many. For set-wise changes such as "end all sessions". */
  async updateWhere(
    where: FindOptionsWhere<Entity>,
    values: QueryDeepPartialEntity<Entity>,
  ): Promise<number> {
    const result = await this.transactions.manager.update(this.entity, this.scoped(where), values);
    return result.affected ?? 0;
  }

  async delete(where: FindOptionsWhere<Entity>): Promise<number> {
    const result = await this.transactions.manager.delete(this.entity, this.scoped(where));
    return result.affected ?? 0;
  }

  private scoped(where: FindOptionsWhere<Entity>): FindOptionsWhere<Entity> {
    return { ...where, ...tenantScope(this.transactions.tenantId) };
  }
}

function changes(values: ObjectLiteral): ObjectLiteral {
  const { tenantId: _tenantId, version: _version, createdAt: _createdAt, ...rest } = values;
  return rest;
}

const tokenOf = (entity: Type<TenantOwned>): string => `TenantRepository(${entity.name})`;

export function InjectTenantRepository(entity: Type<TenantOwned>): ParameterDecorator {
  return Inject(tokenOf(entity));
}

/** The repositories of a module's own entities, to be listed in its providers. */
export function tenantRepositories(...entities: Type<TenantOwned>[]): Provider[] {
  return entities.map((entity) => ({
    provide: tokenOf(entity),
    inject: [TransactionService],
    useFactory: (transactions: TransactionService) => new TenantRepository(entity, transactions),
  }));
}
