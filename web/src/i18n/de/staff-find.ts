/** The search over everything. */
export const find = {
  open: 'Suchen',
  keys: 'Strg + K',
  hits: (count: number): string => (count === 1 ? '1 Treffer' : `${count} Treffer`),
  searching: 'Wird gesucht …',
};
