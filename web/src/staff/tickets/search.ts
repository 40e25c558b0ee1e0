import { searchWords } from '../../ui/search-words';

export const VIEWS = ['mine', 'unassigned', 'waiting', 'all', 'done'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the list says. */
export interface TicketSearch {
  readonly view?: View;
  readonly q?: string;
}

export function ticketSearch({ view, q }: Record<string, unknown>): TicketSearch {
  return {
    view: VIEWS.find((known) => known === view && known !== 'all'),
    q: searchWords(q),
  };
}

/** For whom a new ticket is. */
export function newTicketSearch({ customer }: Record<string, unknown>): { readonly customer?: string } {
  return { customer: typeof customer === 'string' ? customer : undefined };
}
