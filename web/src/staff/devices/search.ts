import { searchWords } from '../../ui/search-words';
import type { WordSearch } from '../catalog/search';

/** What the address of the devices says. */
export interface DeviceSearch extends WordSearch {
  /** The id of a printer model. */
  readonly model?: string;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function deviceSearch({ q, model }: Record<string, unknown>): DeviceSearch {
  return { q: searchWords(q), model: typeof model === 'string' && ID.test(model) ? model : undefined };
}
