import { QueryClient } from '@tanstack/react-query';
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
