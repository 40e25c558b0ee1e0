import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { failureText } from './failure';

interface LoadMoreProps {
  /** What `useInfiniteQuery` answers. */
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
    readonly error: unknown;
  };
}

/** The next rows of a list, or why they do not come. */
export function LoadMore({ list }: LoadMoreProps): ReactNode {
  const { common } = useTexts();
  const { hasNextPage, isFetchingNextPage: loading, error } = list;
  if (!hasNextPage) return null;
  return (
    <div className="row load-more no-print">
      <button
        type="button"
        className="button"
        aria-disabled={loading}
        onClick={() => !loading && void list.fetchNextPage()}
      >
        {loading ? common.loading : common.loadMore}
      </button>
      {Boolean(error) && !loading && <p role="alert">{failureText(error, common.failed)}</p>}
    </div>
  );
}
