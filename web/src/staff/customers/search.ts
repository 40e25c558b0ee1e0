import { searchWords } from '../../ui/search-words';

/** What the address of the list says. */
export interface CustomerSearch {
  readonly q?: string;
  /** Those in the archive in place of those who are customers. */
  readonly archived?: true;
}

export function customerSearch({ q, archived }: Record<string, unknown>): CustomerSearch {
  return { q: searchWords(q), archived: archived === true ? true : undefined };
}

/** What the address of a customer says. */
export interface CustomerPageSearch {
  /** Whoever has no access yet is to be invited. */
  readonly invite?: true;
}

export function customerPageSearch({ invite }: Record<string, unknown>): CustomerPageSearch {
  return { invite: invite === true ? true : undefined };
}
