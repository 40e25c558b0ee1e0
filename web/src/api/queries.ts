import { type InferDataFromTag, QueryClient, type QueryKey } from '@tanstack/react-query';
import { Problem } from './problems';

const MAX_RETRIES = 2;

/** What is kept of the API's answers. Events refresh it, see live.ts; times are the net below. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 300_000,
      // A refusal stays one; what did not come through may come through.
      retry: (count, error) => count < MAX_RETRIES && (!(error instanceof Problem) || error.status >= 500),
      networkMode: 'always',
      // What could not be read without a connection is read once there is one.
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});

/** Keeps what the API answered to a write. Where the same is being read just now, that answer may be of before: it is read anew. */
export function keepAnswer<Key extends QueryKey>(
  queryKey: Key,
  answer: InferDataFromTag<unknown, Key>,
): void {
  queries.setQueryData(queryKey, answer);
  if (queries.isFetching({ queryKey })) void queries.invalidateQueries({ queryKey });
}

/** Reads what is so now: an answer that is on its way already may be of before. @throws Problem, Unreachable */
export const readNow: QueryClient['query'] = async (options) => {
  await queries.cancelQueries({ queryKey: options.queryKey });
  return queries.query({ ...options, staleTime: 0 });
};
