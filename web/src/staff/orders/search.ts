import { searchWords } from '../../ui/search-words';

export const VIEWS = ['all', 'open', 'offers', 'done'] as const;
export type View = (typeof VIEWS)[number];
const KINDS = ['ORDER', 'QUOTE_REQUEST'] as const;
const SHOPS = ['ONLINE_SHOP', 'PRINTER_SHOP'] as const;

/** What the address of the list says. */
export interface OrderSearch {
  readonly view?: View;
  readonly q?: string;
  readonly kind?: (typeof KINDS)[number];
  readonly shop?: (typeof SHOPS)[number];
}

export function orderSearch({ view, q, kind, shop }: Record<string, unknown>): OrderSearch {
  return {
    view: VIEWS.find((known) => known === view && known !== 'all'),
    q: searchWords(q),
    kind: KINDS.find((known) => known === kind),
    shop: SHOPS.find((known) => known === shop),
  };
}
