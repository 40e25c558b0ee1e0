/** So many rows of a table fit into one statement, whose parameters are limited. */
const MOST = 1_000;

/** Rows in parts that one statement takes. */
export function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = [];
  for (let start = 0; start < rows.length; start += MOST) chunks.push(rows.slice(start, start + MOST));
  return chunks;
}
