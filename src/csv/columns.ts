import type { CellType } from './cells/cell-type';

/** A column of imports and exports. */
export interface Column<Value> {
  /** As exports name it, then what imports understand besides. */
  readonly names: readonly [string, ...string[]];
  readonly type: CellType<Value>;
  /** What an empty cell means; absent where it is a mistake. */
  readonly empty?: Value | null;
  /** A new row needs it. */
  readonly needed?: boolean;
}

/** The columns by field: what a row is made of, in the order of exports. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

type Names = readonly [string, ...string[]];

/** A new row needs it, and it cannot be emptied. */
export function required<Value>(type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type, needed: true };
}

/** A file may lack the column, but where it is there each cell says something. */
export function filled<Value>(type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type };
}

/** An empty cell clears the field. */
export function optional<Value>(type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type, empty: null };
}

/** An empty cell means the value, which the database takes for a new row that lacks the column, too. */
export function preset<Value>(empty: Value, type: CellType<Value>, ...names: Names): Column<Value> {
  return { names, type, empty };
}

export function isNeeded({ needed = false }: Column<unknown>): boolean {
  return needed;
}
