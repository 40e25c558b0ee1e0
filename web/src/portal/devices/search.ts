import { searchWords } from '../../ui/search-words';

/** What the address of the list says. */
export interface DeviceSearch {
  readonly q?: string;
}

export function deviceSearch({ q }: Record<string, unknown>): DeviceSearch {
  return { q: searchWords(q) };
}
