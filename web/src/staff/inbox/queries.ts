import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { keepAnswer, queries } from '../../api/queries';
import type { components } from '../../api/schema';
import type { InboxSearch, View } from './search';

type Schemas = components['schemas'];
export type InboxItem = Schemas['InboxItemDto'];
export type InboxItemDetail = Schemas['InboxItemDetailDto'];
export type OrderDetail = Schemas['OrderDetailDto'];
export type Outcome = NonNullable<InboxItemDetail['outcome']>;

const OPEN = { state: ['NEW', 'IN_PROGRESS'], sort: 'createdAt' } as const;
/** What is to be decided: the oldest first. */
const FILTERS = {
  open: OPEN,
  mine: { ...OPEN, assigneeId: 'me' },
  unassigned: { ...OPEN, assigneeId: 'none' },
  done: { state: ['DONE', 'REJECTED'], sort: '-createdAt' },
} as const satisfies Record<View, object>;
const NOTES_AT_ONCE = 100;

export const inboxCountsQuery = queryOptions({
  queryKey: ['getInboxCounts', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/inbox-counts', { signal })),
});

export const inboxItemsQuery = ({ view = 'open', type }: InboxSearch) => {
  const { state, ...filter } = FILTERS[view];
  const query = { ...filter, state: [...state], type: type && [type], limit: 50 };
  return infiniteQueryOptions({
    queryKey: ['listInboxItems', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/inbox-items', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

export const inboxItemQuery = (id: string) =>
  queryOptions({
    queryKey: ['getInboxItem', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/inbox-items/{id}', { params: { path: { id } }, signal })),
  });

export const inboxNotesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['listInboxNotes', { id }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/staff/inbox-items/{id}/notes', {
          params: { path: { id }, query: { limit: NOTES_AT_ONCE, cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/**
 * After something has been done with an item: its answer is the new state; lists and counts are old.
 * @param notes `none` where the item is left at once: what nobody sees any more is read when it is shown again
 */
export function itemIsNow(item: InboxItemDetail, notes: 'active' | 'none' = 'active'): void {
  keepAnswer(inboxItemQuery(item.id).queryKey, item);
  for (const operation of ['listInboxItems', 'getInboxCounts']) {
    void queries.invalidateQueries({ queryKey: [operation] });
  }
  void queries.invalidateQueries({ queryKey: inboxNotesQuery(item.id).queryKey, refetchType: notes });
}

/** Whether an item is decided and who has it, as is known by now: what a refusal is about. */
export function standingOf(id: string): string {
  const item = queries.getQueryData(inboxItemQuery(id).queryKey);
  return [item?.state, item?.assignee?.id].join();
}

export function isOpen({ state }: Pick<InboxItem, 'state'>): boolean {
  return state === 'NEW' || state === 'IN_PROGRESS';
}
