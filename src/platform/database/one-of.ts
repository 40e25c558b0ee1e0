const WORD = /^[A-Z_]+$/;

/**
 * The condition that a column has one of a few values from a fixed list, written out: only so does the planner see that an
 * index of just these rows will do.
 * @throws where a value is no word in capital letters, for it may have been typed by somebody
 */
export function oneOf(column: string, values: readonly string[]): string {
  if (!values.every((value) => WORD.test(value)))
    throw new Error(`${column} is compared with fixed values only.`);
  return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
}
