import type { CellType } from './cells/cell-type';

/** A column of imports and exports. */
export interface Column<Value> {
  /** As exports name it, then what imports understand besides. */
  readonly names: readonly [string, ...string[]];
  readonly type: CellType<Value>;
  /** Left empty, the cell is a mistake (`REFUSED`) or means this value. */
  readonly empty: Value | null | typeof REFUSED;
}

const REFUSED = Symbol('an empty cell is refused');

/** The columns by field: what a row is made of, in the order of exports. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

type Names = readonly [string, ...string[]];

export function required<Value>(type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type, empty: REFUSED };
}

/** An empty cell clears the field. */
export function optional<Value>(type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type, empty: null };
}

/** An empty cell means the value, which the database takes for a new row that lacks the column, too. */
export function preset<Value>(empty: Value, type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type, empty };
}

export function isRequired({ empty }: Column<unknown>): boolean {
  return empty === REFUSED;
}
