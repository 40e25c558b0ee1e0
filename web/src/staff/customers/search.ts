import { searchWords } from '../../ui/search-words';

export const SORTS = ['name', 'number', '-createdAt'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of the list says. */
export interface CustomerSearch {
  readonly q?: string;
  /** Without it by name, or the best hits of a search first. */
  readonly sort?: Sort;
}

export function customerSearch({ q, sort }: Record<string, unknown>): CustomerSearch {
  return { q: searchWords(q), sort: SORTS.find((known) => known === sort) };
}
