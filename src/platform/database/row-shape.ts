import { types } from 'pg';

export type Row = Record<string, unknown>;

/** A column as PostgreSQL describes it. */
export interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** How the rows of a statement become objects. */
export interface Shape {
  readonly columns: readonly Column[];
  /** To be copied: objects that have all their fields from the start are faster than those that get them one by one. */
  readonly empty: Row;
}

const parserFor = types.getTypeParser as (type: number, format: 'text') => Column['parse'];

export function shapeOf(fields: readonly Field[]): Shape {
  return {
    columns: fields.map(({ name, dataTypeID }) => ({ name, parse: parserFor(dataTypeID, 'text') })),
    empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
  };
}

/** @param texts of the columns, in their order; null is null */
export function rowOf(texts: readonly (string | null)[], { columns, empty }: Shape): Row {
  const row = { ...empty };
  columns.forEach(({ name, parse }, place) => {
    const text = texts[place];
    if (typeof text === 'string') row[name] = parse(text);
  });
  return row;
}
