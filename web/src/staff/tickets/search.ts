import { searchWords } from '../../ui/search-words';

export const VIEWS = ['mine', 'unassigned', 'waiting', 'all', 'done'] as const;
export type View = (typeof VIEWS)[number];

/** Whether the queue itself says whose tickets it holds. */
export function fixesAssignee(view: View | undefined): boolean {
  return view === 'mine' || view === 'unassigned';
}

export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;

/** In which order, where it is not that of the latest changes. */
const ORDERS = ['untouched', 'urgent'] as const;
export type Order = (typeof ORDERS)[number];

/** What the API calls them. */
export const SORTS = { untouched: 'updatedAt', urgent: '-priority' } as const satisfies Record<Order, string>;

export function orderedBy(sort: string | undefined): Order | undefined {
  return ORDERS.find((order) => SORTS[order] === sort);
}

/** Of those that are done, the API knows no order by priority. */
export function ordersOf(view: View | undefined): readonly Order[] {
  return view === 'done' ? ['untouched'] : ORDERS;
}

/** What the address of the list says. */
export interface TicketSearch {
  readonly view?: View;
  readonly q?: string;
  readonly priority?: (typeof PRIORITIES)[number];
  /** The id of a category. */
  readonly category?: string;
  /** The id of a colleague. */
  readonly assignee?: string;
  readonly order?: Order;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function ticketSearch(search: Record<string, unknown>): TicketSearch {
  const view = VIEWS.find((known) => known === search.view && known !== 'all');
  return {
    view,
    q: searchWords(search.q),
    priority: PRIORITIES.find((known) => known === search.priority),
    category: idOf(search.category),
    assignee: idOf(search.assignee),
    order: ordersOf(view).find((known) => known === search.order),
  };
}

/** The list that a ticket was opened from; without a queue: none. */
export function placeInList(search: Record<string, unknown>): TicketSearch {
  return { ...ticketSearch(search), view: VIEWS.find((known) => known === search.view) };
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && UUID.test(value) ? value : undefined;
}

/** Whether more than the queue is asked for. */
export function isNarrowed({ q, priority, category, assignee }: TicketSearch): boolean {
  return Boolean(q ?? priority ?? category ?? assignee);
}

/** For whom a new ticket is. */
export function newTicketSearch({ customer }: Record<string, unknown>): { readonly customer?: string } {
  return { customer: typeof customer === 'string' ? customer : undefined };
}
