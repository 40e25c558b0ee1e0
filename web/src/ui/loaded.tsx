import type { ReactNode } from 'react';
import { Failure, Skeleton } from './feedback';
import { Absent, isAbsent } from './route-states';

interface Query<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isError: boolean;
  refetch(): unknown;
}

interface LoadedProps<Data> {
  readonly query: Query<Data>;
  /** What the page shows besides: it comes at once with the thing, so that nothing moves when it comes. */
  readonly besides?: readonly { readonly isLoading: boolean }[];
  readonly children: (data: Data) => ReactNode;
}

/** The page of one thing: that it is coming, that it could not be read or is not there, or the thing itself. */
export function Loaded<Data>({ query, besides = [], children }: LoadedProps<Data>): ReactNode {
  if (isAbsent(query.error)) return <Absent />;
  if (query.data !== undefined && !besides.some(({ isLoading }) => isLoading)) return children(query.data);
  return (
    <div className="page">
      {query.isError ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={9} />
      )}
    </div>
  );
}
