/** The search over everything. */
export const find = {
  open: 'Suchen',
  keys: 'Strg + K',
};
