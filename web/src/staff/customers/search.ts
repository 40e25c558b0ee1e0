import { searchWords } from '../../ui/search-words';

/** What the address of the list says. */
export interface CustomerSearch {
  readonly q?: string;
}

export function customerSearch({ q }: Record<string, unknown>): CustomerSearch {
  return { q: searchWords(q) };
}
