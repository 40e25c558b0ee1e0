export const VIEWS = ['mine', 'unassigned', 'waiting', 'all', 'done'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the list says. */
export interface TicketSearch {
  readonly view?: View;
  readonly q?: string;
}

const MAX_LETTERS = 200;

export function ticketSearch({ view, q }: Record<string, unknown>): TicketSearch {
  return {
    view: VIEWS.find((known) => known === view && known !== 'all'),
    q:
      (typeof q === 'string' || typeof q === 'number') && q !== ''
        ? String(q).slice(0, MAX_LETTERS)
        : undefined,
  };
}
