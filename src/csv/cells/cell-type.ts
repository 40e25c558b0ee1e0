import type { Texts } from '../../platform/errors';

/** Why a cell cannot be taken. */
export class BadCell {
  constructor(
    readonly code: string,
    readonly texts: Texts,
    /** For `{name}` in the texts. */
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {}
}

/** What separates whole numbers from decimals. */
export type DecimalSign = ',' | '.';

/** What a column holds: how its cells are read and written. */
export interface CellType<Value> {
  /** PostgreSQL's type of the value. */
  readonly sql: 'text' | 'integer' | 'boolean';
  /** What a cell can say, for people. */
  readonly description: Texts;
  /**
   * Of a cell that is not empty, without the spaces around it.
   * @param sign that the column has elsewhere, as `signOf` tells
   */
  read(text: string, sign?: DecimalSign): Value | BadCell;
  /** The decimal sign of a cell that can be read with this one only; for numbers with decimals. */
  readonly signOf?: (text: string) => DecimalSign | undefined;
  write(value: Value): string;
}
