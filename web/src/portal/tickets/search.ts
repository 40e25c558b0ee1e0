export const VIEWS = ['open', 'waiting', 'done'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of the list says. */
export interface TicketSearch {
  readonly view?: View;
  readonly mine?: true;
  /** The id of a colleague. */
  readonly contact?: string;
  readonly q?: string;
  /** Recorded on this day or later, as YYYY-MM-DD. */
  readonly from?: string;
  /** Recorded on this day or before. */
  readonly until?: string;
}

/** What the address of a new ticket says: the id of the device that it is about. */
export interface NewTicketSearch {
  readonly device?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const UUID = /^[\da-f-]{36}$/i;
const MAX_LETTERS = 200;

export function ticketSearch({ view, mine, contact, q, from, until }: Record<string, unknown>): TicketSearch {
  return {
    view: VIEWS.find((known) => known === view && known !== 'open'),
    mine: mine === true ? true : undefined,
    contact: typeof contact === 'string' && UUID.test(contact) ? contact : undefined,
    q:
      (typeof q === 'string' || typeof q === 'number') && q !== ''
        ? String(q).slice(0, MAX_LETTERS)
        : undefined,
    from: dayOf(from),
    until: dayOf(until),
  };
}

/** Nothing where it is no day of the calendar. */
function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !DAY.test(value)) return undefined;
  const day = new Date(value);
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value) ? undefined : value;
}

export function newTicketSearch({ device }: Record<string, unknown>): NewTicketSearch {
  return { device: typeof device === 'string' && UUID.test(device) ? device : undefined };
}
