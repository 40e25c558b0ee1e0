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

const MOST_LETTERS = 100;

export function articleSearch({ q, category, sort }: Record<string, unknown>): ArticleSearch {
  return { q: text(q), category: text(category), sort: SORTS.find((known) => known === sort) };
}

export function printerSearch({ q }: Record<string, unknown>): PrinterSearch {
  return { q: text(q) };
}

/** The address may hold a number where somebody searched for one. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).slice(0, MOST_LETTERS) || undefined;
}
