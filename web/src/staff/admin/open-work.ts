import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';

/** The open work of a staff user. */
export const workQuery = (id: string) =>
  queryOptions({
    queryKey: ['getWorkOfStaffUser', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/users/{id}/work', { params: { path: { id } }, signal })),
    // What is handed over is what there is now.
    staleTime: 0,
    gcTime: 0,
  });

const OF_WORK = [
  'getWorkOfStaffUser',
  'listTickets',
  'getTicket',
  'listInboxItems',
  'getInboxItem',
  'getInboxCounts',
];

/** After work has been handed over. */
export function workHasChanged(): Promise<void> {
  for (const operation of OF_WORK) void queries.invalidateQueries({ queryKey: [operation] });
  return queries.invalidateQueries({ queryKey: ['listStaffUsers'] });
}
