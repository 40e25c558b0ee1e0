import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

export type Hit = components['schemas']['SearchHitDto'];

/** What is shorter finds everything and nothing. */
const MIN_LETTERS = 2;

/** What was found before stays until there is something new. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['searchEverything', { q: words }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/search', { params: { query: { q: words } }, signal })),
    enabled: words.length >= MIN_LETTERS,
    placeholderData: keepPreviousData,
  });
