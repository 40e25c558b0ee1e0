import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { keepAnswer, readNow } from '../../api/queries';
import type { components } from '../../api/schema';
import { putSavedTicketFiltersDto as limits } from '../../api/staff-constraints';
import { orderedBy, SORTS, type TicketSearch, ticketSearch } from './search';

/** What is asked for when the list of tickets is narrowed, under a name. */
export interface SavedFilter {
  readonly name: string;
  readonly search: TicketSearch;
}

type Sent = components['schemas']['SavedTicketFilterDto'];
type Filters = readonly SavedFilter[];

/** So many the server keeps of each person. */
export const MOST_FILTERS = limits.items.maxItems;

/** Those of a person, in every browser; what this one held before the server did is taken along. */
export const myFiltersQuery = (personId: string) =>
  queryOptions({
    queryKey: ['listSavedTicketFilters', { personId }],
    queryFn: async ({ signal }): Promise<Filters> => {
      const { items } = unwrap(await api.GET('/api/v1/staff/me/ticket-filters', { signal }));
      return migrateLocal(personId, items.map(received));
    },
  });

/** @throws Problem */
export async function changeMyFilters(
  personId: string,
  change: (filters: Filters) => Filters,
): Promise<void> {
  const query = myFiltersQuery(personId);
  // Another browser may have saved one meanwhile.
  const now = await readNow(query);
  keepAnswer(query.queryKey, await keep(change(now)));
}

/** Adds one; under a name that is taken, it takes the place of the other. */
export function withFilter(filters: Filters, added: SavedFilter): Filters {
  return [...filters.filter(({ name }) => name.toLowerCase() !== added.name.toLowerCase()), added];
}

async function keep(filters: Filters): Promise<Filters> {
  const body = { items: filters.map(sent) };
  return unwrap(await api.PUT('/api/v1/staff/me/ticket-filters', { body })).items.map(received);
}

/**
 * Moves the filters of this browser to the server, once, one after the other. A name that the server has stays; a filter that it
 * refuses, as for a deleted category, is dropped. The browser keeps those beyond the server's limit.
 */
async function migrateLocal(personId: string, saved: Filters): Promise<Filters> {
  const key = `ticket-filters:${personId}`;
  const left: SavedFilter[] = [];
  let now = saved;
  for (const held of localFilters(key)) {
    const added = withFilter(now, held);
    if (added.length === now.length) continue;
    try {
      if (added.length > MOST_FILTERS) left.push(held);
      else now = await keep(added);
    } catch (error) {
      if (!isProblem(error, 422)) left.push(held);
    }
  }
  if (left.length > 0) localStorage.setItem(key, JSON.stringify(left));
  else localStorage.removeItem(key);
  return now;
}

function localFilters(key: string): Filters {
  const held = JSON.parse(localStorage.getItem(key) ?? '[]') as { name: string; search: object }[];
  return held.map(({ name, search }) => ({ name, search: ticketSearch({ ...search }) }));
}

function received({ name, view, search, priority, categoryId, assigneeId, sort }: Sent): SavedFilter {
  return {
    name,
    search: ticketSearch({
      view,
      q: search,
      priority,
      category: categoryId,
      assignee: assigneeId,
      order: orderedBy(sort),
    }),
  };
}

function sent({ name, search: { view, q, priority, category, assignee, order } }: SavedFilter): Sent {
  const sort = order && SORTS[order];
  return { name, view, search: q, priority, categoryId: category, assigneeId: assignee, sort };
}
