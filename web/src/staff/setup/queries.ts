import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { keepAnswer, queries } from '../../api/queries';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type MailDelivery = Schemas['MailDeliveryDto'];
export type FirstSteps = Schemas['FirstStepsDto'];
export type FirstStep = Schemas['FirstStepDto'];
type FirstStepsChange = Schemas['UpdateFirstStepsDto'];

const AT_ONCE = 50;
const POLL_MS = 1_000;
const WAITING_MS = 5_000;
const AGAIN_MS = 60_000;

export const firstStepsQuery = queryOptions({
  queryKey: ['getFirstSteps', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/first-steps', { signal })),
  // Whatever is done on other pages counts.
  staleTime: 0,
});

export async function changeFirstSteps(body: FirstStepsChange): Promise<void> {
  keepAnswer(firstStepsQuery.queryKey, unwrap(await api.PATCH('/api/v1/staff/first-steps', { body })));
}

export const undeliveredMailsQuery = infiniteQueryOptions({
  queryKey: ['listUndeliveredMails', { limit: AT_ONCE }],
  queryFn: async ({ signal, pageParam: cursor }) =>
    unwrap(
      await api.GET('/api/v1/staff/mail-deliveries', {
        params: { query: { limit: AT_ONCE, cursor } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  // What waits may have left.
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((mail) => mail.state === 'QUEUED')) ? WAITING_MS : false,
});

/** No event tells of mails. */
export const undeliveredCountsQuery = queryOptions({
  queryKey: ['countUndeliveredMails', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/staff/mail-deliveries/counts', { signal })),
  refetchInterval: AGAIN_MS,
});

/** What becomes of a mail, until that is known. */
export const mailDeliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['getMailDelivery', { id }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/mail-deliveries/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'QUEUED' ? POLL_MS : false),
  });

/** @returns how many are tried again */
export async function resendMails(mailIds: string[]): Promise<number> {
  const sent = unwrap(await api.POST('/api/v1/staff/mail-deliveries/resends', { body: { mailIds } }));
  await Promise.all(
    ['listUndeliveredMails', 'countUndeliveredMails'].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation] }),
    ),
  );
  return sent.mailIds.length;
}
