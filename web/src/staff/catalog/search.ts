import { searchWords } from '../../ui/search-words';

/** What the address of a list says. */
export interface WordSearch {
  readonly q?: string;
}

/** What the address of the articles says, as far as it makes sense. */
export interface ArticleSearch extends WordSearch {
  readonly category?: string;
  readonly active?: YesNo;
  readonly shop?: YesNo;
}

export const YES_NO = ['yes', 'no'] as const;
export type YesNo = (typeof YES_NO)[number];

export const IMPORTS = ['articles', 'printer-models', 'devices', 'customers', 'contacts'] as const;
export type ImportKind = (typeof IMPORTS)[number];

export interface ImportSearch {
  readonly kind?: ImportKind;
  /** Whose contacts they are. */
  readonly customer?: string;
}

export function wordSearch({ q }: Record<string, unknown>): WordSearch {
  return { q: searchWords(q) };
}

export function importSearch({ kind, customer }: Record<string, unknown>): ImportSearch {
  const known = IMPORTS.find((each) => each === kind);
  const isOfCustomer = known === 'contacts' && typeof customer === 'string';
  return { kind: known, customer: isOfCustomer ? customer : undefined };
}

export function articleSearch({ q, category, active, shop }: Record<string, unknown>): ArticleSearch {
  return {
    q: searchWords(q),
    category: searchWords(category),
    active: YES_NO.find((known) => known === active),
    shop: YES_NO.find((known) => known === shop),
  };
}
