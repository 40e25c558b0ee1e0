import type { Type } from '@nestjs/common';
import { type DataSource, FindOperator, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { type TenantOwned, Versioned } from './tenant-owned.entity';
import { tenantCondition } from './tenant-scope';

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

export interface Selection<Entity> {
  readonly order?: FindOptionsOrder<Entity>;
  readonly take?: number;
  /** Locks the rows until the transaction ends. */
  readonly lock?: boolean;
}

/** The operators of TypeORM that conditions may use. */
const OPERATORS: Readonly<Record<string, (column: string, place: () => string) => string>> = {
  in: (column, place) => `${column} = ANY(${place()})`,
  isNull: (column) => `${column} IS NULL`,
  lessThan: (column, place) => `${column} < ${place()}`,
  moreThan: (column, place) => `${column} > ${place()}`,
};

/**
 * The statements on the table of an entity, made of what the entity declares, always with the tenant as `$1`. The same
 * wish makes the same text, which connections keep prepared; that is far cheaper than a query builder for each request.
 */
export class EntityStatements<Entity extends TenantOwned> {
  private readonly columns = new Map<string, ColumnMetadata>();
  private readonly table: string;
  private readonly selection: string;
  /** Those which PostgreSQL's driver does not give as the entity has them. */
  private readonly converted: readonly ColumnMetadata[];
  private readonly updateDate?: string;
  /** The nullable columns without a default, as null. */
  private readonly empty: Readonly<Record<string, null>>;

  constructor(
    private readonly entity: Type<Entity>,
    private readonly dataSource: DataSource,
  ) {
    const metadata = dataSource.getMetadata(entity);
    for (const column of metadata.columns) this.columns.set(column.propertyName, column);
    const selected = metadata.columns.filter(({ isSelect }) => isSelect);
    this.table = metadata.tableName;
    this.selection = selected
      .map(({ databaseName, propertyName }) => `t."${databaseName}" AS "${propertyName}"`)
      .join(', ');
    this.converted = selected.filter(({ type, transformer }) => transformer !== undefined || type === 'date');
    this.updateDate = metadata.updateDateColumn?.databaseName;
    this.empty = Object.fromEntries(
      selected
        .filter(
          ({ isNullable, isInsert, default: byTable }) => isNullable && isInsert && byTable === undefined,
        )
        .map(({ propertyName }) => [propertyName, null]),
    );
  }

  select(
    tenantId: string,
    where: FindOptionsWhere<Entity>,
    { order = {}, take, lock = false }: Selection<Entity> = {},
  ): Statement {
    const { condition, parameters } = this.matching(tenantId, where);
    const sorted = Object.entries(order).map(([name, way]) => `${this.column(name)} ${String(way)}`);
    const sql = [
      `SELECT ${this.selection} FROM ${this.table} t WHERE ${condition}`,
      ...(sorted.length > 0 ? [`ORDER BY ${sorted.join(', ')}`] : []),
      ...(take === undefined ? [] : [`LIMIT ${take}`]),
      ...(lock ? ['FOR UPDATE'] : []),
    ].join(' ');
    return { sql, parameters };
  }

  /** By a condition in SQL: the table is `t`, its parameters start with `$2`. */
  selectBy(tenantId: string, condition: string, parameters: readonly unknown[]): Statement {
    const sql = `SELECT ${this.selection} FROM ${this.table} t WHERE ${tenantCondition('t')} AND ${condition}`;
    return { sql, parameters: [tenantId, ...parameters] };
  }

  exists(tenantId: string, where: FindOptionsWhere<Entity>): Statement {
    const { condition, parameters } = this.matching(tenantId, where);
    return { sql: `SELECT EXISTS (SELECT FROM ${this.table} t WHERE ${condition}) AS found`, parameters };
  }

  /** What no row has a value for is left to the table; the statement returns it where `returning`. */
  insert(tenantId: string, rows: readonly Partial<Entity>[], { returning = false } = {}): Statement {
    const parameters: unknown[] = [tenantId];
    const complete: Record<string, unknown>[] = rows.map((row) => ({ ...this.firstVersion, ...row }));
    const given = [...this.columns.values()].filter(
      ({ propertyName, isInsert }) =>
        isInsert && propertyName !== 'tenantId' && complete.some((row) => row[propertyName] !== undefined),
    );
    const values = complete.map((row) => {
      const places = given.map((column) =>
        row[column.propertyName] === undefined
          ? 'DEFAULT'
          : `$${parameters.push(this.persistent(column, row[column.propertyName]))}`,
      );
      return `(${['$1', ...places].join(', ')})`;
    });
    const names = ['tenant_id', ...given.map(({ databaseName }) => `"${databaseName}"`)].join(', ');
    const sql = `INSERT INTO ${this.table} AS t (${names}) VALUES ${values.join(', ')}`;
    return { sql: returning ? `${sql} RETURNING ${this.selection}` : sql, parameters };
  }

  /** A version counts up by itself. Values may be functions that return SQL. */
  update(
    tenantId: string,
    where: FindOptionsWhere<Entity>,
    values: QueryDeepPartialEntity<Entity>,
  ): Statement {
    const { condition, parameters } = this.matching(tenantId, where);
    const changes = Object.entries(values)
      .filter(([name, value]) => value !== undefined && this.mayChange(this.metadataOf(name)))
      .map(([name, value]) => {
        const column = this.metadataOf(name);
        const isSql = typeof value === 'function';
        const place = isSql
          ? (value as () => string)()
          : `$${parameters.push(this.persistent(column, value))}`;
        return `"${column.databaseName}" = ${place}`;
      });
    if (this.isVersioned) changes.push('version = t.version + 1');
    if (this.updateDate) changes.push(`"${this.updateDate}" = CURRENT_TIMESTAMP`);
    return { sql: `UPDATE ${this.table} AS t SET ${changes.join(', ')} WHERE ${condition}`, parameters };
  }

  delete(tenantId: string, where: FindOptionsWhere<Entity>): Statement {
    const { condition, parameters } = this.matching(tenantId, where);
    return { sql: `DELETE FROM ${this.table} AS t WHERE ${condition}`, parameters };
  }

  /** A selected or returned row as the entity it is. */
  entityOf(row: object): Entity {
    const values: Record<string, unknown> = { ...row };
    for (const column of this.converted) {
      const value = values[column.propertyName];
      values[column.propertyName] = this.dataSource.driver.prepareHydratedValue(value, column);
    }
    return Object.assign(new this.entity(), values);
  }

  /** A new row, before it is inserted: nullable columns are null where no value is given. */
  instantiate(values: Partial<Entity>): Entity {
    return Object.assign(new this.entity(), this.empty, this.firstVersion, values);
  }

  private matching(
    tenantId: string,
    where: FindOptionsWhere<Entity>,
  ): { condition: string; parameters: unknown[] } {
    const parameters: unknown[] = [tenantId];
    const conditions = Object.entries(where).map(([name, wanted]: [string, unknown]) => {
      const column = this.column(name);
      if (wanted instanceof FindOperator) {
        const operator = OPERATORS[wanted.type];
        if (!operator) throw new Error(`Conditions know no ${wanted.type}.`);
        return operator(column, () => `$${parameters.push(wanted.value)}`);
      }
      // Without a word a condition that is left out would match everything.
      if (wanted === undefined || wanted === null) throw new Error(`A condition needs a value for ${name}.`);
      return `${column} = $${parameters.push(this.persistent(this.metadataOf(name), wanted))}`;
    });
    return { condition: [tenantCondition('t'), ...conditions].join(' AND '), parameters };
  }

  private column(name: string): string {
    return `t."${this.metadataOf(name).databaseName}"`;
  }

  private metadataOf(name: string): ColumnMetadata {
    const column = this.columns.get(name);
    if (!column) throw new Error(`${this.entity.name} has no ${name}.`);
    return column;
  }

  private persistent(column: ColumnMetadata, value: unknown): unknown {
    return this.dataSource.driver.preparePersistentValue(value, column) as unknown;
  }

  private mayChange({ isUpdate, isVersion, isUpdateDate }: ColumnMetadata): boolean {
    return isUpdate && !isVersion && !isUpdateDate;
  }

  private get isVersioned(): boolean {
    return this.entity.prototype instanceof Versioned;
  }

  private get firstVersion(): { version?: number } {
    return this.isVersioned ? { version: 1 } : {};
  }
}
