import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { failureText } from './failure';

interface LoadMoreProps {
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
  /** Why there are not more. */
  readonly error?: unknown;
}

export function LoadMore({ hasMore, loading, onMore, error }: LoadMoreProps): ReactNode {
  const { common } = useTexts();
  if (!hasMore) return null;
  return (
    <div className="row load-more no-print">
      <button type="button" className="button" aria-disabled={loading} onClick={() => !loading && onMore()}>
        {loading ? common.loading : common.loadMore}
      </button>
      {Boolean(error) && !loading && <p role="alert">{failureText(error, common.failed)}</p>}
    </div>
  );
}
