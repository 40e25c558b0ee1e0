import { searchWords } from '../../ui/search-words';

export const SORTS = ['name', 'number', 'netPriceCents', '-netPriceCents'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address of the online shop says. */
export interface ArticleSearch {
  readonly q?: string;
  readonly category?: string;
  readonly sort?: Sort;
}

/** What the address of the printer shop says. */
export interface PrinterSearch {
  readonly q?: string;
}

export function articleSearch({ q, category, sort }: Record<string, unknown>): ArticleSearch {
  return { q: searchWords(q), category: searchWords(category), sort: SORTS.find((known) => known === sort) };
}

export function printerSearch({ q }: Record<string, unknown>): PrinterSearch {
  return { q: searchWords(q) };
}
