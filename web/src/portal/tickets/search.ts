export const VIEWS = ['open', 'waiting', 'done'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the list says. */
export interface TicketSearch {
  readonly view?: View;
  readonly mine?: true;
  readonly q?: string;
}

const MOST_LETTERS = 200;

export function ticketSearch({ view, mine, q }: Record<string, unknown>): TicketSearch {
  return {
    view: VIEWS.find((known) => known === view && known !== 'open'),
    mine: mine === true ? true : undefined,
    q:
      (typeof q === 'string' || typeof q === 'number') && q !== ''
        ? String(q).slice(0, MOST_LETTERS)
        : undefined,
  };
}
